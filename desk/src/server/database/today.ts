import { type ConversationView, countConversations, listAwaiting } from "./conversations.ts"
import type { Queries } from "./database.ts"
import { type PromiseView, countOwed, listOwed } from "./promises.ts"
import { type TaskView, listTasks } from "./tasks.ts"

export type TodayView = {
  readonly now: string
  readonly owed: readonly PromiseView[]
  readonly counts: { readonly all: number; readonly mine: number; readonly waiting: number; readonly late: number }
  readonly awaiting: readonly ConversationView[]
  readonly awaitingCount: number
  readonly proposed: number
  readonly tasks: readonly TaskView[]
}

/** Everything owed by due time, and who waits for an answer. */
export async function readToday(
  queries: Queries,
  workspaceId: string,
  asked: {
    readonly now: string
    readonly memberId: string | null
    readonly filter?: "all" | "mine" | "waiting" | undefined
    readonly customerId?: string | undefined
  },
): Promise<TodayView> {
  const ownerId = asked.filter === "mine" ? (asked.memberId ?? undefined) : undefined
  const { customerId } = asked
  const owed = await listOwed(queries, workspaceId, { ownerId, customerId, waiting: asked.filter === "waiting" })
  const { proposed, ...counts } = await countOwed(queries, workspaceId, asked.memberId, asked.now)
  const awaiting = await listAwaiting(queries, workspaceId, customerId ?? null)
  const { awaiting: awaitingCount } = await countConversations(queries, workspaceId)
  const tasks = await listTasks(queries, workspaceId)
  return { now: asked.now, owed, counts, awaiting, awaitingCount, proposed, tasks }
}
