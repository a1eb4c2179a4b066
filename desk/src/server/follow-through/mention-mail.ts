import { nextTellable } from "../../ledger/recipients.ts"
import type { Queries } from "../database/database.ts"
import type { MailSender } from "../database/mail-sender.ts"
import { markMentionProblem, readMentionToMail } from "../database/mentions.ts"
import { readNoticeReader } from "../database/notice-mail.ts"
import { type ClaimedOutbox, closeOutbox, postponeOutbox } from "../database/outbox.ts"
import type { Desk } from "../verbs/desk.ts"
import { mentionText } from "../verbs/mentions.ts"
import { patternOf } from "../verbs/tell.ts"
import type { SentMail } from "./outbox.ts"

/**
 * The mail that tells a member of a note that names them, written when it leaves. Null when it does not leave now: they have read
 * it, it was erased, they are no longer here or do not work at this hour, or their address is also a customer's.
 */
export async function mentionMailOf(
  queries: Queries,
  desk: Desk,
  { workspaceId, outboxId }: ClaimedOutbox,
  sender: MailSender | null,
): Promise<SentMail | null> {
  const close = async (problem: string, isTold: boolean) => {
    await closeOutbox(queries, workspaceId, outboxId, desk.now().toString(), problem)
    if (isTold) await markMentionProblem(queries, workspaceId, outboxId, problem)
    return null
  }
  const mention = await readMentionToMail(queries, workspaceId, outboxId)
  const reader = await readNoticeReader(queries, workspaceId, outboxId)
  const pattern = reader === null ? null : await patternOf(queries, workspaceId, reader.memberId, desk.now())
  const from = sender?.address ?? null
  if (mention === null || mention.text === null) return close("gone before it was sent", false)
  if (mention.readAt !== null) return close("read before it was sent", false)
  if (reader === null || pattern === null) return close("no longer a member", true)
  if (reader.isShared) return close("this address is also a customer's or the desk's own", true)
  if (from === null) return close("no address to send from", true)
  const at = nextTellable(pattern, desk.now())
  if (Temporal.Instant.compare(at, desk.now()) > 0) {
    await postponeOutbox(queries, workspaceId, outboxId, at.toString(), null)
    return null
  }
  const by = mention.by ?? "Somebody"
  const about = mention.customer === null ? "" : ` about ${mention.customer}`
  return {
    workspaceId,
    outboxId,
    attempts: reader.attempts,
    automatic: true,
    mailId: `mention.${outboxId}@${from.split("@").at(-1) ?? "localhost"}`,
    inReplyTo: null,
    references: [],
    from: { name: sender?.fromName ?? "", address: from },
    to: [{ name: reader.name, address: reader.email }],
    subject: `${by} named you in a note${about}`,
    text: mentionText(mention.text, `${desk.publicUrl}/${reader.slug}/conversations/${mention.conversationId}`),
  }
}
