import { cameFromOthers, listMovedAway } from "./conversation-moves.ts"
import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"

/** Everything that is about a customer, by id. */
export type Traces = {
  readonly workspaceId: string
  /** The customer, and those who were merged into them. */
  readonly customerIds: readonly string[]
  readonly conversationIds: readonly string[]
  /** In these conversations, and what they wrote in others. */
  readonly messageIds: readonly string[]
  readonly promiseIds: readonly string[]
  /** Their mail addresses, in comparable form. */
  readonly mails: readonly string[]
}

/** Finds what is about a customer, and holds the customer until the transaction ends. Null when there is none. */
export async function lockTraces(queries: Queries, workspaceId: string, customerId: string): Promise<Traces | null> {
  await lockOutbox(queries, workspaceId, customerId)
  const customers = await queries.query<{ id: string }>(
    `select customer_id as "id" from customers where workspace_id = $1 and ${isOneWith("customer_id", "$2")}
     order by customer_id for update`,
    [workspaceId, customerId],
  )
  const customerIds = customers.map(({ id }) => id)
  if (!customerIds.includes(customerId)) return null
  const ids = async (sql: string, values: readonly string[]) =>
    (await queries.query<{ id: string }>(sql, [workspaceId, values])).map(({ id }) => id)
  const conversationIds = await ids(
    `select conversation_id as "id" from conversations where workspace_id = $1 and customer_id = any($2::uuid[]) order by conversation_id for update`,
    customerIds,
  )
  const inThem = await ids(
    `select message_id as "id" from messages m where workspace_id = $1 and conversation_id = any($2::uuid[])
       and not ${CAME_FROM_OTHERS} for update`,
    conversationIds,
  )
  const movedAway = await listMovedAway(queries, workspaceId, customerIds)
  const byThem = await ids(
    `select message_id as "id" from messages where workspace_id = $1 and by_kind = 'customer' and by_id = any($2::uuid[]) for update`,
    customerIds,
  )
  const promiseIds = await ids(
    `select promise_id as "id" from promises where workspace_id = $1 and customer_id = any($2::uuid[]) order by promise_id`,
    customerIds,
  )
  const mails = await ids(
    `select value as "id" from addresses where workspace_id = $1 and kind = 'mail' and customer_id = any($2::uuid[])`,
    customerIds,
  )
  return {
    workspaceId,
    customerIds,
    conversationIds,
    messageIds: [...new Set([...inThem, ...byThem, ...movedAway])],
    promiseIds,
    mails,
  }
}

/** Brought by a merge from a conversation of somebody else, who was not erased. */
const CAME_FROM_OTHERS = cameFromOthers(
  "m",
  (customer) =>
    `${customer} in (select o.customer_id from conversations o where o.workspace_id = $1 and o.conversation_id = any($2::uuid[]))`,
)

/** What the loop is sending to them ends first: it holds the outbox, and then asks for the rest. */
async function lockOutbox(queries: Queries, workspaceId: string, customerId: string): Promise<void> {
  await queries.query(
    `select 1 from outbox x
     join messages m on m.workspace_id = x.workspace_id and m.message_id = x.message_id
     join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
     join customers c on c.workspace_id = v.workspace_id and c.customer_id = v.customer_id
     where x.workspace_id = $1 and ${isOneWith("c.customer_id", "$2")} order by x.outbox_id for update of x`,
    [workspaceId, customerId],
  )
}

/** The words of all their promises; the entries stay, with the digests of the words. */
export async function deleteEntryTexts(queries: Queries, { workspaceId, promiseIds }: Traces): Promise<void> {
  await queries.query("delete from entry_texts where workspace_id = $1 and promise_id = any($2::uuid[])", [
    workspaceId,
    promiseIds,
  ])
}

