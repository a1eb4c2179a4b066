import type { CustomerPromise } from "../../ledger/customer-promise.ts"
import type { Channel, Terms, WaitingOn } from "../../ledger/entry.ts"
import { conflict, forbidden, invalid, notFound } from "../../ledger/error.ts"
import { lockConversationOfPromise, lockStanding } from "../database/conversation-locks.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { holdCustomer, isMember } from "../database/people.ts"
import { areOne } from "../database/one-customer.ts"
import { assertDeed } from "./deeds.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { readPromiseForChange, recordEntry, recordPromise } from "./record-entry.ts"

export type DueInput = {
  readonly from?: string | null | undefined
  readonly until: string
  readonly words?: string | null | undefined
}

export type TermsInput = {
  readonly words: string
  readonly deed: string
  readonly ownerId: string
  /** Null only while a condition is unmet. */
  readonly due: DueInput | null
  readonly condition?: string | null | undefined
}

export type MakeInput = TermsInput & {
  readonly customerId: string
  readonly conversationId?: string | undefined
  readonly channel: Channel
  readonly saidAt?: string | undefined
}

/** Writes down a promise that was made outside a message. `invalid` without a due time or a condition. */
export async function makePromise(desk: Desk, actor: Actor, input: MakeInput): Promise<string> {
  return commit(desk, async (queries) => {
    if (!(await holdCustomer(queries, actor.workspaceId, input.customerId))) throw notFound("customer")
    const place = await placeOf(queries, actor, input)
    await assertDeed(queries, actor, input.deed)
    const terms = await termsOf(queries, actor, input)
    return recordPromise(queries, desk, actor, {
      kind: "opened",
      body: {
        ...terms.body,
        ...place,
        messageId: null,
        predecessorId: null,
        channel: input.channel,
        saidAt: saidAtOf(desk, input.saidAt),
        saidBy: actor.by.kind === "member" ? actor.by.id : null,
      },
      texts: terms.texts,
    })
  })
}

/** Confirms a proposed one. `conflict` when it is no longer proposed. */
export async function confirmPromise(
  desk: Desk,
  actor: Actor,
  promiseId: string,
  input: Omit<TermsInput, "words" | "deed"> & {
    readonly words?: string | undefined
    readonly deed?: string | undefined
  },
): Promise<void> {
  await commit(desk, async (queries) => {
    if (input.deed !== undefined) await assertDeed(queries, actor, input.deed)
    const terms = await termsOf(queries, actor, { ...input, words: input.words ?? "", deed: input.deed ?? "" })
    await recordEntry(queries, desk, actor, promiseId, (before) => ({
      kind: "confirmed",
      body: { ...terms.body, deed: input.deed ?? before.deed },
      texts: { ...terms.texts, words: input.words ?? before.words ?? "" },
    }))
  })
}

/** Says that a proposed one was no promise. `conflict` once it was confirmed. */
export async function dismissPromise(
  desk: Desk,
  actor: Actor,
  promiseId: string,
  why: string | undefined,
): Promise<void> {
  await commit(desk, (queries) =>
    recordEntry(queries, desk, actor, promiseId, { kind: "dismissed", body: {}, texts: noteOf(why) }),
  )
}

/** Records a new date that the customer was told. `conflict` when it was marked broken and the customer did not agree. */
export async function renegotiatePromise(
  desk: Desk,
  actor: Actor,
  promiseId: string,
  input: {
    readonly due: DueInput
    readonly reason: string
    readonly agreed: boolean
    readonly words?: string | undefined
  },
): Promise<string> {
  assertWindow(input.due)
  return commit(desk, async (queries) => {
    await lockConversationOfPromise(queries, actor.workspaceId, promiseId)
    const successorId = desk.newId()
    const before = await recordEntry(queries, desk, actor, promiseId, (promise) => {
      if (promise.state === "broken" && !input.agreed) {
        throw conflict(
          "This promise is marked broken: a new date needs the customer's agreement. Ask them, then record it.",
        )
      }
      return { kind: "renegotiated", body: { successorId, agreed: input.agreed }, texts: { note: input.reason } }
    })
    return recordPromise(queries, desk, actor, successorOf(desk, actor, promiseId, before, input), { id: successorId })
  })
}

/** Records that the customer let us off. */
export async function releasePromise(desk: Desk, actor: Actor, promiseId: string, reason: string): Promise<void> {
  await commit(desk, (queries) =>
    recordEntry(queries, desk, actor, promiseId, {
      kind: "released",
      body: { why: "customer" },
      texts: { note: reason },
    }),
  )
}

/** Gives it to another owner. `forbidden` for a member when it is somebody else's. */
export async function handOverPromise(
  desk: Desk,
  actor: Actor,
  promiseId: string,
  input: { readonly ownerId: string; readonly note?: string | undefined },
): Promise<void> {
  await commit(desk, (queries) => handOverWithin(queries, desk, actor, promiseId, input))
}

/** As `handOverPromise`, in the caller's transaction. */
export async function handOverWithin(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  promiseId: string,
  input: { readonly ownerId: string; readonly note?: string | undefined },
): Promise<void> {
  await assertOwner(queries, actor, input.ownerId)
  await recordEntry(queries, desk, actor, promiseId, (before) => {
    if (before.ownerId !== actor.by.id) assertMayHandOver(actor)
    return { kind: "handed-over", body: { ownerId: input.ownerId, why: "given" }, texts: noteOf(input.note) }
  })
}

