import { WHOLE } from "./as-seen.ts"
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

/** Messages whose subject or text has all the words, the last one also as a beginning; the newest first. */
export function findMessages(
  queries: Queries,
  workspaceId: string,
  typed: string,
  part: Part,
): Promise<readonly Hit[]> {
  return findNewest(queries, { workspaceId, typed, ...part }, { table: "message_texts", time: "at" }, messageHits)
}

/** Promises whose words, condition or note have all the words in them, found as messages are; what is owed first. */
export function findPromises(
  queries: Queries,
  workspaceId: string,
  typed: string,
  part: Part,
): Promise<readonly Hit[]> {
  return findNewest(queries, { workspaceId, typed, ...part }, { table: "promise_rows", time: "said_at" }, promiseHits)
}

type Asked = Part & { readonly workspaceId: string; readonly typed: string }
type Searched = { readonly table: "message_texts" | "promise_rows"; readonly time: "at" | "said_at" }
/** SQL: $1 the workspace, $2 the words, $3 and $4 the part, $5 since when. */
type HitsSql = (reading: "walk" | "index") => string

/**
 * What is in every tenth row has more hits than can be read and sorted while somebody types, and the newest rows have enough of
 * them: so the newest are looked at first, then those of a time eight times as long, and so on; but a word that is in few rows is
 * looked for in all at once. What was found since some moment is the newest there is once there is enough of it.
 */
async function findNewest(
  queries: Queries,
  { workspaceId, typed, limit, offset }: Asked,
  searched: Searched,
  hits: HitsSql,
): Promise<readonly Hit[]> {
  const { words, newest, edge } = await readWords(queries, workspaceId, typed, searched)
  if (words === null) return []
  const find = (reading: "walk" | "index", since: string) =>
    queries.query<Hit>(hits(reading), [workspaceId, words, limit, offset, since])
  if (newest === null || edge === null) return find("index", "-infinity")
  const inNewest = await find("walk", before(newest, edge, 1))
  if (inNewest.length === limit) return inNewest
  const isLikelyNear = inNewest.length * NEARER >= limit
  if (isLikelyNear || (await guessHits(queries, searched, workspaceId, words)) > READ_AT_ONCE) {
    for (const times of TIMES_LONGER) {
      const found = await find("index", before(newest, edge, times))
      if (found.length === limit) return found
    }
  }
  return find("index", "-infinity")
}

const NEWEST_READ = 2_000 // rows; about 5 ms of reading
const TIMES_LONGER = [8, 64]
const [NEARER = 1] = TIMES_LONGER
const READ_AT_ONCE = 15_000 // hits; about 30 ms of reading, while each look at a longer time costs 6 ms

/** The moment that is `times` as long before `newest` as `edge` is. */
function before(newest: string, edge: string, times: number): string {
  const end = Temporal.Instant.from(newest)
  const { milliseconds } = end.since(edge, { largestUnit: "milliseconds" })
  // No earlier than 1970: PostgreSQL reads no year before the first, and what is older is found without a time.
  return Temporal.Instant.fromEpochMilliseconds(Math.max(0, end.epochMilliseconds - milliseconds * times)).toString()
}

/** How many rows PostgreSQL thinks have the words: from its statistics, without reading any. Wrong, it costs time and no hit. */
async function guessHits(queries: Queries, { table }: Searched, workspaceId: string, words: string): Promise<number> {
  const [row] = await queries.query<{ "QUERY PLAN": readonly { Plan: { "Plan Rows": number } }[] }>(
    `explain (format json) select from ${table} where workspace_id = $1 and search @@ $2::tsquery`,
    [workspaceId, words],
  )
  return row?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0
}

type Words = { readonly words: string | null; readonly newest: string | null; readonly edge: string | null }

/** PostgreSQL splits what was typed as it split the texts, so whatever it is becomes a query; the last word may go on. */
async function readWords(
  queries: Queries,
  workspaceId: string,
  typed: string,
  { table, time }: Searched,
): Promise<Words> {
  const rows = `from ${table} where workspace_id = $1 and ${time} is not null order by ${time} desc limit 1`
  const [row] = await queries.query<Words>(
    `${WHOLE} select nullif(plainto_tsquery('simple', $2)::text, '') || ':*' as "words",
       (select ${time} ${rows}) as "newest", (select ${time} ${rows} offset ${NEWEST_READ - 1}) as "edge"`,
    [workspaceId, typed],
  )
  return row ?? { words: null, newest: null, edge: null }
}

/**
 * The newest are read one after the other until there are enough. Elsewhere all hits are found by the indexes of words and of
 * times first ("materialized" keeps the limit from PostgreSQL, which would walk on through all messages), and of these the newest
 * that whoever asks may see: as a scalar, so that it is asked of each in its turn.
 */
function messageHits(reading: "walk" | "index"): string {
  const found = `select t.message_id, t.at from ${WHOLE} message_texts t
    where t.workspace_id = $1 and t.at >= $5::timestamptz and t.search @@ $2::tsquery`
  const hits = (from: string) => `hits as materialized (
    select * from (${from} order by at desc, message_id desc) f
    where (select true from message_texts t where t.workspace_id = $1 and t.message_id = f.message_id) limit $3 offset $4)`
  const asked = reading === "walk" ? hits(found) : `found as materialized (${found}), ${hits("select * from found")}`
  return `
    with ${asked}
    select 'message' as "kind", h.message_id as "id", m.conversation_id as "conversationId", c.customer_id as "customerId",
      coalesce(nullif(t.subject, ''), v.subject, c.name, '') as "title",
      ts_headline('simple', left(t.text, ${HEADLINE_LENGTH_READ}), $2::tsquery, 'StartSel="", StopSel="", MaxWords=24, MinWords=10') as "excerpt",
      h.at
    from hits h
    join message_texts t on t.workspace_id = $1 and t.message_id = h.message_id
    join messages m on m.workspace_id = $1 and m.message_id = h.message_id
    join conversations v on v.workspace_id = $1 and v.conversation_id = m.conversation_id
    ${customerOf("v")}
    order by h.at desc, h.message_id desc`
}

const FOUND = "p.workspace_id = $1 and p.words is not null and p.state <> 'dismissed' and p.search @@ $2::tsquery"
const OWED = "p.state in ('open', 'broken')"

function promiseHits(reading: "walk" | "index"): string {
  const columns = "select p.promise_id, p.state, p.said_at from promise_rows p where"
  const settled = `${columns} p.said_at >= $5::timestamptz and not ${OWED} and ${FOUND}`
  const walked = `${settled} order by p.said_at desc, p.promise_id limit $3::int + $4::int`
  return `
    with owed as materialized (${columns} ${OWED} and ${FOUND}),
    settled as materialized (${reading === "walk" ? walked : settled}),
    hits as materialized (select * from (select * from owed union all select * from settled) h
      order by h.state in ('open', 'broken') desc, h.said_at desc, h.promise_id limit $3 offset $4)
    select 'promise' as "kind", p.promise_id as "id", p.conversation_id as "conversationId", c.customer_id as "customerId",
      p.words as "title", concat_ws(' · ', c.name, p.due_words, p.condition, p.waiting_note) as "excerpt",
      coalesce(p.due_until, p.said_at) as "at"
    from hits h
    join promise_rows p on p.workspace_id = $1 and p.promise_id = h.promise_id
    ${customerOf("p")}
    order by ${OWED} desc, p.said_at desc, p.promise_id`
}
