import type { NoticeStep } from "../../ledger/next-step.ts"
import type { WorkspaceSettings } from "../../ledger/workspace-settings.ts"
import type { Database, Queries } from "./database.ts"
import { type EntryRow, type PromiseKey, ROW_COLUMNS, type StoredEntry, storedEntryOf } from "./entries.ts"

const BATCH_LENGTH = 250 // promises held in memory at a time

/** Everything that is stored of a promise. What should not be can be: then there is no promise, no row, or no entry. */
export type StoredPromise = {
  readonly key: PromiseKey
  /** Null when the promise itself is gone, and others still tell of it. */
  readonly row: Readonly<Record<string, unknown>> | null
  readonly isThere: boolean
  readonly entries: readonly StoredEntry[]
  readonly texts: readonly StoredText[]
  readonly given: readonly GivenRow[]
  readonly leaves: readonly StoredLeaf[]
}

/** Either may be missing: the promise, or the row that it is listed by. */
type PromiseWithRow = Readonly<Record<string, unknown>> & { readonly promise_id: string }
type StoredText = { readonly seq: number; readonly salt: string; readonly texts: unknown }
/** A leaf, and which checkpoint wrote it down. */
type StoredLeaf = { readonly number: number; readonly seq: number; readonly hash: string }
type GivenRow = { readonly step: NoticeStep; readonly round: number }

/** A transaction that may take as long as it needs. */
export function longTransaction<T>(database: Database, work: (queries: Queries) => Promise<T>): Promise<T> {
  return database.transaction(async (queries) => {
    await liftLimits(queries)
    return work(queries)
  })
}

/** As a long transaction, but everything is read as it is at one moment. */
export function readAsOfNow<T>(database: Database, work: (queries: Queries) => Promise<T>): Promise<T> {
  return database.transaction(async (queries) => {
    await queries.query("set transaction isolation level repeatable read, read only")
    await liftLimits(queries)
    // A range of keys is much smaller than the planner believes, which knows only how many have the same workspace.
    await queries.query(
      "set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off",
    )
    return work(queries)
  })
}

async function liftLimits(queries: Queries): Promise<void> {
  await queries.query("set local statement_timeout = 0")
  await queries.query("set local idle_in_transaction_session_timeout = 0")
}

export type StoredWorkspace = {
  readonly workspaceId: string
  readonly kind: string
  readonly settings: WorkspaceSettings
}

export async function readWorkspaces(queries: Queries): Promise<ReadonlyMap<string, StoredWorkspace>> {
  const rows = await queries.query<StoredWorkspace>(
    `select workspace_id as "workspaceId", kind, settings from workspaces`,
  )
  return new Map(rows.map((row) => [row.workspaceId, row]))
}

/** The promises of these ranges, in the order of the keys. While one batch is looked at, the store reads the next. */
export async function* walkStoredPromises(
  queries: Queries,
  ranges: readonly KeyRange[],
): AsyncGenerator<readonly StoredPromise[]> {
  const [first, ...others] = ranges
  if (first === undefined) return
  let next = readBatch(queries, first)
  for (const range of others) {
    const batch = await next
    next = readBatch(queries, range)
    yield batch
  }
  yield next
}

/** All keys, cut into ranges of some hundred promises of one workspace. */
export async function readKeyRanges(queries: Queries): Promise<readonly KeyRange[]> {
  const cuts = new Map<string, string[]>()
  for (const workspaceId of await workspacesWithTraces(queries)) cuts.set(workspaceId, [FIRST])
  for (const { workspaceId, promiseId } of await batchStarts(queries)) cuts.get(workspaceId)?.push(promiseId)
  return [...cuts].flatMap(([workspaceId, starts]) =>
    starts.map((from, index) => ({ workspaceId, from, before: starts[index + 1] ?? null })),
  )
}

const FIRST = "00000000-0000-0000-0000-000000000000"

/**
 * The workspaces that any table tells of, in order: one that somebody has deleted behind the desk's back must not take what
 * it holds out of sight. Each table is asked for its next one, which its key knows without reading the rows.
 */
async function workspacesWithTraces(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(TABLES.map(workspacesIn).join(" union ") + " order by 1")
  return rows.map(({ id }) => id)
}

const TABLES = ["promises", "promise_rows", "entries", "entry_texts", "notices", "checkpoint_leaves"]

