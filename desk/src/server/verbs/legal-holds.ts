import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import {
  type Erasing,
  type HoldView,
  findHoldOn,
  insertHold,
  liftHold,
  listHolds,
  listHoldsOn,
  lockHolds,
} from "../database/legal-holds.ts"
import { areOne } from "../database/one-customer.ts"
import { readCustomerHead } from "../database/people.ts"
import { insertChange } from "../database/changes.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { log } from "./settings-log.ts"

export function readHolds({ database }: Desk, actor: Actor): Promise<readonly HoldView[]> {
  assertRole(actor, "admin")
  return listHolds(database, actor.workspaceId)
}

export type HoldInput = {
  readonly customerId?: string | undefined
  readonly conversationId?: string | undefined
  readonly reason: string
}

/**
 * Holds a customer, a conversation or, with neither, the whole workspace: nothing of it is erased, by a rule or by hand, until
 * the hold is lifted. `conflict` for a customer who was erased already. Gives its id.
 */
export async function setHold(desk: Desk, actor: Actor, input: HoldInput): Promise<string> {
  assertRole(actor, "admin")
  const { workspaceId, by } = actor
  const { customerId = null, conversationId = null } = input
  if (customerId !== null && conversationId !== null)
    throw invalid("Hold a customer or a conversation, not both at once.", "conversationId")
  return commit(desk, async (queries) => {
    await lockHolds(queries, workspaceId)
    if (conversationId !== null && (await readConversationHead(queries, workspaceId, conversationId)) === null)
      throw notFound("conversation")
    if (customerId !== null) await assertThere(queries, workspaceId, customerId)
    const id = desk.newId()
    const at = desk.now().toString()
    const of = { customerId, conversationId }
    await insertHold(queries, { workspaceId, id, ...of, reason: input.reason.trim(), byId: by.id, at })
    await log(queries, desk, actor, {
      kind: "hold-set",
      subjectId: customerId ?? conversationId,
      after: { holdId: id, ...of },
    })
    await announce(queries, workspaceId, of, at)
    return id
  })
}

/** What it kept may be erased again. `not_found` when it does not stand. */
export async function endHold(desk: Desk, actor: Actor, holdId: string): Promise<void> {
  assertRole(actor, "admin")
  const { workspaceId, by } = actor
  await commit(desk, async (queries) => {
    const at = desk.now().toString()
    const of = await liftHold(queries, workspaceId, holdId, { id: by.id, at })
    if (of === null) throw notFound("legal hold")
    const after = { holdId, ...of }
    await log(queries, desk, actor, { kind: "hold-lifted", subjectId: of.customerId ?? of.conversationId, after })
    await announce(queries, workspaceId, of, at)
  })
}

/** `conflict`, saying why and who can lift it, where a hold stands on these customers or one of these conversations. */
export async function assertNotHeld(queries: Queries, workspaceId: string, erasing: Erasing): Promise<void> {
  await lockHolds(queries, workspaceId)
  const hold = await findHoldOn(queries, workspaceId, erasing)
  if (hold === null) return
  const what = await whatIsHeld(queries, workspaceId, hold, erasing)
  const who = hold.by === null ? "" : ` by ${hold.by}`
  throw conflict(
    `${what} is under legal hold since ${hold.at.slice(0, 10)}${who}: “${hold.reason ?? ""}”. Nothing of it is erased until an admin lifts the hold: Settings, Retention.`,
  )
}

/**
 * Takes a conversation apart: `conflict` where what is taken out of it, or what stays in it, would be held by fewer legal holds than
 * the whole is. A hold of the conversation keeps it together, and so does one of a customer in it, unless all that is theirs and
 * all that is others' stays held. Holds are locked before anything else, as by whoever sets one.
 */
export async function partUnderHolds<T>(
  queries: Queries,
  { workspaceId, conversationId }: { readonly workspaceId: string; readonly conversationId: string },
  part: () => Promise<{ readonly partIds: readonly string[]; readonly done: T }>,
): Promise<T> {
  await lockHolds(queries, workspaceId)
  const before = await listHoldsOn(queries, workspaceId, conversationId)
  const { partIds, done } = await part()
  if (before.length === 0) return done
  for (const id of partIds) {
    const after = new Set(await listHoldsOn(queries, workspaceId, id))
    if (before.some((hold) => !after.has(hold)))
      throw conflict(
        "This conversation, or a customer in it, is under legal hold: it stays together until an admin lifts the hold: Settings, Retention.",
      )
  }
  return done
}

async function whatIsHeld(
  queries: Queries,
  workspaceId: string,
  { customer, conversationId }: HoldView,
  { customerIds: [erased] }: Erasing,
): Promise<string> {
  if (customer === null) return "All of this workspace"
  const isTheirs = conversationId === null && erased !== undefined
  return isTheirs && (await areOne(queries, workspaceId, customer.id, erased))
    ? "This customer"
    : "A conversation with them"
}

async function assertThere(queries: Queries, workspaceId: string, customerId: string): Promise<void> {
  const customer = await readCustomerHead(queries, workspaceId, customerId)
  if (customer === null) throw notFound("customer")
  if (customer.erased) throw conflict("This customer was erased: there is nothing left to hold.")
}

async function announce(
  queries: Queries,
  workspaceId: string,
  of: { readonly customerId: string | null; readonly conversationId: string | null },
  at: string,
): Promise<void> {
  if (of.customerId !== null) await insertChange(queries, { workspaceId, kind: "customer", id: of.customerId, at })
  await insertChange(queries, { workspaceId, kind: "workspace", id: workspaceId, at })
}
