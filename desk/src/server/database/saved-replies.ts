import type { Finding } from "aboveboard-engine"
import type { Queries } from "./database.ts"

export type ReplyVerdict = "clear" | "confirm" | "hold"

export type ReplyRow = {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly ownerId: string | null
  readonly owner: string | null
  readonly verdict: ReplyVerdict
  readonly findings: readonly Finding[]
  readonly reviewedAt: string
  readonly changedAt: string
  readonly used: number
  readonly factIds: string[]
}

const VIEW = `
  select r.reply_id as "id", r.name, r.text, r.owner_id as "ownerId", o.name as "owner", r.verdict, r.findings,
    r.reviewed_at as "reviewedAt", r.changed_at as "changedAt", r.used,
    coalesce((select jsonb_agg(f.fact_id order by f.fact_id) from saved_reply_facts f
      where f.workspace_id = r.workspace_id and f.reply_id = r.reply_id), '[]') as "factIds"
  from saved_replies r left join members o on o.workspace_id = r.workspace_id and o.member_id = r.owner_id`

export function listReplies(queries: Queries, workspaceId: string): Promise<readonly ReplyRow[]> {
  return queries.query<ReplyRow>(
    `${VIEW} where r.workspace_id = $1 and r.removed_at is null order by lower(r.name), r.reply_id`,
    [workspaceId],
  )
}

export async function readReply(queries: Queries, workspaceId: string, replyId: string): Promise<ReplyRow | null> {
  const [row] = await queries.query<ReplyRow>(
    `${VIEW} where r.workspace_id = $1 and r.reply_id = $2 and r.removed_at is null`,
    [workspaceId, replyId],
  )
  return row ?? null
}

export type ReviewedReply = {
  readonly id: string
  readonly verdict: ReplyVerdict
  readonly findings: readonly Finding[]
  readonly factIds: readonly string[]
  readonly at: string
}

/** False when another reply has the name. */
export async function insertReply(
  queries: Queries,
  workspaceId: string,
  reply: {
    readonly id: string
    readonly name: string
    readonly text: string
    readonly ownerId: string | null
    readonly at: string
  },
): Promise<boolean> {
  const rows = await queries.query(
    `insert into saved_replies (workspace_id, reply_id, name, text, owner_id, created_at, changed_at, verdict, reviewed_at)
     values ($1, $2, $3, $4, $5, $6, $6, 'clear', $6) on conflict (workspace_id, lower(name)) where removed_at is null do nothing returning 1`,
    [workspaceId, reply.id, reply.name, reply.text, reply.ownerId, reply.at],
  )
  return rows.length > 0
}

/** False when another reply has the name. */
export async function updateReply(
  queries: Queries,
  workspaceId: string,
  reply: {
    readonly id: string
    readonly name: string
    readonly text: string
    readonly ownerId: string | null
    readonly at: string
  },
): Promise<boolean> {
  const rows = await queries.query(
    `update saved_replies set name = $3, text = $4, owner_id = $5, changed_at = $6 where workspace_id = $1 and reply_id = $2
       and not exists (select 1 from saved_replies o where o.workspace_id = $1 and o.reply_id <> $2 and o.removed_at is null
         and lower(o.name) = lower($3)) returning 1`,
    [workspaceId, reply.id, reply.name, reply.text, reply.ownerId, reply.at],
  )
  return rows.length > 0
}

/** What its review found, and the facts that it rests on. */
export async function writeReplyReview(queries: Queries, workspaceId: string, reviewed: ReviewedReply): Promise<void> {
  const { id, verdict, findings, factIds, at } = reviewed
  await queries.query(
    "update saved_replies set verdict = $3, findings = $4, reviewed_at = $5 where workspace_id = $1 and reply_id = $2",
    [workspaceId, id, verdict, JSON.stringify(findings), at],
  )
  await queries.query("delete from saved_reply_facts where workspace_id = $1 and reply_id = $2", [workspaceId, id])
  await queries.query(
    "insert into saved_reply_facts (workspace_id, reply_id, fact_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing",
    [workspaceId, id, factIds],
  )
}

export async function removeReply(queries: Queries, workspaceId: string, replyId: string, at: string): Promise<void> {
  await queries.query("update saved_replies set removed_at = $3 where workspace_id = $1 and reply_id = $2", [
    workspaceId,
    replyId,
    at,
  ])
}

/** False when there is no such reply. */
export async function countReplyUse(queries: Queries, workspaceId: string, replyId: string): Promise<boolean> {
  const rows = await queries.query(
    "update saved_replies set used = used + 1 where workspace_id = $1 and reply_id = $2 returning 1",
    [workspaceId, replyId],
  )
  return rows.length > 0
}
