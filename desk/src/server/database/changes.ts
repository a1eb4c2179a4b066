import type { Queries } from "./database.ts"

export type ChangeKind =
  | "promise"
  | "conversation"
  | "message"
  | "customer"
  | "task"
  | "member"
  | "workspace"
  | "notice"
  | "fact"
  | "reply"
  | "audit"
  | "draft"
  | "replying"
  | "view"
  | "order"

/** Tells open screens what to fetch again; written in the transaction of the change itself. */
export async function insertChange(
  queries: Queries,
  change: { readonly workspaceId: string; readonly kind: ChangeKind; readonly id: string; readonly at: string },
): Promise<void> {
  await queries.query("insert into changes (workspace_id, kind, id, at) values ($1, $2, $3, $4)", [
    change.workspaceId,
    change.kind,
    change.id,
    change.at,
  ])
}
