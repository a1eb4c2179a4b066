import type { Database, Queries } from "./database.ts"

/**
 * The store as somebody sees it who may not see the mail of the `hidden` addresses: of every table with something of a
 * conversation in it, a reading has only what is theirs to see. This is the one place that decides it: each statement gets
 * the tables that it names as common table expressions of the same names before it. What writes is left as it is; the ids in
 * it are asked about before (`listUnseen`).
 */
export function asSeen(database: Database, hidden: readonly string[]): Database {
  if (hidden.length === 0) return database
  const within = (queries: Queries): Queries => ({
    query: (sql, parameters) => queries.query(seenSql(sql, hidden), parameters),
  })
  return {
    ...within(database),
    kind: database.kind,
    transaction: (work) => database.transaction((queries) => work(within(queries))),
    close: () => database.close(),
  }
}

/** As `asSeen`, for what a transaction reads. */
export function queriesAsSeen(queries: Queries, hidden: readonly string[]): Queries {
  if (hidden.length === 0) return queries
  return { query: (sql, parameters) => queries.query(seenSql(sql, hidden), parameters) }
}

/**
 * Before a statement that is read whole by everybody: what it gives is counts and times without anybody's name. Before the name of a
 * table (`from ${WHOLE} customers k`) that is read whole there, because what it is asked for is in another that is not: who is one
 * with somebody who is seen. One of `WHOLE_TABLES`.
 */
export const WHOLE = "/* whole */"
const WHOLE_TABLE = /\/\* whole \*\/ (\w+)/g

const READS = /^\s*(with|select)\b/i
const RECURSIVE = /^\s*with\s+recursive\b/i
const WITH = /^\s*with\b/i

