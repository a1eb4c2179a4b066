import type { NoticeStep } from "../../ledger/next-step.ts"
import type { WorkspaceSettings } from "../../ledger/workspace-settings.ts"
import type { StoredLeaf } from "./checkpoints.ts"
import type { Database, Queries } from "./database.ts"
import { type EntryRow, type PromiseKey, type StoredEntry, storedEntryOf } from "./entries.ts"

const BATCH_LENGTH = 1_000 // promises held in memory at a time

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

type StoredText = PromiseKey & { readonly seq: number; readonly salt: string; readonly texts: unknown }
type GivenRow = PromiseKey & { readonly step: NoticeStep; readonly round: number }

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

/** All keys, cut into ranges of a thousand promises. */
export async function readKeyRanges(queries: Queries): Promise<readonly KeyRange[]> {
  const ends = await batchEnds(queries)
  return ends.map((end, index) => [ends[index - 1] ?? FIRST, end])
}

const FIRST: PromiseKey = {
  workspaceId: "00000000-0000-0000-0000-000000000000",
  promiseId: "00000000-0000-0000-0000-000000000000",
}
const LAST: PromiseKey = {
  workspaceId: "ffffffff-ffff-ffff-ffff-ffffffffffff",
  promiseId: "ffffffff-ffff-ffff-ffff-ffffffffffff",
}

/** The last key of each batch. The last batch has no end, so that nothing can hide behind it. */
async function batchEnds(queries: Queries): Promise<readonly PromiseKey[]> {
  const ends = await queries.query<PromiseKey>(
    `select workspace_id as "workspaceId", promise_id as "promiseId" from (
       select workspace_id, promise_id, row_number() over (order by workspace_id, promise_id) as place from promises) as p
     where place % ${BATCH_LENGTH} = 0 order by 1, 2`,
  )
  return [...ends, LAST]
}

/** After the first key, up to and with the second. */
export type KeyRange = readonly [PromiseKey, PromiseKey]

async function readBatch(queries: Queries, range: KeyRange): Promise<readonly StoredPromise[]> {
  const read = <Row>(columns: string, from: string, order = "") =>
    queries.query<Row & PromiseKey>(
      `select x.workspace_id as "workspaceId", x.promise_id as "promiseId", ${columns} from ${from}
       where (x.workspace_id, x.promise_id) > ($1::uuid, $2::uuid) and (x.workspace_id, x.promise_id) <= ($3::uuid, $4::uuid) ${order}`,
      range.flatMap(({ workspaceId, promiseId }) => [workspaceId, promiseId]),
    )
  const [promises, rows, entries, texts, given, leaves] = await Promise.all([
    read("1 as there", "promises x"),
    read<Record<string, unknown>>("x.*", "promise_rows x"),
    read<EntryRow>(
      "seq, kind, at, recorded_at, by_kind, by_id, body, text_digest, previous_hash, hash",
      "entries x",
      "order by x.workspace_id, x.promise_id, x.seq",
    ),
    read<StoredText>("seq, salt, texts", "entry_texts x", "order by x.workspace_id, x.promise_id, x.seq"),
    read<GivenRow>(`step, max(round) as "round"`, "notices x", "group by x.workspace_id, x.promise_id, step"),
    read<StoredLeaf>("number, seq, hash", "checkpoint_leaves x", "order by x.workspace_id, x.promise_id, x.number"),
  ])
  const found = new Map<string, Gathered>()
  const at = ({ workspaceId, promiseId }: PromiseKey) => gathered(found, { workspaceId, promiseId })
  for (const one of promises) at(one).isThere = true
  for (const one of rows) at(one).row = one
  for (const one of texts) at(one).texts.push(one)
  for (const one of entries) {
    const promise = at(one)
    promise.entries.push(storedEntryOf(one, promise.texts.find(({ seq }) => seq === one.seq)?.texts))
  }
  for (const one of given) at(one).given.push(one)
  for (const one of leaves) at(one).leaves.push(one)
  return inOrderOfKeys([...found.entries()])
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
  const name = `${key.workspaceId} ${key.promiseId}`
  const known = found.get(name)
  if (known !== undefined) return known
  const fresh = { key, isThere: false, row: null, entries: [], texts: [], given: [], leaves: [] }
  found.set(name, fresh)
  return fresh
}

/** As PostgreSQL sorts ids: their hex digits sort as their bytes do. */
function inOrderOfKeys(found: readonly (readonly [string, Gathered])[]): readonly StoredPromise[] {
  return found.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, promise]) => promise)
}
