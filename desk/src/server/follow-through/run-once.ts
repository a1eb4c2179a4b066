import { insertChange } from "../database/changes.ts"
import { lockStanding } from "../database/conversation-locks.ts"
import { refreshConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { claimLooks } from "../database/looks.ts"
import { takeReminders, wakeSnoozed } from "../database/reminders.ts"
import { insertTask } from "../database/tasks.ts"
import { type Desk, step } from "../verbs/desk.ts"
import { takeSteps } from "../verbs/look-again.ts"

const AT_ONCE_MAX = 10 // promises; what is due together costs one commit, and nothing else waits long for it

/** Takes one step for each of the promises that have waited longest, in one transaction. False when nothing is due. */
export async function runOnce(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const due = await claimLooks(queries, desk.now().toString(), AT_ONCE_MAX)
    await takeSteps(queries, desk, due)
    return due.length > 0
  })
}

/**
 * Brings back the conversations that were put aside until now, and gives whoever put them aside a task. False when there
 * were none.
 */
export async function wakeConversations(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const now = desk.now().toString()
    const woken = await wakeSnoozed(queries, now)
    for (const { workspaceId, id } of woken) await announce(queries, workspaceId, id, now)
    const reminders = await takeReminders(queries, now)
    for (const reminder of reminders) await remind(queries, desk, reminder)
    return woken.length > 0 || reminders.length > 0
  })
}

async function remind(
  queries: Queries,
  desk: Desk,
  { memberId, workspaceId, conversationId }: Awaited<ReturnType<typeof takeReminders>>[number],
): Promise<void> {
  const words = "This was put aside until now."
  await insertTask(queries, {
    workspaceId,
    conversationId: await lockStanding(queries, workspaceId, conversationId),
    id: desk.newId(),
    kind: "other",
    ownerId: memberId,
    words,
    at: desk.now().toString(),
  })
}

async function announce(queries: Queries, workspaceId: string, id: string, at: string): Promise<void> {
  await refreshConversation(queries, workspaceId, id)
  await insertChange(queries, { workspaceId, kind: "conversation", id, at })
}
