import type { Queries } from "./database.ts"
import { customerOf } from "./one-customer.ts"

/** A hit as the API lists it. */
export type Hit = {
  readonly kind: "customer" | "promise" | "message"
  readonly id: string
  readonly conversationId: string | null
  readonly customerId: string | null
  readonly title: string
  readonly excerpt: string
  readonly at: string | null
}

export type Part = { readonly limit: number; readonly offset: number }

const HEADLINE_LENGTH_READ = 20_000 // characters in which the passage is looked for

/** PostgreSQL splits what was typed as it split the texts, so whatever it is becomes a query; the last word may go on. */
const PREFIXED = `(nullif(plainto_tsquery('simple', $2)::text, '') || ':*')::tsquery`

/** Messages whose subject or text has all the words, the last one also as a beginning; the newest first. */
export async function findMessages(
  queries: Queries,
  workspaceId: string,
  typed: string,
  { limit, offset }: Part,
): Promise<readonly Hit[]> {
  const asked = [workspaceId, typed, limit, offset]
  // What is in every tenth message has more hits than can be sorted while somebody types: the newest messages have enough.
  if (await areMany(queries, workspaceId, typed)) {
    const newest = await queries.query<Hit>(messageHits(NEWEST), asked)
    if (newest.length === limit) return newest
  }
  return queries.query<Hit>(messageHits(ALL), asked)
}

const FEW = 1_000 // hits; about 5 ms of reading to sort them

async function areMany(queries: Queries, workspaceId: string, typed: string): Promise<boolean> {
  const [row] = await queries.query<{ count: number }>(
    `with asked as (select ${PREFIXED} as query)
     select count(*) as "count" from (select 1 from message_texts t cross join asked
       where t.workspace_id = $1 and t.search @@ asked.query limit ${FEW + 1}) hits`,
    [workspaceId, typed],
  )
  return (row?.count ?? 0) > FEW
}

const NEWEST_READ = 2_000 // messages; about 10 ms of reading

/**
 * One after the other, until there are enough: "offset 0" keeps PostgreSQL from asking the index of words for all hits first,
 * which it takes for few because it does not know the words when it plans.
 */
const NEWEST = `
  select m.message_id, m.conversation_id, m.at, m.seq
  from asked cross join (select workspace_id, message_id, conversation_id, at, seq from messages where workspace_id = $1
    order by at desc, seq desc limit ${NEWEST_READ}) m
  cross join lateral (select t.search from message_texts t
    where t.workspace_id = m.workspace_id and t.message_id = m.message_id offset 0) t
  where t.search @@ asked.query`

/** Found by the index of words first: walking through all messages by time until enough are found takes seconds. */
const ALL = `
  select m.message_id, m.conversation_id, m.at, m.seq
  from found f join messages m on m.workspace_id = $1 and m.message_id = f.message_id`

function messageHits(hits: string): string {
  return `
    with asked as (select ${PREFIXED} as query),
    found as materialized (
      select t.message_id from message_texts t cross join asked where t.workspace_id = $1 and t.search @@ asked.query),
    hits as (${hits} order by m.at desc, m.seq desc limit $3 offset $4)
    select 'message' as "kind", h.message_id as "id", h.conversation_id as "conversationId", c.customer_id as "customerId",
      coalesce(nullif(t.subject, ''), v.subject, c.name, '') as "title",
      ts_headline('simple', left(t.text, ${HEADLINE_LENGTH_READ}), asked.query, 'StartSel="", StopSel="", MaxWords=24, MinWords=10') as "excerpt",
      h.at
    from hits h cross join asked
    join message_texts t on t.workspace_id = $1 and t.message_id = h.message_id
    join conversations v on v.workspace_id = $1 and v.conversation_id = h.conversation_id
    ${customerOf("v")}
    order by h.at desc, h.seq desc`
}

/** Promises whose words, condition or note have all the words in them, found as messages are; what is owed first. */
export async function findPromises(
  queries: Queries,
  workspaceId: string,
  typed: string,
  { limit, offset }: Part,
): Promise<readonly Hit[]> {
  const asked = [workspaceId, typed, limit, offset]
  const newest = await queries.query<Hit>(promiseHits(OWED_AND_NEWEST), asked)
  if (newest.length === limit) return newest
  return queries.query<Hit>(promiseHits(ALL_PROMISES), asked)
}

const FOUND = "p.workspace_id = $1 and p.words is not null and p.state <> 'dismissed' and p.search @@ asked.query"

const OWED_AND_NEWEST = `
  select p.promise_id, p.state, p.said_at from promise_rows p cross join asked
  where p.state in ('open', 'broken') and ${FOUND}
  union
  select p.promise_id, p.state, p.said_at
  from (select * from promise_rows where workspace_id = $1 order by said_at desc, promise_id limit ${NEWEST_READ}) p
  cross join asked where ${FOUND}`

const ALL_PROMISES = `
  select p.promise_id, p.state, p.said_at from found f
  join promise_rows p on p.workspace_id = $1 and p.promise_id = f.promise_id cross join asked where ${FOUND}`

function promiseHits(hits: string): string {
  return `
    with asked as (select ${PREFIXED} as query),
    found as materialized (
      select p.promise_id from promise_rows p cross join asked where p.workspace_id = $1 and p.search @@ asked.query),
    hits as (select * from (${hits}) h
      order by h.state in ('open', 'broken') desc, h.said_at desc, h.promise_id limit $3 offset $4)
    select 'promise' as "kind", p.promise_id as "id", p.conversation_id as "conversationId", c.customer_id as "customerId",
      p.words as "title", concat_ws(' · ', c.name, p.due_words, p.condition, p.waiting_note) as "excerpt",
      coalesce(p.due_until, p.said_at) as "at"
    from hits h
    join promise_rows p on p.workspace_id = $1 and p.promise_id = h.promise_id
    join customers c on c.workspace_id = $1 and c.customer_id = p.customer_id
    order by p.state in ('open', 'broken') desc, p.said_at desc, p.promise_id`
}
