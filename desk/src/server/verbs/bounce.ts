import type { Queries } from "../database/database.ts"
import { lockSent } from "../database/inbound.ts"
import { changeDelivery } from "../database/delivery.ts"
import { closeOutbox, lockOutboxOf } from "../database/outbox.ts"
import { insertTask } from "../database/tasks.ts"
import { type Desk, deskActor } from "./desk.ts"
import { undoKeeps } from "./keeps.ts"
import { messageIdOf } from "./mail-id.ts"
import type { DeliveryReport } from "./received-mail.ts"

/**
 * Marks the message that a report says could not be delivered: what it kept is open again, what it promised stays promised,
 * and its sender gets a task. Gives its conversation; null when the report is about no message of ours.
 */
export async function recordBounce(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  report: DeliveryReport | null,
): Promise<string | null> {
  for (const mailId of report?.mailIds ?? []) {
    const sent = await lockSent(queries, workspaceId, { mailId, messageId: messageIdOf(desk, mailId) })
    if (sent === null) continue
    const failed = report?.recipients ?? []
    if (failed.length > 0 && failed.every((address) => sent.copies.includes(address))) {
      await noteCopy(queries, desk, { workspaceId, ...sent, reason: report?.reason ?? "" }, failed)
    } else if (sent.delivery === null || sent.delivery === "accepted" || sent.delivery === "waiting") {
      await mark(queries, desk, { workspaceId, ...sent, reason: report?.reason ?? "" })
    }
    return sent.conversationId
  }
  return null
}

type Bounced = {
  readonly workspaceId: string
  readonly messageId: string
  readonly conversationId: string
  readonly senderId: string | null
  readonly reason: string
}

/** Only a copy came back: the customer's own did not, so far as anybody knows. */
async function noteCopy(queries: Queries, desk: Desk, bounced: Bounced, to: readonly string[]): Promise<void> {
  const { workspaceId, conversationId, messageId, reason, senderId } = bounced
  await insertTask(queries, {
    workspaceId,
    id: desk.newId(),
    kind: "bounced",
    ownerId: senderId,
    conversationId,
    messageId,
    words: `A copy could not be delivered to ${[...new Set(to)].join(", ")}: ${reason}`,
    at: desk.now().toString(),
  })
}

async function mark(queries: Queries, desk: Desk, bounced: Bounced): Promise<void> {
  const { workspaceId, messageId, conversationId, reason } = bounced
  const at = desk.now().toString()
  // When we crashed before we could note that it left, it still waits in the outbox. It must not leave again.
  const row = await lockOutboxOf(queries, workspaceId, messageId)
  if (row !== null && !row.done) await closeOutbox(queries, workspaceId, row.outboxId, at, reason)
  await changeDelivery(queries, workspaceId, messageId, { delivery: "bounced", problem: reason, at })
  await undoKeeps(queries, desk, deskActor(workspaceId), messageId, "bounced")
  await insertTask(queries, {
    workspaceId,
    id: desk.newId(),
    kind: "bounced",
    ownerId: bounced.senderId,
    conversationId,
    messageId,
    words: `A message could not be delivered: ${reason}`,
    at,
  })
}
