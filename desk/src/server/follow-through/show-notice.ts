import type { NoticeStep } from "../../ledger/next-step.ts"
import { mailAt, nextTellable } from "../../ledger/recipients.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { type NoticeToShow, claimNoticeToShow, markShown, readdressNotice, setShowAt } from "../database/notices.ts"
import { type Desk, step } from "../verbs/desk.ts"
import { GATHER_MINUTES, patternOf } from "../verbs/tell.ts"

/**
 * Shows the notice that has waited longest: to its member while they work, to the new owner where the promise has
 * changed hands, to nobody when it is settled. False when none is due.
 */
export async function showNotice(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const notice = await claimNoticeToShow(queries, desk.now().toString())
    if (notice === null) return false
    await show(queries, desk, notice)
    return true
  })
}

async function show(queries: Queries, desk: Desk, notice: NoticeToShow): Promise<void> {
  const now = desk.now()
  const memberId = readerOf(notice)
  const isSomebodys = memberId === notice.memberId || (await readdressNotice(queries, notice, memberId))
  const pattern = await patternOf(queries, notice.workspaceId, memberId, now)
  if (!notice.isOwed || !isSomebodys || pattern === null) return setShowAt(queries, notice, null)
  const at = nextTellable(pattern, now)
  if (Temporal.Instant.compare(at, now) > 0) return setShowAt(queries, notice, at.toString())
  if (notice.isOvertaken && !SAID_BY_CUSTOMER.has(notice.step)) return setShowAt(queries, notice, null)
  await markShown(queries, notice, {
    at: now.toString(),
    mailAt: mailAt(pattern, now, notice.isOwnerAgain ? 0 : GATHER_MINUTES).toString(),
  })
  const { workspaceId } = notice
  await insertChange(queries, { workspaceId, kind: "notice", id: memberId, at: now.toString() })
}

/** No later reminder says this. */
const SAID_BY_CUSTOMER: ReadonlySet<NoticeStep> = new Set(["disputed", "chased"])

const OWNERS: ReadonlySet<NoticeStep> = new Set(["half", "soon", "due", "handed", "disputed", "chased"])

/** The owner's reminders follow the promise; what others were to be told stays theirs. */
function readerOf({ step: what, memberId, ownerId, isOwnerAgain }: NoticeToShow): string {
  return OWNERS.has(what) || isOwnerAgain ? ownerId : memberId
}
