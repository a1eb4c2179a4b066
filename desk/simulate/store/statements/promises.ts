import type { Given, NoticeStep } from "../../../src/ledger/next-step.ts"
import type { EntryRow } from "../../../src/server/database/entries.ts"
import { isUpTo, printed } from "../instants.ts"
import type { AwayRow, PromiseRow, Tables } from "../tables.ts"
import { FOUND, NOTHING, type Statements } from "./statement.ts"

type Ids = [string, string]

/** database/entries.ts, promises.ts and due.ts */
export const promiseStatements: Statements = {
  "insert into promises (": (tables, given) => {
    const [workspace_id, promise_id, customer_id, message_id] = given as [string, string, string, string | null]
    if (tables.promises.get(promise_id) !== undefined) throw new Error(`the promise ${promise_id} is there already`)
    tables.promises.put(promise_id, { workspace_id, promise_id, customer_id, message_id })
    return NOTHING
  },
  "select 1 from promises where workspace_id = $1 and promise_id = $2 for update": (tables, given) => {
    const [, promiseId] = given as Ids
    return tables.promises.get(promiseId) === undefined ? NOTHING : FOUND
  },
  'select conversation_id as "id" from promise_rows where': (tables, given) => {
    const row = tables.rows.get((given as Ids)[1])
    return row === undefined ? NOTHING : [{ id: row.conversation_id }]
  },
  "select e.seq, e.kind,": (tables, given) => {
    const [, promiseId] = given as Ids
    return entriesOf(tables, promiseId).map(({ workspace_id: _w, promise_id: _p, salt: _s, ...row }) => row)
  },
  "insert into entries (": (tables, given) => {
    const [workspace_id, promise_id, seq, kind, at, recordedAt, by_kind, by_id, body, ...rest] = given as Entry
    const [text_digest, previous_hash, hash] = rest
    if (tables.entries.get(`${promise_id} ${seq}`) !== undefined) throw new Error(`entry ${seq} is there already`)
    const row = { seq, kind, at: printed(at), recorded_at: printed(recordedAt), by_kind, by_id, body, text_digest }
    const chained = { ...row, previous_hash, hash, salt: null, texts: null }
    tables.entries.put(`${promise_id} ${seq}`, { workspace_id, promise_id, ...chained })
    return NOTHING
  },
  "insert into entry_texts (": (tables, given) => {
    const [, promiseId, seq, salt, texts] = given as [string, string, number, string, unknown]
    tables.entries.change(`${promiseId} ${seq}`, { salt, texts })
    return NOTHING
  },
  "insert into promise_rows (": (tables, given, _real, sql) => {
    const row: Record<string, unknown> = {}
    for (const [place, name] of columnsOf(sql).entries()) row[name] = valueOf(name, given[place])
    const promise = row as PromiseRow
    tables.rows.put(promise.promise_id, promise)
    return NOTHING
  },
  'select p.promise_id as "id", p.state, p.words, p.deed,': (tables, given) => {
    const [, promiseId] = given as Ids
    const row = tables.rows.get(promiseId)
    return row === undefined ? NOTHING : [viewOf(tables, row)]
  },
  'select p.promise_id as "promiseId", p.state, p.runs_from': (tables, given) => {
    const [workspaceId, after, limit] = given as [string, string | null, number]
    const owed = [...tables.rows.all()].filter(
      (row) => row.workspace_id === workspaceId && isOwed(row) && (after === null || row.promise_id > after),
    )
    const batch = owed.toSorted((one, other) => (one.promise_id < other.promise_id ? -1 : 1)).slice(0, limit)
    return batch.map((row) => ({ promiseId: row.promise_id, ...followed(row), given: givenOf(tables, row.promise_id) }))
  },
  'update promise_rows p set next_at = l."nextAt"': (tables, given) => {
    const looks = JSON.parse(String(given[1])) as { promiseId: string; nextAt: string | null }[]
    for (const { promiseId, nextAt } of looks) tables.rows.change(promiseId, { next_at: printed(nextAt) })
    return NOTHING
  },
  'select p.workspace_id as "workspaceId", p.promise_id as "promiseId" from promise_rows p': (tables, given) => {
    const [, ownerId, handAt, handUntil] = given as [string, string, string, string]
    const left = toHandOver(tables, { member_id: ownerId, hand_at: handAt, hand_until: handUntil })
    const [first] = left.toSorted(byDue)
    return first === undefined ? NOTHING : [{ workspaceId: first.workspace_id, promiseId: first.promise_id }]
  },
  'select promise_id as "id" from promise_rows where workspace_id = $1 and owner_id = $2': (tables, given) => {
    const [, ownerId] = given as Ids
    const ids = tables.rowsByOwner.of(ownerId).map(({ promise_id: id }) => id)
    return ids.toSorted().map((id) => ({ id }))
  },
}