/** Texts, headers, reviews and files of their messages; that there were messages, when and by whom, stays. */
export async function eraseMessages(queries: Queries, { workspaceId, messageIds }: Traces): Promise<void> {
  const values = [workspaceId, messageIds]
  await queries.query(
    `insert into file_removals (workspace_id, digest)
     select workspace_id, digest from files where workspace_id = $1 and message_id = any($2::uuid[]) on conflict do nothing`,
    values,
  )
  await forgetRaw(queries, workspaceId, messageIds)
  for (const table of ["files", "reviews", "message_texts"]) {
    await queries.query(`delete from ${table} where workspace_id = $1 and message_id = any($2::uuid[])`, values)
  }
  await queries.query(
    `update messages set redelivery_key = null, problem = null,
       mail_id = case when kind = 'inbound' then null else mail_id end,
       delivery = case when delivery = 'waiting' then 'cancelled' else delivery end
     where workspace_id = $1 and message_id = any($2::uuid[])`,
    values,
  )
}

/** What has not left yet does not leave, and what went wrong is no longer told with their address. */
export async function eraseOutbox(queries: Queries, { workspaceId, messageIds }: Traces, at: string): Promise<void> {
  await queries.query(
    `update outbox set problem = null, taken_for = '{}', done_at = coalesce(done_at, $3), next_at = null, leased_until = null
     where workspace_id = $1 and message_id = any($2::uuid[])`,
    [workspaceId, messageIds, at],
  )
}

/** Mails of other customers' conversations that went to them too, or came from an address of theirs. */
export async function findCopies(
  queries: Queries,
  { workspaceId, messageIds, mails }: Traces,
): Promise<readonly { messageId: string; conversationId: string }[]> {
  return queries.query(
    `select m.message_id as "messageId", m.conversation_id as "conversationId"
     from message_texts t join messages m on m.workspace_id = t.workspace_id and m.message_id = t.message_id
     where t.workspace_id = $1 and not (t.message_id = any($2::uuid[])) and exists (
       select 1 from jsonb_array_elements(t.to_addresses || t.cc_addresses || t.bcc_addresses || coalesce(t.from_address, '[]') || coalesce(t.reply_to, '[]')) box
       where lower(box->>'address') = any($3::text[]))`,
    [workspaceId, messageIds, mails],
  )
}

/** Takes their addresses out of such mails, and the mails as they came, which repeat them. The words stay: they are others'. */
export async function eraseFromCopies(
  queries: Queries,
  { workspaceId, mails }: Traces,
  copyIds: readonly string[],
): Promise<void> {
  const others = (column: string) =>
    `coalesce((select jsonb_agg(box) from jsonb_array_elements(${column}) box where not (lower(box->>'address') = any($3::text[]))), '[]')`
  const other = (column: string) =>
    `case when lower(${column}->>'address') = any($3::text[]) then null else ${column} end`
  await queries.query(
    `update message_texts set to_addresses = ${others("to_addresses")}, cc_addresses = ${others("cc_addresses")},
       bcc_addresses = ${others("bcc_addresses")},
       from_address = ${other("from_address")}, reply_to = ${other("reply_to")}
     where workspace_id = $1 and message_id = any($2::uuid[])`,
    [workspaceId, copyIds, mails],
  )
  await forgetCopies(queries, workspaceId, copyIds, mails)
  await forgetRaw(queries, workspaceId, copyIds)
}

/** That a copy went to them, or could not: what the outbox, the message and a task say of it with their address. */
async function forgetCopies(
  queries: Queries,
  workspaceId: string,
  messageIds: readonly string[],
  mails: readonly string[],
): Promise<void> {
  const values = [workspaceId, messageIds, mails]
  const names = (column: string) =>
    `exists (select 1 from unnest($3::text[]) mail where position(mail in lower(${column})) > 0)`
  await queries.query(
    `update outbox set taken_for = array(select mail from unnest(taken_for) mail where not (mail = any($3::text[]))),
       problem = case when ${names("problem")} then null else problem end
     where workspace_id = $1 and message_id = any($2::uuid[])`,
    values,
  )
  await queries.query(
    `update messages set problem = null where workspace_id = $1 and message_id = any($2::uuid[]) and ${names("problem")}`,
    values,
  )
  await queries.query(
    `update tasks set words = null where workspace_id = $1 and message_id = any($2::uuid[]) and ${names("words")}`,
    values,
  )
}

