import { nextLook } from "../../ledger/next-step.ts"
import { type WorkspaceSettings, rulesOf } from "../../ledger/workspace-settings.ts"
import type { Queries } from "../database/database.ts"
import { listFollowed, setNextLooks } from "../database/due.ts"

const BATCH_LENGTH = 500 // promises; between batches other work of this process gets its turn

/** After the working hours, the grace or the policy have changed: says again when each promise must be looked at. */
export async function recomputeLooks(
  queries: Queries,
  workspaceId: string,
  settings: WorkspaceSettings,
): Promise<void> {
  const rules = rulesOf(settings)
  let after: string | null = null
  while (true) {
    const batch = await listFollowed(queries, workspaceId, after, BATCH_LENGTH)
    const looks = batch.map(({ promiseId, given, ...promise }) => ({
      promiseId,
      nextAt: nextLook(promise, rules, given)?.toString() ?? null,
    }))
    await setNextLooks(queries, workspaceId, looks)
    after = batch.at(-1)?.promiseId ?? null
    if (after === null) return
  }
}
