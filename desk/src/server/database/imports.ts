import type { Queries } from "./database.ts"

export type ImportKind = "mails" | "tickets" | "customers"

export type ImportRow = {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly size: number
  readonly total: number
  readonly done: number
  readonly taken: number
  readonly changed: number
  readonly again: number
  readonly leftOut: number
  readonly proposed: number
  readonly problems: readonly string[]
  readonly by: string | null
  readonly startedAt: string
  readonly changedAt: string
  readonly endedAt: string | null
}

const IMPORT = `
  select i.import_id as "id", i.kind, i.file_name as "fileName", i.size::float8 as "size", i.total, i.done, i.taken, i.changed,
    i.again, i.left_out as "leftOut", i.proposed, i.problems, m.name as "by", i.started_at as "startedAt",
    i.changed_at as "changedAt", i.ended_at as "endedAt"
  from imports i left join members m on m.workspace_id = i.workspace_id and m.member_id = i.by_id`

export async function readImport(queries: Queries, workspaceId: string, importId: string): Promise<ImportRow | null> {
  const [row] = await queries.query<ImportRow>(`${IMPORT} where i.workspace_id = $1 and i.import_id = $2`, [
    workspaceId,
    importId,
  ])
  return row ?? null
}

export function listImports(queries: Queries, workspaceId: string): Promise<readonly ImportRow[]> {
  return queries.query<ImportRow>(`${IMPORT} where i.workspace_id = $1 order by i.started_at desc limit 50`, [
    workspaceId,
  ])
}

/** The one that was begun with this file and has not ended, else a new one. Gives its id. */
export async function beginImport(
  queries: Queries,
  workspaceId: string,
  begun: Pick<ImportRow, "id" | "kind" | "fileName" | "size" | "total"> & {
    readonly problems: readonly string[]
    readonly memberId: string | null
    readonly at: string
  },
): Promise<string> {
  const [row] = await queries.query<{ id: string }>(
    `insert into imports (workspace_id, import_id, kind, file_name, size, total, problems, by_id, started_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $9)
     on conflict (workspace_id, kind, file_name, size) where ended_at is null do update set changed_at = $9
     returning import_id as "id"`,
    [
      workspaceId,
      begun.id,
      begun.kind,
      begun.fileName,
      begun.size,
      begun.total,
      JSON.stringify(begun.problems),
      begun.memberId,
      begun.at,
    ],
  )
  if (row === undefined) throw new Error("an import that was neither begun nor found")
  return row.id
}

export type Progress = Pick<ImportRow, "taken" | "changed" | "again" | "leftOut" | "proposed" | "problems">

/** Adds what became of the entries up to `done`; what is told a second time counts as being there already. */
export async function addProgress(
  queries: Queries,
  workspaceId: string,
  importId: string,
  { done, at, ...more }: Progress & { readonly done: number; readonly at: string },
): Promise<void> {
  await queries.query(
    `update imports set done = least(total, greatest(done, $3)), taken = taken + $4, changed = changed + $5, again = again + $6,
       left_out = left_out + $7, proposed = proposed + $8, changed_at = $10,
       problems = case when jsonb_array_length(problems) >= 200 then problems else problems || $9::jsonb end
     where workspace_id = $1 and import_id = $2`,
    [
      workspaceId,
      importId,
      done,
      more.taken,
      more.changed,
      more.again,
      more.leftOut,
      more.proposed,
      JSON.stringify(more.problems),
      at,
    ],
  )
}

/** False when it has ended, or there is none. */
export async function endImport(queries: Queries, workspaceId: string, importId: string, at: string): Promise<boolean> {
  const rows = await queries.query(
    `update imports set ended_at = $3, changed_at = $3 where workspace_id = $1 and import_id = $2 and ended_at is null returning 1`,
    [workspaceId, importId, at],
  )
  return rows.length > 0
}
