import { invalid } from "../../ledger/error.ts"
import type { Queries } from "../database/database.ts"
import { readSettings } from "../database/settings.ts"
import type { Actor } from "./desk.ts"

/** `invalid` unless it is one of the workspace's: entries keep it for good, so it must not be somebody's words. */
export async function assertDeed(queries: Queries, actor: Actor, deed: string): Promise<void> {
  const { deeds } = await readSettings(queries, actor.workspaceId)
  if (deeds.some(({ id }) => id === deed)) return
  throw invalid(`Choose one of this workspace's deeds: ${deeds.map(({ id }) => id).join(", ")}.`, "deed")
}
