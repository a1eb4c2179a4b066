import type { ChainedEntry } from "../../ledger/chain.ts"
import type { CustomerPromise } from "../../ledger/customer-promise.ts"
import type { Entry } from "../../ledger/entry.ts"
import type { Queries } from "./database.ts"

export type EntryRow = {
  seq: number
  kind: string
  at: string
  recorded_at: string
  by_kind: string
  by_id: string | null
  body: unknown
  text_digest: string | null
  previous_hash: string
  hash: string
}

/** An entry as stored, with what chains it. */
export type StoredEntry = {
  readonly entry: Entry
  readonly textDigest: string | null
  readonly previousHash: string
  readonly hash: string
}

export type PromiseKey = { readonly workspaceId: string; readonly promiseId: string }

export async function insertPromise(
  queries: Queries,
  promise: PromiseKey & {
    customerId: string
    messageId: string | null
    predecessorId: string | null
    createdAt: string
  },
): Promise<void> {
  await queries.query(
    `insert into promises (workspace_id, promise_id, customer_id, message_id, predecessor_id, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      promise.workspaceId,
      promise.promiseId,
      promise.customerId,
      promise.messageId,
      promise.predecessorId,
      promise.createdAt,
    ],
  )
}

/** Holds the promise until the transaction ends, so that two entries cannot take the same place. False when there is none. */
export async function lockPromise(queries: Queries, key: PromiseKey): Promise<boolean> {
  const rows = await queries.query("select 1 from promises where workspace_id = $1 and promise_id = $2 for update", [
    key.workspaceId,
    key.promiseId,
  ])
  return rows.length > 0
}

export async function readEntries(queries: Queries, key: PromiseKey): Promise<readonly StoredEntry[]> {
  const rows = await queries.query<EntryRow & { texts: unknown }>(
    `select e.seq, e.kind, e.at, e.recorded_at, e.by_kind, e.by_id, e.body, t.texts, e.text_digest, e.previous_hash, e.hash
     from entries e left join entry_texts t using (workspace_id, promise_id, seq)
     where e.workspace_id = $1 and e.promise_id = $2 order by e.seq`,
    [key.workspaceId, key.promiseId],
  )
  return rows.map((row) => storedEntryOf(row, row.texts))
}

/** `texts`: its words, unless they were erased or it has none. */
export function storedEntryOf(row: EntryRow, texts: unknown): StoredEntry {
  return {
    entry: entryOf(row, texts),
    textDigest: row.text_digest,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}

export async function insertEntry(
  queries: Queries,
  key: PromiseKey,
  stored: StoredEntry & { readonly salt: string | null },
): Promise<void> {
  const { entry, textDigest, previousHash, hash, salt } = stored
  await queries.query(
    `insert into entries (workspace_id, promise_id, seq, kind, at, recorded_at, by_kind, by_id, body, text_digest, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      key.workspaceId,
      key.promiseId,
      entry.seq,
      entry.kind,
      entry.at,
      entry.recordedAt,
      entry.by.kind,
      entry.by.id,
      entry.body,
      textDigest,
      previousHash,
      hash,
    ],
  )
  if (salt === null || entry.texts === null) return
  await queries.query(
    "insert into entry_texts (workspace_id, promise_id, seq, salt, texts) values ($1, $2, $3, $4, $5)",
    [key.workspaceId, key.promiseId, entry.seq, salt, entry.texts],
  )
}

/** Writes the one row that a promise is listed by: what its entries say, and when it must be looked at again. */
export async function writePromiseRow(
  queries: Queries,
  key: PromiseKey,
  promise: CustomerPromise,
  last: { readonly seq: number; readonly hash: string; readonly nextAt: string | null },
): Promise<void> {
  const columns = rowOf(key, promise, last)
  const names = Object.keys(columns)
  const places = names.map((_, index) => `$${index + 1}`)
  const updates = names.slice(2).map((name) => `${name} = excluded.${name}`)
  await queries.query(
    `insert into promise_rows (${names.join(", ")}) values (${places.join(", ")})
     on conflict (workspace_id, promise_id) do update set ${updates.join(", ")}`,
    Object.values(columns),
  )
}