function seenSql(sql: string, hidden: readonly string[]): string {
  if (!READS.test(sql) || /\bfor (update|share)\b/i.test(sql)) return sql
  const named = Object.entries(SEEN).filter(([table]) =>
    new RegExp(`\\b${table}\\b`).test(sql.replaceAll(WHOLE_TABLE, "")),
  )
  if (named.length === 0) return sql
  // A recursive statement would take the names for itself, and count what is hidden without a word.
  if (RECURSIVE.test(sql)) throw new Error("A recursive statement cannot be read as somebody sees it.")
  const addresses = `array[${hidden.map(literal).join(", ")}]::text[]`
  const reading = sql.replaceAll(WHOLE_TABLE, "whole_$1")
  const seen = named.map(
    ([table, condition]) =>
      `${table} as not materialized (select t.* from ${table} t where ${condition.replaceAll("$hidden", addresses)})`,
  )
  const parts = [WHOLE_TABLES, ...seen].join(",\n")
  return WITH.test(sql) ? reading.replace(WITH, () => `with ${parts},`) : `with ${parts}\n${reading}`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Before the tables take their names, so that these are still the whole ones. */
const WHOLE_TABLES = [
  "addresses",
  "companies",
  "conversation_tags",
  "conversations",
  "customers",
  "message_texts",
  "messages",
  "promise_rows",
  "recommendations",
]
  .map((table) => `whole_${table} as not materialized (select * from ${table})`)
  .join(", ")

/**
 * Asked of each row that a statement comes to, by keys: as a scalar, because a join of the whole tables is what PostgreSQL
 * would make of `not exists` in a statement with many of them.
 */
const isIn = (column: string) => `not coalesce((select h.came_by = any($hidden) from whole_conversations h
  where h.workspace_id = t.workspace_id and h.conversation_id = t.${column}), false)`
const ofConversation = isIn("conversation_id")

const through = (
  table: string,
  column: string,
  of = column,
) => `not coalesce((select h.came_by = any($hidden) from whole_${table} g
  join whole_conversations h on h.workspace_id = g.workspace_id and h.conversation_id = g.conversation_id
  where g.workspace_id = t.workspace_id and g.${column} = t.${of}), false)`

const ofMessage = through("messages", "message_id")
const ofPromise = through("promise_rows", "promise_id")

/**
 * Whether one of their conversations, theirs and of whoever is one with them, is seen; true where there is none. As scalars, like
 * `isIn`: a statement names customers many times, and PostgreSQL plans each "exists" of each time in two ways.
 */
const sees = (standing: string) => `(select coalesce(bool_or(h.came_by is null or h.came_by <> all($hidden)), true)
  from whole_customers k join whole_conversations h on h.workspace_id = k.workspace_id and h.customer_id = k.customer_id
  where k.workspace_id = t.workspace_id and coalesce(k.merged_into, k.customer_id) = ${standing})`
/** Or a promise outside of them. */
const isOwed = (standing: string) => `coalesce((select true
  from whole_customers k join whole_promise_rows g on g.workspace_id = k.workspace_id and g.customer_id = k.customer_id
  where k.workspace_id = t.workspace_id and coalesce(k.merged_into, k.customer_id) = ${standing} and g.conversation_id is null limit 1), false)`
const seenByStanding = (standing: string) => `(${sees(standing)} or ${isOwed(standing)})`

const ofCustomer = seenByStanding(`(select coalesce(s.merged_into, s.customer_id) from whole_customers s
  where s.workspace_id = t.workspace_id and s.customer_id = t.customer_id)`)

/** Seen by whoever sees somebody who belongs to it; or where nobody does. */
const ofCompany = (name: string) => `coalesce((select bool_or(
    (select coalesce(bool_or(h.came_by is null or h.came_by <> all($hidden)), true) from whole_conversations h
      where h.workspace_id = c.workspace_id and h.customer_id = c.customer_id)
    or coalesce((select true from whole_promise_rows g where g.workspace_id = c.workspace_id and g.customer_id = c.customer_id
      and g.conversation_id is null limit 1), false))
  from whole_customers c where c.workspace_id = t.workspace_id and lower(c.company) = lower(${name})), true)`

/** Which rows of a table somebody sees, by what the row is of. */
const SEEN: Readonly<Record<string, string>> = {
  conversations: "(t.came_by is null or t.came_by <> all($hidden))",
  customers: seenByStanding("coalesce(t.merged_into, t.customer_id)"),
  addresses: ofCustomer,
  companies: ofCompany("t.name"),
  company_domains: ofCompany(
    "(select n.name from whole_companies n where n.workspace_id = t.workspace_id and n.company_id = t.company_id)",
  ),
  customer_codes: ofCustomer,
  messages: ofConversation,
  promise_rows: ofConversation,
  drafts: ofConversation,
  attachments: ofConversation,
  replying: ofConversation,
  reminders: ofConversation,
  held_messages: ofConversation,
  conversation_tags: ofConversation,
  conversation_moves: `${isIn("from_id")} and ${isIn("to_id")}`,
  customer_links: ofConversation,
  needs: ofConversation,
  recommendations: ofConversation,
  declines: ofConversation,
  sale_requests: ofConversation,
  orders: `${ofConversation} and ${ofCustomer}`,
  tasks: `${ofConversation} and ${ofMessage} and ${ofPromise} and (t.customer_id is null or ${ofCustomer})`,
  message_texts: ofMessage,
  files: ofMessage,
  reviews: ofMessage,
  message_keeps: ofMessage,
  mentions: ofMessage,
  assertions: ofMessage,
  outbox: ofMessage,
  correction_people: `${ofMessage} and ${through("messages", "message_id", "sent_message_id")}`,
  outcome_checks: `${ofMessage} and ${through("messages", "message_id", "answer_message_id")} and ${ofCustomer}`,
  answer_checks: ofConversation,
  promises: ofPromise,
  entries: ofPromise,
  entry_texts: ofPromise,
  notices: ofPromise,
  checkpoint_leaves: ofPromise,
  recommendation_fits: through("recommendations", "recommendation_id"),
}

/** The tables of which something is hidden, so that a test can ask whether one was forgotten. */
export const SEEN_TABLES: readonly string[] = Object.keys(SEEN)

const NAMED_BY_ID = {
  conversations: "conversation_id",
  messages: "message_id",
  promise_rows: "promise_id",
  customers: "customer_id",
  companies: "company_id",
  addresses: "address_id",
  tasks: "task_id",
  attachments: "attachment_id",
  held_messages: "held_id",
  needs: "need_id",
  recommendations: "recommendation_id",
  orders: "order_id",
  sale_requests: "request_id",
  customer_links: "link_id",
  notices: "notice_id",
} as const

const FOUND = Object.entries(NAMED_BY_ID)
  .map(
    ([table, column]) =>
      `select ${column} as "id" from ${table} where workspace_id = $1 and ${column} = any($2::uuid[])`,
  )
  .join(" union all ")

/** Of these ids, those of something that is here and that they may not see. */
export async function listUnseen(
  database: Queries,
  workspaceId: string,
  hidden: readonly string[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (hidden.length === 0 || ids.length === 0) return new Set()
  const here = await database.query<{ id: string }>(FOUND, [workspaceId, ids])
  if (here.length === 0) return new Set()
  const seen = await database.query<{ id: string }>(seenSql(FOUND, hidden), [workspaceId, ids])
  const theirs = new Set(seen.map(({ id }) => id))
  return new Set(here.map(({ id }) => id).filter((id) => !theirs.has(id)))
}
