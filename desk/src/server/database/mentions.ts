import type { Queries } from "./database.ts"
import { maySee } from "./mailbox-access.ts"
import { customerOf } from "./one-customer.ts"
import { SHOWN_NAME } from "./shown-name.ts"

export type NewMention = {
  readonly workspaceId: string
  readonly messageId: string
  readonly memberId: string
  readonly at: string
  /** The mail that tells of it, and when; null: none. */
  readonly mail: { readonly outboxId: string; readonly at: string } | null
}

export async function insertMention(queries: Queries, mention: NewMention): Promise<void> {
  const { workspaceId, messageId, memberId, at, mail } = mention
  if (mail !== null) {
    await queries.query(
      `insert into outbox (workspace_id, outbox_id, idempotency_key, kind, member_id, next_at, created_at)
       values ($1, $2, $3, 'mention', $4, $5, $6)`,
      [workspaceId, mail.outboxId, `mention ${messageId} ${memberId}`, memberId, mail.at, at],
    )
  }
  await queries.query(
    "insert into mentions (workspace_id, message_id, member_id, at, outbox_id) values ($1, $2, $3, $4, $5)",
    [workspaceId, messageId, memberId, at, mail?.outboxId ?? null],
  )
}

/** A mention as the API lists it. */
export type MentionView = {
  readonly messageId: string
  readonly conversationId: string
  readonly customer: { readonly id: string; readonly name: string | null }
  readonly by: string | null
  readonly at: string
  readonly readAt: string | null
  readonly mailProblem: string | null
  /** Null when erased. */
  readonly text: string | null
}

const LIST_LENGTH = 100 // mentions; older ones stand in their conversations

/** The notes that name a member, the newest first. */
export function listMentions(queries: Queries, workspaceId: string, memberId: string): Promise<readonly MentionView[]> {
  return queries.query<MentionView>(
    `select n.message_id as "messageId", m.conversation_id as "conversationId",
       jsonb_build_object('id', c.customer_id, 'name', ${SHOWN_NAME}) as "customer", b.name as "by", n.at,
       n.read_at as "readAt", n.mail_problem as "mailProblem", left(t.text, 500) as "text"
     from mentions n
     join messages m on m.workspace_id = n.workspace_id and m.message_id = n.message_id
     join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
     ${customerOf("v")}
     left join members b on b.workspace_id = m.workspace_id and b.member_id = m.by_id
     left join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
     where n.workspace_id = $1 and n.member_id = $2 order by n.at desc, n.message_id desc limit ${LIST_LENGTH}`,
    [workspaceId, memberId],
  )
}

export async function countUnreadMentions(queries: Queries, workspaceId: string, memberId: string): Promise<number> {
  const [row] = await queries.query<{ count: number }>(
    `select count(*) as "count" from mentions where workspace_id = $1 and member_id = $2 and read_at is null`,
    [workspaceId, memberId],
  )
  return row?.count ?? 0
}

/** Marks those read that were there by then, of one conversation where it is named. How many were not read before. */
export async function markMentionsRead(
  queries: Queries,
  workspaceId: string,
  memberId: string,
  what: { readonly upTo: string; readonly conversationId: string | null; readonly at: string },
): Promise<number> {
  const rows = await queries.query(
    `update mentions n set read_at = $5 from messages m
     where m.workspace_id = n.workspace_id and m.message_id = n.message_id and n.workspace_id = $1 and n.member_id = $2
       and n.read_at is null and n.at <= $3 and ($4::uuid is null or m.conversation_id = $4) returning 1`,
    [workspaceId, memberId, what.upTo, what.conversationId, what.at],
  )
  return rows.length
}

export async function markMentionProblem(
  queries: Queries,
  workspaceId: string,
  outboxId: string,
  problem: string,
): Promise<void> {
  await queries.query("update mentions set mail_problem = $3 where workspace_id = $1 and outbox_id = $2", [
    workspaceId,
    outboxId,
    problem,
  ])
}

/** What the mail of an outbox row tells of; null when it is erased, or no longer theirs to see. */
export async function readMentionToMail(
  queries: Queries,
  workspaceId: string,
  outboxId: string,
): Promise<
  (Pick<MentionView, "conversationId" | "by" | "text" | "readAt"> & { readonly customer: string | null }) | null
> {
  const [row] = await queries.query<
    Pick<MentionView, "conversationId" | "by" | "text" | "readAt"> & { customer: string | null }
  >(
    `select m.conversation_id as "conversationId", b.name as "by", t.text, n.read_at as "readAt", ${SHOWN_NAME} as "customer"
     from mentions n
     join messages m on m.workspace_id = n.workspace_id and m.message_id = n.message_id
     join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
     join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
     ${customerOf("v")}
     left join members b on b.workspace_id = m.workspace_id and b.member_id = m.by_id
     join members seer on seer.workspace_id = n.workspace_id and seer.member_id = n.member_id and ${maySee("seer", "m.conversation_id")}
     where n.workspace_id = $1 and n.outbox_id = $2`,
    [workspaceId, outboxId],
  )
  return row ?? null
}