/** Says what it waits on; null when on us. */
export async function setWaiting(
  desk: Desk,
  actor: Actor,
  promiseId: string,
  input: { readonly on: WaitingOn | null; readonly note?: string | undefined },
): Promise<void> {
  await commit(desk, (queries) =>
    recordEntry(queries, desk, actor, promiseId, {
      kind: "waiting",
      body: { on: input.on },
      texts: noteOf(input.note),
    }),
  )
}

/** Records that its condition is met, and by when it is due. `conflict` when it has none or it was met before. */
export async function meetCondition(desk: Desk, actor: Actor, promiseId: string, due: DueInput): Promise<void> {
  assertWindow(due)
  await commit(desk, (queries) =>
    recordEntry(queries, desk, actor, promiseId, (before) => {
      if (!before.conditional || before.conditionMet) throw conflict("This promise waits for no condition.")
      return {
        kind: "condition-met",
        body: { from: due.from ?? null, until: due.until },
        texts: due.words === undefined || due.words === null ? null : { dueWords: due.words },
      }
    }),
  )
}

/** Moves it to another conversation of the same customer. */
export async function movePromise(desk: Desk, actor: Actor, promiseId: string, conversationId: string): Promise<void> {
  await commit(desk, async (queries) => {
    const conversation = await readConversationHead(queries, actor.workspaceId, conversationId)
    if (conversation === null) throw notFound("conversation")
    const key = { workspaceId: actor.workspaceId, promiseId }
    const { promise } = await readPromiseForChange(queries, key)
    if (!(await areOne(queries, actor.workspaceId, promise.customerId, conversation.customerId)))
      throw conflict("That conversation is with another customer.")
    await recordEntry(queries, desk, actor, promiseId, { kind: "moved", body: { conversationId }, texts: null })
  })
}

/** Checks and shapes what a member set: the owner is here, and there is a due time or a condition. */
export async function termsOf(
  queries: Queries,
  actor: Actor,
  input: TermsInput,
): Promise<{ body: Terms; texts: { words: string; dueWords: string | null; condition: string | null } }> {
  const condition = input.condition ?? null
  if (input.due === null && condition === null) throw invalid("A promise needs a time by which it is due.", "due")
  assertWindow(input.due)
  await assertOwner(queries, actor, input.ownerId)
  return {
    body: {
      deed: input.deed,
      ownerId: input.ownerId,
      conditional: condition !== null,
      from: input.due?.from ?? null,
      until: input.due?.until ?? null,
    },
    texts: { words: input.words, dueWords: input.due?.words ?? null, condition },
  }
}

function assertWindow(due: DueInput | null): void {
  if (due !== null && due.from && Temporal.Instant.compare(due.from, due.until) > 0) {
    throw invalid("The due window ends before it begins.", "due")
  }
}

export function noteOf(note: string | undefined): { note: string } | null {
  return note === undefined || note === "" ? null : { note }
}

function successorOf(
  desk: Desk,
  actor: Actor,
  predecessorId: string,
  before: CustomerPromise,
  input: { readonly due: DueInput; readonly words?: string | undefined },
) {
  return {
    kind: "opened" as const,
    body: {
      customerId: before.customerId,
      conversationId: before.conversationId,
      messageId: null,
      predecessorId,
      channel: before.channel,
      saidAt: saidAtOf(desk, undefined),
      saidBy: actor.by.kind === "member" ? actor.by.id : null,
      deed: before.deed,
      ownerId: before.ownerId,
      conditional: false,
      from: input.due.from ?? null,
      until: input.due.until,
    },
    texts: { words: input.words ?? before.words ?? "", dueWords: input.due.words ?? null, condition: null },
  }
}

function saidAtOf(desk: Desk, saidAt: string | undefined): string {
  const now = desk.now()
  if (saidAt === undefined) return now.toString({ fractionalSecondDigits: 3 })
  if (Temporal.Instant.compare(saidAt, now) > 0)
    throw invalid("A promise cannot have been made in the future.", "saidAt")
  return saidAt
}

function assertMayHandOver(actor: Actor): void {
  try {
    assertRole(actor, "lead")
  } catch {
    throw forbidden("This is somebody else's promise: its owner, a lead or an admin can hand it over.")
  }
}

async function assertOwner(queries: Queries, actor: Actor, ownerId: string): Promise<void> {
  if (!(await isMember(queries, actor.workspaceId, ownerId)))
    throw invalid("The owner must be a member of this workspace.", "ownerId")
}

/**
 * Where the conversation leads by now, held until the transaction ends, and whom it is with: the one named, or one of those who
 * are one with them.
 */
async function placeOf(
  queries: Queries,
  { workspaceId }: Actor,
  { conversationId, customerId }: MakeInput,
): Promise<{ readonly conversationId: string | null; readonly customerId: string }> {
  if (conversationId === undefined) return { conversationId: null, customerId }
  const conversation = await readConversationHead(queries, workspaceId, conversationId)
  if (conversation === null) throw notFound("conversation")
  if (!(await areOne(queries, workspaceId, conversation.customerId, customerId)))
    throw invalid("That conversation is with another customer.", "conversationId")
  const standing = await lockStanding(queries, workspaceId, conversationId)
  return { conversationId: standing, customerId: conversation.customerId }
}
