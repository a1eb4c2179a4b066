import { nextLook } from "../../ledger/next-step.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import type { Queries } from "../database/database.ts"
import { setNextLook } from "../database/due.ts"
import type { PromiseKey } from "../database/entries.ts"
import { readSettings } from "../database/settings.ts"
import { type Desk, deskActor } from "./desk.ts"
import { readPromiseForChange, recordEntry } from "./record-entry.ts"

/** Marks a promise broken when, by the calendar of today, its grace has passed; otherwise says when to look again. */
export async function lookAgain(queries: Queries, desk: Desk, key: PromiseKey): Promise<void> {
  const { promise } = await readPromiseForChange(queries, key)
  const settings = await readSettings(queries, key.workspaceId)
  const look = nextLook(promise, calendarOf(settings), settings.graceMinutes)
  if (look === null || promise.dueUntil === null || Temporal.Instant.compare(look, desk.now()) > 0) {
    await setNextLook(queries, key, look?.toString() ?? null)
    return
  }
  await recordEntry(queries, desk, deskActor(key.workspaceId), key.promiseId, {
    kind: "broken",
    body: { until: promise.dueUntil, graceMinutes: settings.graceMinutes },
    texts: null,
  })
}
