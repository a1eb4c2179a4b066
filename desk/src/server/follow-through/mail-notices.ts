import { nextTellable } from "../../ledger/recipients.ts"
import type { Queries } from "../database/database.ts"
import { readMailSender } from "../database/mail-sender.ts"
import { claimMemberToMail, insertNoticeOutbox, lockNoticesToMail, markMailed } from "../database/notice-mail.ts"
import { readSettings } from "../database/settings.ts"
import { type Desk, step } from "../verbs/desk.ts"
import { patternOf } from "../verbs/tell.ts"

/**
 * Puts everything that waits to be mailed to one member into the outbox as one mail, in one transaction. While they do
 * not work it waits. Where mail is off, or nothing sends for the workspace, it is not mailed. False when nothing is due.
 */
export async function mailNotices(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const member = await claimMemberToMail(queries, desk.now().toString())
    if (member === null) return false
    await mail(queries, desk, member)
    return true
  })
}

type Member = { readonly workspaceId: string; readonly memberId: string }

async function mail(queries: Queries, desk: Desk, { workspaceId, memberId }: Member): Promise<void> {
  const now = desk.now()
  const noticeIds = await lockNoticesToMail(queries, workspaceId, memberId)
  const pattern = await patternOf(queries, workspaceId, memberId, now)
  if (pattern === null || !(await goByMail(queries, workspaceId))) {
    return markMailed(queries, workspaceId, noticeIds, { mailAt: null, outboxId: null, problem: null })
  }
  const at = nextTellable(pattern, now)
  if (Temporal.Instant.compare(at, now) > 0) {
    return markMailed(queries, workspaceId, noticeIds, { mailAt: at.toString(), outboxId: null, problem: null })
  }
  const outboxId = desk.newId()
  const idempotencyKey = `notices ${noticeIds[0] ?? ""}` // each notice is in one mail, so its first names it
  await insertNoticeOutbox(queries, { workspaceId, outboxId, memberId, idempotencyKey, at: now.toString() })
  await markMailed(queries, workspaceId, noticeIds, { mailAt: null, outboxId, problem: null })
}

async function goByMail(queries: Queries, workspaceId: string): Promise<boolean> {
  const settings = await readSettings(queries, workspaceId)
  if (!settings.followThrough.byMail) return false
  const sender = await readMailSender(queries, workspaceId)
  return sender !== null && sender.host !== null && sender.address !== null
}
