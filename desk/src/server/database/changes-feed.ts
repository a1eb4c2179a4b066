import type { ChangeKind } from "./changes.ts"
import type { Queries } from "./database.ts"

export type ChangeRow = {
  readonly workspaceId: string
  readonly seq: number
  readonly kind: ChangeKind
  readonly id: string
}

const VIEW = `select workspace_id as "workspaceId", seq, kind, id from changes`

/** Of all workspaces: those after `seq`, and those of `late` that have come since, in their order. */
export function listChanges(
  queries: Queries,
  after: { readonly seq: number; readonly late: readonly number[]; readonly limit: number },
): Promise<readonly ChangeRow[]> {
  return queries.query<ChangeRow>(`${VIEW} where seq > $1 or seq = any($2::bigint[]) order by seq limit $3`, [
    after.seq,
    after.late,
    after.limit,
  ])
}

/** Of one workspace: those after `seq` and up to `until`. */
export function listMissedChanges(
  queries: Queries,
  workspaceId: string,
  range: { readonly after: number; readonly until: number; readonly limit: number },
): Promise<readonly ChangeRow[]> {
  return queries.query<ChangeRow>(`${VIEW} where workspace_id = $1 and seq > $2 and seq <= $3 order by seq limit $4`, [
    workspaceId,
    range.after,
    range.until,
    range.limit,
  ])
}

/** The numbers of the newest changes, the newest first. */
export async function listLastNumbers(queries: Queries, limit: number): Promise<readonly number[]> {
  const rows = await queries.query<{ seq: number }>("select seq from changes order by seq desc limit $1", [limit])
  return rows.map(({ seq }) => seq)
}

/** The oldest change that is still kept; null when there is none. */
export async function readFirstChange(queries: Queries): Promise<number | null> {
  const [row] = await queries.query<{ seq: number | null }>(`select min(seq) as "seq" from changes`)
  return row?.seq ?? null
}

export async function deleteChangesBefore(queries: Queries, at: string): Promise<void> {
  await queries.query("delete from changes where at < $1", [at])
}
