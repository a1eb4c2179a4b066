import type { Queries } from "../src/server/database/database.ts"

const IN_CONVERSATIONS = [
  ["attachments", "declines", "held_messages", "messages", "needs", "orders"],
  ["promise_rows", "recommendations", "sale_requests", "tasks"],
].flat()
const WITH_MESSAGE = ["promise_rows", "tasks", "needs", "declines", "recommendations", "sale_requests"]

/** What lies in a conversation that was merged away, where nobody finds it, or elsewhere than what it belongs to. */
export async function listLost(queries: Queries, workspaceId: string): Promise<readonly string[]> {
  const merged = (noun: string) =>
    `from ${noun} x join conversations v using (workspace_id, conversation_id) where workspace_id = $1 and v.merged_into is not null`
  const lost: readonly (readonly [string, string])[] = [
    ...IN_CONVERSATIONS.map((noun) => [`${noun} in what was merged away`, merged(noun)] as const),
    ["drafts in what was merged away", `${merged("drafts")} and x.draft is not null`],
    ...WITH_MESSAGE.map(
      (noun) =>
        [
          `${noun} apart from their message`,
          `from ${noun} x join messages m using (workspace_id, message_id) where workspace_id = $1 and m.conversation_id <> x.conversation_id`,
        ] as const,
    ),
    [
      "promises apart from the one whose place they took",
      `from promise_rows x join promise_rows p on p.workspace_id = x.workspace_id and p.promise_id = x.predecessor_id
       where x.workspace_id = $1 and x.conversation_id <> p.conversation_id`,
    ],
    [
      "messages that wait and will not leave",
      `from messages x where workspace_id = $1 and delivery = 'waiting' and not exists (
         select 1 from outbox o where o.workspace_id = x.workspace_id and o.message_id = x.message_id and o.done_at is null)`,
    ],
  ]
  const counts = lost.map(([what, where]) => `select '${what}' as what, count(*) as n ${where}`)
  const rows = await queries.query<{ what: string; n: number }>(
    `select * from (${counts.join(" union all ")}) lost where n > 0`,
    [workspaceId],
  )
  return rows.map(({ what, n }) => `${n} ${what}`)
}
