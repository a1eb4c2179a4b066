import type { Given, NoticeStep } from "../../ledger/next-step.ts"
import type { Queries } from "./database.ts"
import type { PromiseKey } from "./entries.ts"

/** The latest round of each step that was told or passed over. */
export function readGiven(queries: Queries, { workspaceId, promiseId }: PromiseKey): Promise<readonly Given[]> {
  return queries.query<Given>(
    `select step, max(round) as "round" from notices where workspace_id = $1 and promise_id = $2 group by step`,
    [workspaceId, promiseId],
  )
}

/** A notice that is to be shown, and what became of its promise meanwhile. */
export type NoticeToShow = {
  readonly workspaceId: string
  readonly noticeId: string
  readonly memberId: string
  readonly step: NoticeStep
  readonly isOwnerAgain: boolean
  readonly isOwed: boolean
  /** A later notice of the same promise was shown to the same member, or is to be now. */
  readonly isOvertaken: boolean
  readonly ownerId: string
}

/** The notice that has waited longest to be shown, held until the transaction ends; null when none is due. */
export async function claimNoticeToShow(queries: Queries, now: string): Promise<NoticeToShow | null> {
  const [row] = await queries.query<NoticeToShow>(
    `with due as (
       select workspace_id, notice_id, promise_id, member_id, step, is_owner_again, created_at from notices
       where show_at <= $1 order by show_at limit 1 for update skip locked)
     select n.workspace_id as "workspaceId", n.notice_id as "noticeId", n.member_id as "memberId", n.step,
       n.is_owner_again as "isOwnerAgain", p.state in ('open', 'broken') as "isOwed", p.owner_id as "ownerId",
       exists (select 1 from notices o where o.workspace_id = n.workspace_id and o.promise_id = n.promise_id
         and o.member_id = n.member_id and (o.show_at <= $1 or o.shown_at is not null)
         and (o.created_at, o.notice_id) > (n.created_at, n.notice_id)) as "isOvertaken"
     from due n join promise_rows p on p.workspace_id = n.workspace_id and p.promise_id = n.promise_id`,
    [now],
  )
  return row ?? null
}

type NoticeKey = { readonly workspaceId: string; readonly noticeId: string }

/** Null: it is never shown. */
export async function setShowAt(queries: Queries, key: NoticeKey, showAt: string | null): Promise<void> {
  await queries.query("update notices set show_at = $3 where workspace_id = $1 and notice_id = $2", [
    key.workspaceId,
    key.noticeId,
    showAt,
  ])
}

export async function markShown(
  queries: Queries,
  key: NoticeKey,
  { at, mailAt }: { readonly at: string; readonly mailAt: string | null },
): Promise<void> {
  await queries.query(
    "update notices set show_at = null, shown_at = $3, mail_at = $4 where workspace_id = $1 and notice_id = $2",
    [key.workspaceId, key.noticeId, at, mailAt],
  )
}

/** Gives a notice that nobody has seen yet to somebody else. False when they were told of it already. */
export async function readdressNotice(queries: Queries, key: NoticeKey, memberId: string): Promise<boolean> {
  const rows = await queries.query(
    `update notices n set member_id = $3 where workspace_id = $1 and notice_id = $2 and not exists (
       select 1 from notices o where o.workspace_id = n.workspace_id and o.promise_id = n.promise_id and o.step = n.step
         and o.round = n.round and o.member_id = $3) returning 1`,
    [key.workspaceId, key.noticeId, memberId],
  )
  return rows.length > 0
}
