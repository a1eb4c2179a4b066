import { breaksAt } from "../../ledger/next-step.ts"
import { type WorkspaceSettings, calendarOf } from "../../ledger/workspace-settings.ts"
import type { Queries } from "../database/database.ts"
import { listOpenDues, setNextLook } from "../database/due.ts"

/** After the working hours or the grace have changed: says again when each open promise must be looked at. */
export async function recomputeLooks(
  queries: Queries,
  workspaceId: string,
  settings: WorkspaceSettings,
): Promise<void> {
  const calendar = calendarOf(settings)
  for (const { promiseId, dueUntil } of await listOpenDues(queries, workspaceId)) {
    await setNextLook(
      queries,
      { workspaceId, promiseId },
      breaksAt(dueUntil, calendar, settings.graceMinutes).toString(),
    )
  }
}
