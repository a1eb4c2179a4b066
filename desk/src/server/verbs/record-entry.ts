import { GENESIS, firstBreak, hashOf, textDigestOf } from "../../ledger/chain.ts"
import { type CustomerPromise, assertMayFollow, isOwed, promiseOf } from "../../ledger/customer-promise.ts"
import type { By, Entry, EntryEvent } from "../../ledger/entry.ts"
import { notFound } from "../../ledger/error.ts"
import { type NoticeStep, nextLook } from "../../ledger/next-step.ts"
import { rulesOf } from "../../ledger/workspace-settings.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import {
  type PromiseKey,
  type StoredEntry,
  chainOf,
  insertEntry,
  insertPromise,
  lockPromise,
  milliseconds,
  readEntries,
  writePromiseRow,
} from "../database/entries.ts"
import { readGiven } from "../database/notices.ts"
import { readSettings } from "../database/settings.ts"
import { assertSees } from "./assert-sees.ts"
import type { Actor, Desk } from "./desk.ts"
import { planEvent } from "../database/webhooks.ts"
import { tell } from "./tell.ts"

type Making = Extract<EntryEvent, { kind: "opened" | "proposed" }>

/** Makes a promise with its first entry. Gives its id. */
export async function recordPromise(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  event: Making,
  options: { readonly id?: string } = {},
): Promise<string> {
  const key = { workspaceId: actor.workspaceId, promiseId: options.id ?? desk.newId() }
  const { customerId, messageId, predecessorId } = event.body
  await insertPromise(queries, { ...key, customerId, messageId, predecessorId, createdAt: desk.now().toString() })
  await append(queries, desk, { key, stored: [], event, by: actor.by, at: event.body.saidAt })
  return key.promiseId
}

/**
 * Appends one entry and writes the projection row, in the caller's transaction. `not_found` when there is no such promise
 * here; `conflict` when its state does not allow it. `check` sees the promise before, and may refuse.
 */
export async function recordEntry(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  promiseId: string,
  event: Exclude<EntryEvent, Making> | ((before: CustomerPromise) => Exclude<EntryEvent, Making>),
  options: { readonly at?: string } = {},
): Promise<CustomerPromise> {
  const key = { workspaceId: actor.workspaceId, promiseId }
  const before = await readPromiseForChange(queries, key)
  const said = typeof event === "function" ? event(before.promise) : event
  assertMayFollow(before.promise, said.kind)
  return append(queries, desk, {
    key,
    stored: before.stored,
    event: said,
    by: actor.by,
    at: options.at ?? desk.now().toString(),
  })
}

/** The promise and its entries, locked until the transaction ends. */
export async function readPromiseForChange(
  queries: Queries,
  key: PromiseKey,
): Promise<{ promise: CustomerPromise; stored: readonly StoredEntry[] }> {
  if (!(await lockPromise(queries, key))) throw notFound("promise")
  const stored = await readEntries(queries, key)
  return { promise: promiseOf(stored.map(({ entry }) => entry)), stored }
}

/** Whether every entry follows from the one before it. */
export function chainVerifies(desk: Desk, key: PromiseKey, stored: readonly StoredEntry[]): boolean {
  return firstBreak(chainOf(key, stored), desk.digest) === null
}

type Append = {
  readonly key: PromiseKey
  readonly stored: readonly StoredEntry[]
  readonly event: EntryEvent
  readonly by: By
  readonly at: string
}

async function append(queries: Queries, desk: Desk, { key, stored, event, by, at }: Append): Promise<CustomerPromise> {
  const head = { seq: stored.length + 1, at: milliseconds(at), recordedAt: milliseconds(desk.now().toString()), by }
  const entry: Entry = { ...head, ...event }
  const salt = event.texts === null ? null : desk.newSalt()
  const textDigest = salt === null ? null : textDigestOf(event.texts, salt, desk.digest)
  const previousHash = stored.at(-1)?.hash ?? GENESIS
  const link = { ...key, ...head, kind: event.kind, body: event.body, textDigest }
  const hash = hashOf(link, previousHash, desk.digest)
  await insertEntry(queries, key, { entry, textDigest, previousHash, hash, salt })
  const promise = promiseOf([...stored.map((one) => one.entry), entry])
  if (GIVES.has(event.kind)) await assertOwnerSees(queries, key.workspaceId, promise)
  await writePromiseRow(queries, key, promise, { seq: head.seq, hash, nextAt: await nextAtOf(queries, key, promise) })
  await announce(queries, key, promise, head.recordedAt)
  await planEvent(queries, key.workspaceId, {
    topic: "promises",
    key: `${key.promiseId} ${head.seq}`,
    type: `promise.${event.kind}`,
    at: head.recordedAt,
    data: { promiseId: key.promiseId, number: head.seq, state: promise.state, conversationId: promise.conversationId },
  })
  const step = noticeWith(event)
  if (step !== null && promise.ownerId !== by.id) {
    await tell(queries, desk, { key, step, round: head.seq, memberId: promise.ownerId, isOwnerAgain: false })
  }
  return promise
}

const GIVES: ReadonlySet<EntryEvent["kind"]> = new Set(["opened", "proposed", "confirmed", "handed-over", "moved"])

/** Whoever owns a promise sees it, always: it is not given to somebody who may not see its conversation. */
async function assertOwnerSees(queries: Queries, workspaceId: string, promise: CustomerPromise): Promise<void> {
  if (promise.conversationId === null || !(isOwed(promise.state) || promise.state === "proposed")) return
  await assertSees(queries, workspaceId, { memberId: promise.ownerId, conversationId: promise.conversationId })
}

/** What the owner is told with an entry, unless they made it themselves. */
function noticeWith(event: EntryEvent): NoticeStep | null {
  if (event.kind === "handed-over") return "handed"
  if (event.kind === "reopened" && event.body.why === "disputed") return "disputed"
  return event.kind === "chased" ? "chased" : null
}

async function nextAtOf(queries: Queries, key: PromiseKey, promise: CustomerPromise): Promise<string | null> {
  if (!isOwed(promise.state)) return null
  const settings = await readSettings(queries, key.workspaceId)
  return nextLook(promise, rulesOf(settings), await readGiven(queries, key))?.toString() ?? null
}

async function announce(queries: Queries, key: PromiseKey, promise: CustomerPromise, at: string): Promise<void> {
  const { workspaceId, promiseId } = key
  await insertChange(queries, { workspaceId, kind: "promise", id: promiseId, at })
  if (promise.conversationId === null) return
  await insertChange(queries, { workspaceId, kind: "conversation", id: promise.conversationId, at })
}
