import type { Queries } from "./database.ts"
import type { Delivery } from "./messages.ts"
import { planEvent } from "./webhooks.ts"

/** What is now known of an outbound message's delivery. */
export async function changeDelivery(
  queries: Queries,
  workspaceId: string,
  messageId: string,
  to: {
    readonly delivery: Delivery
    readonly problem: string | null
    readonly acceptedAt?: string | null
    readonly at: string
  },
): Promise<void> {
  await queries.query(
    `update messages set delivery = $3, problem = $4, accepted_at = coalesce($5, accepted_at)
     where workspace_id = $1 and message_id = $2`,
    [workspaceId, messageId, to.delivery, to.problem, to.acceptedAt ?? null],
  )
  const { delivery, at } = to
  const key = `${messageId} ${delivery} ${at}`
  await planEvent(queries, workspaceId, {
    topic: "messages",
    key,
    type: `message.${delivery}`,
    at,
    data: { messageId },
  })
}

/** What answers will refer to, where the outgoing server put its own Message-ID in the place of ours. */
export async function changeMailId(
  queries: Queries,
  workspaceId: string,
  messageId: string,
  mailId: string,
): Promise<void> {
  await queries.query("update messages set mail_id = $3 where workspace_id = $1 and message_id = $2", [
    workspaceId,
    messageId,
    mailId,
  ])
}
