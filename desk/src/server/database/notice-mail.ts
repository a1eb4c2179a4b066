import type { NoticeStep } from "../../ledger/next-step.ts"
import type { WaitingOn } from "../../ledger/entry.ts"
import type { Queries } from "./database.ts"
import { maySee } from "./mailbox-access.ts"
import { customerOf } from "./one-customer.ts"
import { SAID } from "./notice-list.ts"

/** The member whose notices have waited longest for their mail; null when none are due. */
export async function claimMemberToMail(
  queries: Queries,
  now: string,
): Promise<{ workspaceId: string; memberId: string } | null> {
  const [row] = await queries.query<{ workspaceId: string; memberId: string }>(
    `select workspace_id as "workspaceId", member_id as "memberId" from notices
     where mail_at <= $1 order by mail_at limit 1 for update skip locked`,
    [now],
  )
  return row ?? null
}

/** What waits to be mailed to this member, all of it, held until the transaction ends. */
export async function lockNoticesToMail(
  queries: Queries,
  workspaceId: string,
  memberId: string,
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select notice_id as "id" from notices where workspace_id = $1 and member_id = $2 and mail_at is not null
     order by notice_id for update`,
    [workspaceId, memberId],
  )
  return rows.map(({ id }) => id)
}

export type MailMark = {
  readonly mailAt: string | null
  readonly outboxId: string | null
  readonly problem: string | null
}

export async function markMailed(
  queries: Queries,
  workspaceId: string,
  noticeIds: readonly string[],
  { mailAt, outboxId, problem }: MailMark,
): Promise<void> {
  await queries.query(
    `update notices set mail_at = $3, outbox_id = $4, mail_problem = $5 where workspace_id = $1 and notice_id = any($2::uuid[])`,
    [workspaceId, noticeIds, mailAt, outboxId, problem],
  )
}

export async function markMailProblem(
  queries: Queries,
  workspaceId: string,
  outboxId: string,
  problem: string,
): Promise<void> {
  await queries.query("update notices set mail_problem = $3 where workspace_id = $1 and outbox_id = $2", [
    workspaceId,
    outboxId,
    problem,
  ])
}

export async function insertNoticeOutbox(
  queries: Queries,
  row: {
    readonly workspaceId: string
    readonly outboxId: string
    readonly memberId: string
    readonly idempotencyKey: string
    readonly at: string
  },
): Promise<void> {
  await queries.query(
    `insert into outbox (workspace_id, outbox_id, idempotency_key, kind, member_id, next_at, created_at)
     values ($1, $2, $3, 'notice', $4, $5, $5)`,
    [row.workspaceId, row.outboxId, row.idempotencyKey, row.memberId, row.at],
  )
}

/** One promise that a member is told of. */
export type NoticeLine = {
  readonly promiseId: string
  readonly step: NoticeStep
  readonly round: number
  readonly isOwnerAgain: boolean
  readonly words: string | null
  readonly customer: string | null
  readonly owner: string
  readonly isOwner: boolean
  readonly standInId: string | null
  readonly standIn: string | null
  readonly dueUntil: string | null
  readonly waitingOn: WaitingOn | null
  readonly waitingNote: string | null
  /** The customer's own words, where the notice is about them. */
  readonly said: string | null
  /** A condition that is not met yet. */
  readonly unmet: string | null
}

/** What the mail of an outbox row is about: the promises that are still owed, the first due first. */
export function listNoticeLines(
  queries: Queries,
  workspaceId: string,
  outboxId: string,
): Promise<readonly NoticeLine[]> {
  return queries.query<NoticeLine>(
    `select n.promise_id as "promiseId", n.step, n.round, n.is_owner_again as "isOwnerAgain", p.words, c.name as "customer",
       o.name as "owner", p.owner_id = n.member_id as "isOwner", s.member_id as "standInId", s.name as "standIn",
       p.due_until as "dueUntil", p.waiting_on as "waitingOn", p.waiting_note as "waitingNote", ${SAID} as "said", case when not p.condition_met then p.condition end as "unmet"
     from notices n
     join promise_rows p on p.workspace_id = n.workspace_id and p.promise_id = n.promise_id
     ${customerOf("p")}
     join members o on o.workspace_id = p.workspace_id and o.member_id = p.owner_id
     left join members s on s.workspace_id = o.workspace_id and s.member_id = o.stand_in_id and s.removed_at is null
     join members seer on seer.workspace_id = n.workspace_id and seer.member_id = n.member_id and ${maySee("seer", "p.conversation_id")}
     where n.workspace_id = $1 and n.outbox_id = $2 and p.state in ('open', 'broken')
     order by p.due_until nulls last, n.notice_id limit 200`,
    [workspaceId, outboxId],
  )
}

/** A member as a mail is addressed to them. */
export type NoticeReader = {
  readonly memberId: string
  readonly name: string
  readonly email: string
  readonly zone: string | null
  readonly slug: string
  readonly workspace: string
  readonly attempts: number
  /** A customer, or the desk itself, is reached at this address too: nothing is mailed to it. */
  readonly isShared: boolean
}

/** To whom an outbox row goes, looked up among the members; null when they are no longer here. */
export async function readNoticeReader(
  queries: Queries,
  workspaceId: string,
  outboxId: string,
): Promise<NoticeReader | null> {
  const [row] = await queries.query<NoticeReader>(
    `select m.member_id as "memberId", m.name, m.email, m.zone, w.slug, w.name as "workspace", x.attempts,
       exists (select 1 from addresses a where a.workspace_id = m.workspace_id and a.kind = 'mail' and a.value = lower(m.email))
         or exists (select 1 from mail_addresses d where d.workspace_id = m.workspace_id and d.address = lower(m.email)) as "isShared"
     from outbox x
     join members m on m.workspace_id = x.workspace_id and m.member_id = x.member_id
     join workspaces w on w.workspace_id = x.workspace_id
     where x.workspace_id = $1 and x.outbox_id = $2 and m.removed_at is null`,
    [workspaceId, outboxId],
  )
  return row ?? null
}

/** A mail of notices that was answered, and the promise that it named first. */
export type AnsweredNotice = {
  readonly outboxId: string
  readonly memberId: string
  /** In lower case. */
  readonly email: string
  readonly customerId: string
  readonly conversationId: string | null
  readonly channel: "mail" | "chat" | "call" | "visit" | "form" | "api"
}

/** The first of these outbox rows that were mails of notices; null when none was. */
export async function findNoticeMail(
  queries: Queries,
  workspaceId: string,
  outboxIds: readonly string[],
): Promise<AnsweredNotice | null> {
  if (outboxIds.length === 0) return null
  const [row] = await queries.query<AnsweredNotice>(
    `select x.outbox_id as "outboxId", m.member_id as "memberId", lower(m.email) as "email", p.customer_id as "customerId",
       p.conversation_id as "conversationId", p.channel
     from outbox x
     join members m on m.workspace_id = x.workspace_id and m.member_id = x.member_id
     join notices n on n.workspace_id = x.workspace_id and n.outbox_id = x.outbox_id
     join promise_rows p on p.workspace_id = n.workspace_id and p.promise_id = n.promise_id
     ${customerOf("p")}
     where x.workspace_id = $1 and x.kind = 'notice' and x.outbox_id = any($2::uuid[]) and c.erased_at is null
     order by array_position($2::uuid[], x.outbox_id), p.due_until nulls last, n.notice_id limit 1`,
    [workspaceId, outboxIds],
  )
  return row ?? null
}
