import { insertChange } from "../database/changes.ts"
import { refreshConversation, wakeSnoozed } from "../database/conversations.ts"
import { claimDuePromise } from "../database/due.ts"
import type { Queries } from "../database/database.ts"
import { type Desk, step } from "../verbs/desk.ts"
import { lookAgain } from "../verbs/look-again.ts"

/**
 * Takes one step for the promise that has waited longest: marks it broken when, by the calendar of today, its grace has
 * passed; otherwise says when to look again. False when nothing is due.
 */
export async function runOnce(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const now = desk.now()
    const due = await claimDuePromise(queries, now.toString())
    if (due === null) return false
    await lookAgain(queries, desk, due)
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
