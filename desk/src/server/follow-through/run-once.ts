import { nextLook } from "../../ledger/next-step.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import { insertChange } from "../database/changes.ts"
import { refreshConversation, wakeSnoozed } from "../database/conversations.ts"
import { claimDuePromise, setNextLook } from "../database/due.ts"
import type { Queries } from "../database/database.ts"
import { readSettings } from "../database/settings.ts"
import { type Desk, deskActor, step } from "../verbs/desk.ts"
import { readPromiseForChange, recordEntry } from "../verbs/record-entry.ts"

/**
 * Takes one step for the promise that has waited longest: marks it broken when, by the calendar of today, its grace has
 * passed; otherwise says when to look again. False when nothing is due.
 */
export async function runOnce(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const now = desk.now()
    const due = await claimDuePromise(queries, now.toString())
    if (due === null) return false
    const { promise } = await readPromiseForChange(queries, due)
    const settings = await readSettings(queries, due.workspaceId)
    const look = nextLook(promise, calendarOf(settings), settings.graceMinutes)
    if (look === null || promise.dueUntil === null || Temporal.Instant.compare(look, now) > 0) {
      await setNextLook(queries, due, look?.toString() ?? null)
      return true
    }
    await recordEntry(queries, desk, deskActor(due.workspaceId), due.promiseId, {
      kind: "broken",
      body: { until: promise.dueUntil, graceMinutes: settings.graceMinutes },
      texts: null,
    })
    return true
  })
}

/** Brings back the conversations that were put aside until now. False when there were none. */
export async function wakeConversations(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const now = desk.now().toString()
    const woken = await wakeSnoozed(queries, now)
    for (const { workspaceId, id } of woken) await announce(queries, workspaceId, id, now)
    return woken.length > 0
  })
}

async function announce(queries: Queries, workspaceId: string, id: string, at: string): Promise<void> {
  await refreshConversation(queries, workspaceId, id)
  await insertChange(queries, { workspaceId, kind: "conversation", id, at })
}
