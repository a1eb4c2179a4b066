import { insertChange } from "./changes.ts"
import type { Queries } from "./database.ts"
import { customerOf } from "./one-customer.ts"
import { SHOWN_NAME } from "./shown-name.ts"

export type NewTask = {
  readonly workspaceId: string
  readonly id: string
  readonly kind: "bounced" | "failed" | "unreadable" | "other" | "fact" | "override" | "reply" | "held"
  readonly ownerId: string | null
  readonly customerId?: string | null
  readonly conversationId?: string | null
  readonly promiseId?: string | null
  readonly messageId?: string | null
  readonly factId?: string | null
  readonly replyId?: string | null
  readonly words: string
  readonly at: string
}

/** A task as the API lists it. */
export type TaskView = {
  readonly id: string
  readonly kind: NewTask["kind"]
  readonly words: string | null
  readonly ownerId: string | null
  readonly owner: string | null
  readonly customerId: string | null
  /** What the customer is called. */
  readonly customer: string | null
  readonly conversationId: string | null
  readonly promiseId: string | null
  readonly messageId: string | null
  readonly factId: string | null
  readonly replyId: string | null
  readonly createdAt: string
}

export async function insertTask(queries: Queries, task: NewTask): Promise<void> {
  await queries.query(
    `insert into tasks (workspace_id, task_id, kind, owner_id, customer_id, conversation_id, promise_id, message_id, words, created_at, fact_id, reply_id)
     values ($1, $2, $3, $4, coalesce($5::uuid, (select customer_id from conversations where workspace_id = $1 and conversation_id = $6)),
       $6, $7, $8, $9, $10, $11, $12)`,
    [
      task.workspaceId,
      task.id,
      task.kind,
      task.ownerId,
      task.customerId ?? null,
      task.conversationId ?? null,
      task.promiseId ?? null,
      task.messageId ?? null,
      task.words,
      task.at,
      task.factId ?? null,
      task.replyId ?? null,
    ],
  )
  await insertChange(queries, { workspaceId: task.workspaceId, kind: "task", id: task.id, at: task.at })
}

export async function listTasks(queries: Queries, workspaceId: string): Promise<readonly TaskView[]> {
  return queries.query<TaskView>(
    `select t.task_id as "id", t.kind, t.words, t.owner_id as "ownerId", m.name as "owner", t.customer_id as "customerId",
       ${SHOWN_NAME} as "customer", t.conversation_id as "conversationId", t.promise_id as "promiseId",
       t.message_id as "messageId", t.fact_id as "factId", t.reply_id as "replyId", t.created_at as "createdAt"
     from tasks t ${customerOf("t", "left join")}
       left join members m on m.workspace_id = t.workspace_id and m.member_id = t.owner_id
     where t.workspace_id = $1 and t.done_at is null order by t.created_at, t.task_id limit 200`,
    [workspaceId],
  )
}

/** False when there is no such open task. */
export async function completeTask(
  queries: Queries,
  workspaceId: string,
  taskId: string,
  by: { readonly at: string; readonly memberId: string | null },
): Promise<boolean> {
  const rows = await queries.query(
    "update tasks set done_at = $3, done_by = $4 where workspace_id = $1 and task_id = $2 and done_at is null returning 1",
    [workspaceId, taskId, by.at, by.memberId],
  )
  return rows.length > 0
}

/** Somebody has a task in just these words already. */
export async function hasTask(queries: Queries, workspaceId: string, words: string): Promise<boolean> {
  const rows = await queries.query(
    "select 1 from tasks where workspace_id = $1 and words = $2 and done_at is null limit 1",
    [workspaceId, words],
  )
  return rows.length > 0
}

/** What was to be looked at has come right by itself. */
export async function completeTasksSaying(
  queries: Queries,
  workspaceId: string,
  words: string,
  at: string,
): Promise<void> {
  const done = await queries.query<{ id: string }>(
    `update tasks set done_at = $3 where workspace_id = $1 and words = $2 and done_at is null returning task_id as "id"`,
    [workspaceId, words, at],
  )
  for (const { id } of done) await insertChange(queries, { workspaceId, kind: "task", id, at })
}

/** Somebody has a task about this fact already. */
export async function hasFactTask(queries: Queries, workspaceId: string, factId: string): Promise<boolean> {
  const rows = await queries.query(
    "select 1 from tasks where workspace_id = $1 and fact_id = $2 and kind = 'fact' and done_at is null",
    [workspaceId, factId],
  )
  return rows.length > 0
}

/** What was to be done about a fact was done by changing it. */
export async function completeFactTasks(
  queries: Queries,
  workspaceId: string,
  factId: string,
  by: { readonly at: string; readonly memberId: string | null },
): Promise<void> {
  await queries.query(
    `update tasks set done_at = $3, done_by = $4
     where workspace_id = $1 and fact_id = $2 and kind = 'fact' and done_at is null`,
    [workspaceId, factId, by.at, by.memberId],
  )
}

/** Somebody has a task about this saved reply already. */
export async function hasReplyTask(queries: Queries, workspaceId: string, replyId: string): Promise<boolean> {
  const rows = await queries.query(
    "select 1 from tasks where workspace_id = $1 and reply_id = $2 and done_at is null",
    [workspaceId, replyId],
  )
  return rows.length > 0
}

export async function completeReplyTasks(
  queries: Queries,
  workspaceId: string,
  replyId: string,
  by: { readonly at: string; readonly memberId: string | null },
): Promise<void> {
  await queries.query(
    "update tasks set done_at = $3, done_by = $4 where workspace_id = $1 and reply_id = $2 and done_at is null",
    [workspaceId, replyId, by.at, by.memberId],
  )
}
