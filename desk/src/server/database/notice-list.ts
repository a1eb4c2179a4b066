import type { NoticeStep } from "../../ledger/next-step.ts"
import type { Queries } from "./database.ts"
import { customerOf } from "./one-customer.ts"
import { SHOWN_NAME } from "./shown-name.ts"

/** A notice as the API lists it. */
export type NoticeView = {
  readonly id: string
  readonly promiseId: string
  readonly step: NoticeStep
  readonly isOwnerAgain: boolean
  readonly shownAt: string
  readonly readAt: string | null
  readonly onItAt: string | null
  readonly mailProblem: string | null
  readonly words: string | null
  readonly said: string | null
  readonly state: "proposed" | "open" | "kept" | "broken" | "renegotiated" | "released" | "dismissed" | "void"
  readonly dueUntil: string | null
  readonly customer: { readonly id: string; readonly name: string | null }
  readonly owner: { readonly id: string; readonly name: string }
}

/** What the customer said, where the notice came with it: its round is the place of the entry. */
export const SAID = `case when n.step in ('disputed', 'chased') then (select t.texts->>'note' from entry_texts t
  where t.workspace_id = n.workspace_id and t.promise_id = n.promise_id and t.seq = n.round) end`

const LIST_LENGTH = 100 // notices; what is older is on the promise itself

/** What a member was told, the newest first. */
export function listNotices(queries: Queries, workspaceId: string, memberId: string): Promise<readonly NoticeView[]> {
  return queries.query<NoticeView>(
    `select n.notice_id as "id", n.promise_id as "promiseId", n.step, n.is_owner_again as "isOwnerAgain", n.shown_at as "shownAt",
       n.read_at as "readAt", n.on_it_at as "onItAt", n.mail_problem as "mailProblem", p.words, ${SAID} as "said", p.state, p.due_until as "dueUntil",
       jsonb_build_object('id', c.customer_id, 'name', ${SHOWN_NAME}) as "customer",
       jsonb_build_object('id', o.member_id, 'name', o.name) as "owner"
     from notices n
     join promise_rows p on p.workspace_id = n.workspace_id and p.promise_id = n.promise_id
     ${customerOf("p")}
     join members o on o.workspace_id = p.workspace_id and o.member_id = p.owner_id
     where n.workspace_id = $1 and n.member_id = $2 and n.shown_at is not null
     order by n.shown_at desc, n.notice_id desc limit ${LIST_LENGTH}`,
    [workspaceId, memberId],
  )
}

export async function countUnread(queries: Queries, workspaceId: string, memberId: string): Promise<number> {
  const [row] = await queries.query<{ count: number }>(
    `select count(*) as "count" from notices
     where workspace_id = $1 and member_id = $2 and shown_at is not null and read_at is null`,
    [workspaceId, memberId],
  )
  return row?.count ?? 0
}

/** Marks everything read that was shown up to then. */
export async function markRead(
  queries: Queries,
  workspaceId: string,
  memberId: string,
  { upTo, at }: { readonly upTo: string; readonly at: string },
): Promise<void> {
  await queries.query(
    `update notices set read_at = $4
     where workspace_id = $1 and member_id = $2 and shown_at <= $3 and read_at is null`,
    [workspaceId, memberId, upTo, at],
  )
}

/** Which promise a member's notice is about; null when it is not theirs. */
export async function findNotice(
  queries: Queries,
  workspaceId: string,
  noticeId: string,
  memberId: string,
): Promise<{ promiseId: string } | null> {
  const [row] = await queries.query<{ promiseId: string }>(
    `select promise_id as "promiseId" from notices
     where workspace_id = $1 and notice_id = $2 and member_id = $3 and shown_at is not null`,
    [workspaceId, noticeId, memberId],
  )
  return row ?? null
}

/** Notes on the last notice of a member about a promise that they are on it. */
export async function markOnIt(
  queries: Queries,
  { workspaceId, promiseId }: { readonly workspaceId: string; readonly promiseId: string },
  memberId: string,
  at: string,
): Promise<void> {
  await queries.query(
    `update notices set on_it_at = $4, read_at = coalesce(read_at, $4)
     where workspace_id = $1 and notice_id = (
       select notice_id from notices where workspace_id = $1 and promise_id = $2 and member_id = $3
       order by created_at desc, notice_id desc limit 1)`,
    [workspaceId, promiseId, memberId, at],
  )
}
