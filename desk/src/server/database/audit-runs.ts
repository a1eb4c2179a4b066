import type { Totals } from "../../ledger/protocol-audit.ts"
import type { Queries } from "./database.ts"

export type AuditRun = Totals & {
  readonly at: string
  readonly cause: "document" | "acceptance" | "rules" | "desk"
  readonly documents: number
}

export async function insertRun(
  queries: Queries,
  workspaceId: string,
  run: AuditRun & { readonly id: string },
): Promise<void> {
  const { id, at, cause, documents, hold, confirm, remark, accepted } = run
  await queries.query(
    `insert into audit_runs (workspace_id, run_id, at, cause, documents, hold, confirm, remark, accepted)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspaceId, id, at, cause, documents, hold, confirm, remark, accepted],
  )
}

/** The newest runs, oldest first. */
export async function listRuns(queries: Queries, workspaceId: string, limit: number): Promise<readonly AuditRun[]> {
  const rows = await queries.query<AuditRun>(
    `select at, cause, documents, hold, confirm, remark, accepted from audit_runs
     where workspace_id = $1 order by at desc, run_id desc limit $2`,
    [workspaceId, limit],
  )
  return rows.toReversed()
}