async function forgetRaw(queries: Queries, workspaceId: string, messageIds: readonly string[]): Promise<void> {
  await queries.query(
    `insert into file_removals (workspace_id, digest) select workspace_id, raw_digest from messages
     where workspace_id = $1 and message_id = any($2::uuid[]) and raw_digest is not null on conflict do nothing`,
    [workspaceId, messageIds],
  )
  await queries.query(
    "update messages set raw_digest = null where workspace_id = $1 and message_id = any($2::uuid[])",
    [workspaceId, messageIds],
  )
}

/** The conversations that their messages are in, those with others too. */
export async function findConversationsOf(
  queries: Queries,
  { workspaceId, messageIds }: Traces,
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select distinct conversation_id as "id" from messages where workspace_id = $1 and message_id = any($2::uuid[])`,
    [workspaceId, messageIds],
  )
  return rows.map(({ id }) => id)
}

/** Subject and last words of their conversations, which are closed: there is nobody left to answer. */
export async function eraseConversations(
  queries: Queries,
  { workspaceId, conversationIds }: Traces,
  at: string,
): Promise<void> {
  await queries.query(
    `update conversations set subject = null, begun_to = null, last_words = null, awaiting_since = null, snoozed_until = null,
       closed_at = coalesce(closed_at, $3)
     where workspace_id = $1 and conversation_id = any($2::uuid[])`,
    [workspaceId, conversationIds, at],
  )
}

export async function eraseReminders(queries: Queries, { workspaceId, conversationIds }: Traces): Promise<void> {
  await queries.query("delete from reminders where workspace_id = $1 and conversation_id = any($2::uuid[])", [
    workspaceId,
    conversationIds,
  ])
}

export async function eraseTasks(queries: Queries, traces: Traces, at: string): Promise<void> {
  await queries.query(
    `update tasks set words = null, done_at = coalesce(done_at, $6) where workspace_id = $1
       and (customer_id = any($2::uuid[]) or conversation_id = any($3::uuid[]) or message_id = any($4::uuid[]) or promise_id = any($5::uuid[]))`,
    [traces.workspaceId, traces.customerIds, traces.conversationIds, traces.messageIds, traces.promiseIds, at],
  )
}

/** What they, and those who were merged into them, are called. */
export async function listNames(queries: Queries, { workspaceId, customerIds }: Traces): Promise<readonly string[]> {
  const rows = await queries.query<{ name: string }>(
    "select name from customers where workspace_id = $1 and customer_id = any($2::uuid[]) and name is not null",
    [workspaceId, customerIds],
  )
  return rows.map(({ name }) => name)
}

/** Name, company, zone and addresses; a company of which nobody is left goes with them. */
export async function eraseNames(queries: Queries, { workspaceId, customerIds }: Traces, at: string): Promise<void> {
  await queries.query("delete from addresses where workspace_id = $1 and customer_id = any($2::uuid[])", [
    workspaceId,
    customerIds,
  ])
  await queries.query(
    `update customers set name = null, company = null, zone = null, scope = '{}', no_first_mail_at = null, erased_at = coalesce(erased_at, $3)
     where workspace_id = $1 and customer_id = any($2::uuid[])`,
    [workspaceId, customerIds, at],
  )
  await queries.query(
    `delete from companies n where n.workspace_id = $1 and not exists (select 1 from customers k
       where k.workspace_id = n.workspace_id and lower(k.company) = lower(n.name))`,
    [workspaceId],
  )
}

/** A file that was to be removed; null when there is none. Whether something still names it decides if it goes. */
export async function nextRemoval(
  queries: Queries,
): Promise<{ workspaceId: string; digest: string; named: boolean } | null> {
  const [row] = await queries.query<{ workspaceId: string; digest: string; named: boolean }>(
    `select r.workspace_id as "workspaceId", r.digest,
       exists (select 1 from files f where f.digest = r.digest) or exists (select 1 from attachments a where a.digest = r.digest)
         or exists (select 1 from messages m where m.raw_digest = r.digest) as "named"
     from file_removals r limit 1`,
  )
  return row ?? null
}

export async function deleteRemoval(queries: Queries, workspaceId: string, digest: string): Promise<void> {
  await queries.query("delete from file_removals where workspace_id = $1 and digest = $2", [workspaceId, digest])
}