/** What a row says; whatever else is in it, the store works out of these. */
export const ROW_COLUMNS = [
  "workspace_id",
  "promise_id",
  "customer_id",
  "conversation_id",
  "message_id",
  "predecessor_id",
  "successor_id",
  "state",
  "owner_id",
  "words",
  "deed",
  "due_from",
  "due_until",
  "due_words",
  "condition",
  "condition_met",
  "waiting_on",
  "waiting_note",
  "waiting_since",
  "channel",
  "said_at",
  "said_by",
  "runs_from",
  "broken_at",
  "settled_at",
  "evidence",
  "chased",
  "last_seq",
  "last_hash",
  "next_at",
] as const
export type RowColumn = (typeof ROW_COLUMNS)[number]

export function rowOf(
  key: PromiseKey,
  promise: CustomerPromise,
  last: { readonly seq: number; readonly hash: string; readonly nextAt: string | null },
): Readonly<Record<RowColumn, unknown>> {
  return {
    workspace_id: key.workspaceId,
    promise_id: key.promiseId,
    customer_id: promise.customerId,
    conversation_id: promise.conversationId,
    message_id: promise.messageId,
    predecessor_id: promise.predecessorId,
    successor_id: promise.successorId,
    state: promise.state,
    owner_id: promise.ownerId,
    words: promise.words,
    deed: promise.deed,
    due_from: promise.dueFrom,
    due_until: promise.dueUntil,
    due_words: promise.dueWords,
    condition: promise.condition,
    condition_met: promise.conditionMet || !promise.conditional,
    waiting_on: promise.waitingOn,
    waiting_note: promise.waitingNote,
    waiting_since: promise.waitingSince,
    channel: promise.channel,
    said_at: promise.saidAt,
    said_by: promise.saidBy,
    runs_from: promise.runsFrom,
    broken_at: promise.brokenAt,
    settled_at: promise.settledAt,
    evidence: promise.evidence,
    chased: promise.chased,
    last_seq: last.seq,
    last_hash: last.hash,
    next_at: last.nextAt,
  }
}

/** The stored entries as the chain sees them. */
export function chainOf(key: PromiseKey, stored: readonly StoredEntry[]): readonly ChainedEntry[] {
  return stored.map(({ entry, textDigest, previousHash, hash }) => ({
    link: {
      ...key,
      seq: entry.seq,
      kind: entry.kind,
      at: entry.at,
      recordedAt: entry.recordedAt,
      by: entry.by,
      body: entry.body,
      textDigest,
    },
    previousHash,
    hash,
  }))
}

/** The one place where stored rows become entries: what was written through insertEntry comes back as it was. */
function entryOf(row: EntryRow, texts: unknown): Entry {
  return {
    seq: row.seq,
    kind: row.kind,
    at: milliseconds(row.at),
    recordedAt: milliseconds(row.recorded_at),
    by: { kind: row.by_kind, id: row.by_id },
    body: row.body,
    texts: texts ?? null,
  } as Entry
}

/** Instants of entries are hashed as text, so they have one form: UTC with milliseconds. */
export function milliseconds(instant: string): string {
  if (instant.length === 24 && instant[19] === "." && instant[23] === "Z") return instant
  if (instant.length === 20 && instant[19] === "Z") return `${instant.slice(0, -1)}.000Z`
  // PostgreSQL leaves zeros at the end out: one instant in ten has such.
  if (instant.length < 24 && instant[19] === "." && instant.endsWith("Z"))
    return `${instant.slice(0, -1).padEnd(23, "0")}Z`
  return Temporal.Instant.from(instant).toString({ fractionalSecondDigits: 3 })
}