function workspacesIn(table: string): string {
  return `(with recursive w (id) as (
      (select workspace_id from ${table} order by workspace_id limit 1)
      union all
      select (select workspace_id from ${table} where workspace_id > w.id order by workspace_id limit 1)
      from w where w.id is not null)
    select id from w where id is not null)`
}

/** The first key of each batch after another. The last batch has no end, so that nothing can hide behind it. */
function batchStarts(queries: Queries): Promise<readonly PromiseKey[]> {
  return queries.query<PromiseKey>(
    `select workspace_id as "workspaceId", promise_id as "promiseId" from (
       select workspace_id, promise_id, row_number() over (partition by workspace_id order by promise_id) as place
       from promises) as p
     where place > 1 and place % ${BATCH_LENGTH} = 1 order by 1, 2`,
  )
}

/** From and with one promise, up to and without another, or to the last. */
export type KeyRange = { readonly workspaceId: string; readonly from: string; readonly before: string | null }

async function readBatch(queries: Queries, { workspaceId, from, before }: KeyRange): Promise<readonly StoredPromise[]> {
  // Not one comparison of pairs of ids: PostgreSQL would then read the index from the workspace's first promise on.
  const range = `workspace_id = $1 and promise_id >= $2 ${before === null ? "" : "and promise_id < $3"}`
  const parameters = before === null ? [workspaceId, from] : [workspaceId, from, before]
  const read = <Row>(columns: string, table: string, rest = "") =>
    queries.query<Row & { readonly promise_id: string }>(
      `select promise_id, ${columns} from ${table} where ${range} ${rest}`,
      parameters,
    )
  const [promises, entries, texts, given, leaves] = await Promise.all([
    queries.query<PromiseWithRow>(
      `select * from (select promise_id, true as "isThere" from promises where ${range}) as p
       full join (select ${ROW_COLUMNS.join(", ")} from promise_rows where ${range}) as r using (promise_id)`,
      parameters,
    ),
    read<EntryRow>(
      "seq, kind, at, recorded_at, by_kind, by_id, body, text_digest, previous_hash, hash",
      "entries",
      "order by workspace_id, promise_id, seq",
    ),
    read<StoredText>("seq, salt, texts", "entry_texts", "order by workspace_id, promise_id, seq"),
    read<GivenRow>("step, max(round) as round", "notices", "group by workspace_id, promise_id, step"),
    read<StoredLeaf>("number, seq, hash", "checkpoint_leaves", "order by workspace_id, promise_id, number"),
  ])
  const found = new Map<string, Gathered>()
  let last: Gathered | undefined
  const at = ({ promise_id: promiseId }: { readonly promise_id: string }) => {
    if (last?.key.promiseId !== promiseId) last = gathered(found, { workspaceId, promiseId })
    return last
  }
  for (const one of promises) {
    const promise = at(one)
    promise.isThere = one.isThere === true
    promise.row = one.workspace_id === null ? null : one
  }
  for (const one of texts) at(one).texts.push(one)
  for (const one of entries) {
    const promise = at(one)
    promise.entries.push(storedEntryOf(one, promise.texts.find(({ seq }) => seq === one.seq)?.texts))
  }
  for (const one of given) at(one).given.push(one)
  for (const one of leaves) at(one).leaves.push(one)
  return inOrderOfKeys([...found.values()])
}

type Gathered = {
  readonly key: PromiseKey
  isThere: boolean
  row: Readonly<Record<string, unknown>> | null
  readonly entries: StoredEntry[]
  readonly texts: StoredText[]
  readonly given: GivenRow[]
  readonly leaves: StoredLeaf[]
}

function gathered(found: Map<string, Gathered>, key: PromiseKey): Gathered {
  const known = found.get(key.promiseId)
  if (known !== undefined) return known
  const fresh = { key, isThere: false, row: null, entries: [], texts: [], given: [], leaves: [] }
  found.set(key.promiseId, fresh)
  return fresh
}

/** As PostgreSQL sorts ids: their hex digits sort as their bytes do. */
function inOrderOfKeys(found: readonly StoredPromise[]): readonly StoredPromise[] {
  return found.toSorted((one, other) => (one.key.promiseId < other.key.promiseId ? -1 : 1))
}
