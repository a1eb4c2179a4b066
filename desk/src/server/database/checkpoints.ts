import type { Leaf, LogLeaf, SignedCheckpoint } from "../../ledger/checkpoint.ts"
import type { Queries } from "./database.ts"
import { milliseconds } from "./entries.ts"

const BATCH_LENGTH = 1_000

/** Holds off other processes until the transaction ends, so that each number is given once. Reading goes on. */
export async function lockCheckpoints(queries: Queries): Promise<void> {
  await queries.query("lock table checkpoints in share row exclusive mode")
}

/** All of them, or the one with this number. */
export async function readCheckpoints(
  queries: Queries,
  number: number | null = null,
): Promise<readonly SignedCheckpoint[]> {
  const sql = `${SELECT} where $1::int is null or number = $1 order by number`
  return (await queries.query<SignedCheckpoint>(sql, [number])).map(asSigned)
}

export async function readNewestCheckpoint(queries: Queries): Promise<SignedCheckpoint | null> {
  const [row] = await queries.query<SignedCheckpoint>(`${SELECT} order by number desc limit 1`)
  return row === undefined ? null : asSigned(row)
}

/** Instants in the one form that was signed. */
function asSigned(row: SignedCheckpoint): SignedCheckpoint {
  return { ...row, at: milliseconds(row.at), recordedBefore: milliseconds(row.recordedBefore) }
}

const SELECT = `select number, at, recorded_before as "recordedBefore", promises, entries, root, previous,
  public_key as "publicKey", signature from checkpoints`

export async function insertCheckpoint(queries: Queries, checkpoint: SignedCheckpoint): Promise<void> {
  const { number, at, recordedBefore, promises, entries, root, previous, publicKey, signature } = checkpoint
  await queries.query(
    `insert into checkpoints (number, at, recorded_before, promises, entries, root, previous, public_key, signature)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [number, at, recordedBefore, promises, entries, root, previous, publicKey, signature],
  )
}

/** Whether there is anything to seal: an entry of a promise, or of a log of settings. */
export async function hasEntries(queries: Queries): Promise<boolean> {
  const rows = await queries.query(
    `select 1 from workspaces w where w.kind <> 'sample'
       and (exists (select 1 from entries e where e.workspace_id = w.workspace_id)
         or exists (select 1 from settings_log l where l.workspace_id = w.workspace_id)) limit 1`,
  )
  return rows.length > 0
}

/** The leaves of all promises, in the order of their keys. They do not change while the transaction lasts. */
export async function* walkNewestLeaves(queries: Queries): AsyncGenerator<readonly Leaf[]> {
  await queries.query(`declare newest_leaves no scroll cursor for
    select e.workspace_id as "workspaceId", e.promise_id as "promiseId", e.seq, e.hash
    from (select distinct on (workspace_id, promise_id) workspace_id, promise_id, seq, hash
          from entries order by workspace_id, promise_id, seq desc) e
    join workspaces w on w.workspace_id = e.workspace_id where w.kind <> 'sample'
    order by e.workspace_id, e.promise_id`)
  for (;;) {
    const leaves = await queries.query<Leaf>(`fetch ${BATCH_LENGTH} from newest_leaves`)
    if (leaves.length === 0) break
    yield leaves
  }
  await queries.query("close newest_leaves")
}

/** The leaves of a checkpoint, as they were when it was taken, in the order in which they were hashed. */
export function listLeavesOf(queries: Queries, number: number): Promise<readonly Leaf[]> {
  return queries.query<Leaf>(
    `select distinct on (workspace_id, promise_id) workspace_id as "workspaceId", promise_id as "promiseId", seq, hash
     from checkpoint_leaves where number <= $1 order by workspace_id, promise_id, number desc`,
    [number],
  )
}

/** Of these leaves, writes down those that no earlier checkpoint has. */
export async function insertNewLeaves(queries: Queries, number: number, leaves: readonly Leaf[]): Promise<void> {
  await queries.query(
    `insert into checkpoint_leaves (workspace_id, promise_id, number, seq, hash)
     select n.workspace_id, n.promise_id, $1, n.seq, n.hash
     from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[]) as n (workspace_id, promise_id, seq, hash)
     left join lateral (
       select l.seq, l.hash from checkpoint_leaves l
       where l.workspace_id = n.workspace_id and l.promise_id = n.promise_id order by l.number desc limit 1
     ) as before on true
     where (n.seq, n.hash) is distinct from (before.seq, before.hash)`,
    [
      number,
      leaves.map(({ workspaceId }) => workspaceId),
      leaves.map(({ promiseId }) => promiseId),
      leaves.map(({ seq }) => seq),
      leaves.map(({ hash }) => hash),
    ],
  )
}

/** The leaves of the logs of settings, in the order of their workspaces. */
export function listNewestLogLeaves(queries: Queries): Promise<readonly LogLeaf[]> {
  return queries.query<LogLeaf>(
    `select w.workspace_id as "workspaceId", l.seq, l.hash from workspaces w
     cross join lateral (select seq, hash from settings_log s where s.workspace_id = w.workspace_id order by seq desc limit 1) l
     where w.kind <> 'sample' order by w.workspace_id`,
  )
}

/** As `listLeavesOf`, of the logs. */
export function listLogLeavesOf(queries: Queries, number: number): Promise<readonly LogLeaf[]> {
  return queries.query<LogLeaf>(
    `select distinct on (workspace_id) workspace_id as "workspaceId", seq, hash
     from checkpoint_log_leaves where number <= $1 order by workspace_id, number desc`,
    [number],
  )
}

/** A leaf of a log, and which checkpoint wrote it down. */
export type StoredLogLeaf = LogLeaf & { readonly number: number }

export function listLogLeaves(queries: Queries): Promise<readonly StoredLogLeaf[]> {
  return queries.query<StoredLogLeaf>(
    `select workspace_id as "workspaceId", number, seq, hash from checkpoint_log_leaves order by workspace_id, number`,
  )
}

/** As `insertNewLeaves`, of the logs. */
export async function insertNewLogLeaves(queries: Queries, number: number, leaves: readonly LogLeaf[]): Promise<void> {
  const known = new Map((await listLogLeavesOf(queries, number)).map((leaf) => [leaf.workspaceId, leaf]))
  const fresh = leaves.filter(({ workspaceId, seq, hash }) => {
    const before = known.get(workspaceId)
    return before?.seq !== seq || before.hash !== hash
  })
  await queries.query(
    `insert into checkpoint_log_leaves (workspace_id, number, seq, hash)
     select n.workspace_id, $1, n.seq, n.hash from unnest($2::uuid[], $3::int[], $4::text[]) as n (workspace_id, seq, hash)`,
    [number, fresh.map(({ workspaceId }) => workspaceId), fresh.map(({ seq }) => seq), fresh.map(({ hash }) => hash)],
  )
}