/** What somebody who is away owes, is due before they are back, and was not handed over for it yet. */
export function toHandOver(
  tables: Tables,
  away: Pick<AwayRow, "member_id" | "hand_at" | "hand_until">,
): readonly PromiseRow[] {
  const until = printed(away.hand_until)
  return tables.rowsByOwner
    .of(away.member_id)
    .filter(
      ({ promise_id: id, due_until: due }) =>
        (due === null || (isUpTo(due, until) && due !== until)) && !wasHandedSince(tables, id, away.hand_at),
    )
}

/** `max(round)` of each step that was told or passed over. */
export function givenOf(tables: Tables, promiseId: string): readonly Given[] {
  const rounds = new Map<NoticeStep, number>()
  for (const { step, round } of tables.noticesByPromise.of(promiseId)) {
    rounds.set(step, Math.max(round, rounds.get(step) ?? 0))
  }
  return [...rounds].map(([step, round]) => ({ step, round }))
}

export function entriesOf(tables: Tables, promiseId: string) {
  return tables.entriesByPromise.of(promiseId).toSorted((one, other) => one.seq - other.seq)
}

/** What follow-through reads of a promise, see database/due.ts and looks.ts. */
export function followed(row: PromiseRow) {
  return {
    state: row.state,
    runsFrom: row.runs_from,
    dueUntil: row.due_until,
    conditional: !row.condition_met,
    conditionMet: row.condition_met,
    brokenAt: row.broken_at,
  }
}

export function isOwed({ state }: Pick<PromiseRow, "state">): boolean {
  return state === "open" || state === "broken"
}

type Entry = [
  ...[string, string, number, string, string, string, string, string | null, EntryRow["body"]],
  ...[string | null, string, string],
]

const known = new Map<string, readonly string[]>()

/** The columns that an insert names, in their order. */
function columnsOf(sql: string): readonly string[] {
  const before = known.get(sql)
  if (before !== undefined) return before
  const columns = sql.slice(sql.indexOf("(") + 1, sql.indexOf(")")).split(", ")
  known.set(sql, columns)
  return columns
}

const INSTANTS = /_at$|_until$|_since$|_from$/

function valueOf(column: string, value: unknown): unknown {
  return typeof value === "string" && INSTANTS.test(column) ? printed(value) : value
}

function wasHandedSince(tables: Tables, promiseId: string, since: string): boolean {
  return tables.entriesByPromise
    .of(promiseId)
    .some(
      ({ kind, body, recorded_at: at }) =>
        kind === "handed-over" && (body as { why: string }).why === "away" && isUpTo(since, at),
    )
}

/** `order by due_until, promise_id`: what has no due time comes last. */
export function byDue(one: PromiseRow, other: PromiseRow): number {
  if (one.due_until === other.due_until) return one.promise_id < other.promise_id ? -1 : 1
  if (one.due_until === null || other.due_until === null) return one.due_until === null ? 1 : -1
  return isUpTo(one.due_until, other.due_until) ? -1 : 1
}

function viewOf(tables: Tables, row: PromiseRow): Readonly<Record<string, unknown>> {
  const person = (id: unknown) => {
    const member = typeof id === "string" ? tables.members.get(id) : undefined
    return member === undefined ? null : { id: member.member_id, name: member.name }
  }
  const message = typeof row["message_id"] === "string" ? tables.messages.get(row["message_id"]) : undefined
  return {
    id: row.promise_id,
    state: row.state,
    words: row.words,
    deed: row["deed"],
    customer: { id: row.customer_id, name: tables.customers.get(row.customer_id)?.name ?? null },
    conversationId: row.conversation_id,
    messageId: row["message_id"],
    owner: person(row.owner_id),
    dueFrom: row["due_from"],
    dueUntil: row.due_until,
    dueWords: row["due_words"],
    condition: row["condition"],
    conditionMet: row.condition_met,
    waiting:
      row.waiting_on === null ? null : { on: row.waiting_on, note: row.waiting_note, since: row["waiting_since"] },
    channel: row["channel"],
    saidAt: row["said_at"],
    saidBy: person(row["said_by"]),
    brokenAt: row.broken_at,
    settledAt: row["settled_at"],
    evidence: row["evidence"],
    chased: row["chased"],
    predecessorId: row["predecessor_id"],
    successorId: row["successor_id"],
    delivery: message?.delivery ?? null,
  }
}
