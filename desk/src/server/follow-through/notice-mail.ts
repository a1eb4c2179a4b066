import { nextTellable } from "../../ledger/recipients.ts"
import type { Queries } from "../database/database.ts"
import type { MailSender } from "../database/mail-sender.ts"
import { type NoticeReader, listNoticeLines, markMailProblem, readNoticeReader } from "../database/notice-mail.ts"
import { type ClaimedOutbox, closeOutbox, postponeOutbox } from "../database/outbox.ts"
import type { Desk } from "../verbs/desk.ts"
import { patternOf } from "../verbs/tell.ts"
import { noticeText } from "../verbs/notice-text.ts"
import type { SentMail } from "./outbox.ts"

/**
 * The mail of an outbox row of notices, written when it leaves, so that it says what is still owed and to the address that
 * the member has now. Null when it does not leave now: everything is settled, the member has gone or does not work at
 * this hour, or their address is also a customer's or the desk's own. It never goes to a customer.
 */
export async function noticeMailOf(
  queries: Queries,
  desk: Desk,
  { workspaceId, outboxId }: ClaimedOutbox,
  sender: MailSender | null,
): Promise<SentMail | null> {
  const close = async (problem: string) => {
    await closeOutbox(queries, workspaceId, outboxId, desk.now().toString(), problem)
    await markMailProblem(queries, workspaceId, outboxId, problem)
    return null
  }
  const reader = await readNoticeReader(queries, workspaceId, outboxId)
  const pattern = reader === null ? null : await patternOf(queries, workspaceId, reader.memberId, desk.now())
  const from = sender?.address ?? null
  if (reader === null || pattern === null) return close("no longer a member")
  if (reader.isShared) return close(SHARED)
  if (from === null) return close("no address to send from")
  const at = nextTellable(pattern, desk.now())
  if (Temporal.Instant.compare(at, desk.now()) > 0) {
    await postponeOutbox(queries, workspaceId, outboxId, at.toString(), null)
    return null
  }
  const lines = await listNoticeLines(queries, workspaceId, outboxId)
  if (lines.length === 0) return close("settled before it was sent")
  return {
    workspaceId,
    outboxId,
    attempts: reader.attempts,
    automatic: true,
    mailId: `notice.${outboxId}@${from.split("@").at(-1) ?? "localhost"}`,
    inReplyTo: null,
    references: [],
    from: { name: sender?.fromName ?? "", address: from },
    to: [{ name: reader.name, address: reader.email }],
    ...noticeText(desk, { ...place(reader, workspaceId), zone: reader.zone ?? pattern.calendar.zone, lines }),
  }
}

const SHARED = "this address is also a customer's or the desk's own, and those get no reminders"

function place({ memberId, slug, workspace }: NoticeReader, workspaceId: string) {
  return { workspaceId, memberId, slug, workspace }
}
