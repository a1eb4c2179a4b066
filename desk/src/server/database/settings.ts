import type { WorkspaceSettings } from "../../ledger/workspace-settings.ts"
import type { Queries } from "./database.ts"

/** How the workspace works. The workspace exists: whoever asks has been let into it. */
export async function readSettings(queries: Queries, workspaceId: string): Promise<WorkspaceSettings> {
  const [row] = await queries.query<{ settings: WorkspaceSettings }>(
    "select settings from workspaces where workspace_id = $1",
    [workspaceId],
  )
  if (row === undefined) throw new Error("the workspace of an entry is gone")
  return row.settings
}
