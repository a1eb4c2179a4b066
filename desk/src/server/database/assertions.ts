import type { By } from "../../ledger/entry.ts"
import type { TypedValue } from "../../ledger/fact-value.ts"
import type { Queries } from "./database.ts"
import { customerOf, isOneWith } from "./one-customer.ts"
import { SHOWN_NAME } from "./shown-name.ts"

export type Verdict = "supported" | "contradicted" | "unsupported" | "needs-evidence"

/** One claim of a sent message, and the version of the fact that it was compared with. */
export type NewAssertion = {
  readonly factId: string | null
  readonly version: number | null
  readonly verdict: Verdict
  readonly kind: string
  readonly words: string
  readonly start: number
  readonly end: number
}

export type SaidIn = {
  readonly workspaceId: string
  readonly messageId: string
  readonly customerId: string
  readonly at: string
  readonly by: By
  readonly replyId: string | null
}

/** All of a message in one statement, after those that are there; a claim of a fact that is there already is not repeated. */
export async function insertAssertions(queries: Queries, said: SaidIn, made: readonly NewAssertion[]): Promise<void> {
  if (made.length === 0) return
  await queries.query(
    `insert into assertions (workspace_id, message_id, position, customer_id, fact_id, version, verdict, kind, words,
       start_at, end_at, said_at, by_kind, by_id, reply_id)
     select $1, $2, a.position + coalesce((select max(o.position) + 1 from assertions o where o.workspace_id = $1 and o.message_id = $2), 0), $3, a."factId", a.version, a.verdict, a.kind, a.words, a.start, a."end", $4, $5, $6, $7
     from jsonb_to_recordset($8::jsonb) as a (position int, "factId" uuid, version int, verdict text, kind text, words text,
       start int, "end" int)
     where not exists (select 1 from assertions o where o.workspace_id = $1 and o.message_id = $2
       and o.fact_id is not distinct from a."factId" and o.start_at = a.start)`,
    [
      said.workspaceId,
      said.messageId,
      said.customerId,
      said.at,
      said.by.kind,
      said.by.id,
      said.replyId,
      JSON.stringify(made.map((each, position) => ({ ...each, position }))),
    ],
  )
}

/** What was told to whom, as the API lists it. */
export type AssertionView = {
  readonly messageId: string
  readonly position: number
  readonly conversationId: string
  readonly customer: { readonly id: string; readonly name: string | null }
  readonly factId: string | null
  readonly version: number | null
  readonly subject: string | null
  readonly attribute: string | null
  readonly verdict: Verdict
  readonly kind: string
  /** Null when erased. */
  readonly words: string | null
  readonly at: string
  readonly by: { readonly kind: "member" | "key" | "desk"; readonly name: string | null }
  readonly delivery: string | null
  /** The value that was told, and the one that holds now; null where no fact was spoken of. */
  readonly told: TypedValue | null
  readonly holds: TypedValue | null
  /** The version that holds now is another one: it may have to be put right. */
  readonly isChanged: boolean
}

export type Told = {
  readonly factId?: string | undefined
  readonly customerId?: string | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly version?: number | undefined
}

export type ToldPage = {
  readonly after: { readonly at: string; readonly id: string; readonly position: number } | null
  readonly limit: number
}

/** The newest first. Takes as long for the millionth assertion as for the first: see scripts/bench-told.ts. */
export function listAssertions(
  queries: Queries,
  workspaceId: string,
  told: Told,
  { after, limit }: ToldPage,
): Promise<readonly AssertionView[]> {
  const values: unknown[] = [workspaceId, limit]
  const conditions = ["a.workspace_id = $1"]
  const where = (condition: (place: string) => string, value: unknown) => {
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  if (told.factId !== undefined) where((place) => `a.fact_id = ${place}`, told.factId)
  if (told.customerId !== undefined) where((place) => isOneWith("a.customer_id", place), told.customerId)
  if (told.version !== undefined) where((place) => `a.version = ${place}`, told.version)
  if (told.since !== undefined) where((place) => `a.said_at >= ${place}`, told.since)
  if (told.until !== undefined) where((place) => `a.said_at <= ${place}`, told.until)
  if (after !== null) {
    const [at, id, position] = [after.at, after.id, after.position].map((value) => `$${values.push(value)}`)
    conditions.push(`(a.said_at, a.message_id, a.position) < (${at}, ${id}, ${position})`)
  }
  return queries.query<AssertionView>(
    `with page as (
       select a.* from assertions a where ${conditions.join(" and ")}
       order by a.said_at desc, a.message_id desc, a.position desc limit $2)
     ${VIEW} from page a ${JOINS} order by a.said_at desc, a.message_id desc, a.position desc`,
    values,
  )
}

const VIEW = `
  select a.message_id as "messageId", a.position, m.conversation_id as "conversationId",
    jsonb_build_object('id', c.customer_id, 'name', ${SHOWN_NAME}) as "customer",
    a.fact_id as "factId", a.version, v.subject, v.attribute, a.verdict, a.kind, a.words, a.said_at as "at",
    jsonb_build_object('kind', a.by_kind, 'name', coalesce(b.name, k.name)) as "by", m.delivery,
    case when v.version is not null then jsonb_build_object('type', v.type, 'value', v.value, 'unit', v.unit) end as "told",
    case when n.version is not null then jsonb_build_object('type', n.type, 'value', n.value, 'unit', n.unit) end as "holds",
    coalesce(a.version < n.version, false) as "isChanged"`

const JOINS = `
  join messages m on m.workspace_id = a.workspace_id and m.message_id = a.message_id
  ${customerOf("a", "left join")}
  left join fact_versions v on v.workspace_id = a.workspace_id and v.fact_id = a.fact_id and v.version = a.version
  left join members b on b.workspace_id = a.workspace_id and b.member_id = a.by_id and a.by_kind = 'member'
  left join api_keys k on k.workspace_id = a.workspace_id and k.api_key_id = a.by_id and a.by_kind = 'key'
  left join lateral (select l.version, l.type, l.value, l.unit from fact_versions l
    where l.workspace_id = a.workspace_id and l.fact_id = a.fact_id and l.approved_at is not null
      and coalesce(l.valid_from, current_date) <= current_date order by l.version desc limit 1) n on true`

/** How many customers were told each of these facts. Messages that were taken back or refused told nobody. */
export async function countTold(
  queries: Queries,
  workspaceId: string,
  factIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await queries.query<{ id: string; told: number }>(
    `select a.fact_id as "id", count(distinct coalesce(w.merged_into, w.customer_id)) as "told" from assertions a
     join customers w on w.workspace_id = a.workspace_id and w.customer_id = a.customer_id
     where a.workspace_id = $1 and a.fact_id = any($2::uuid[])
       and not exists (select 1 from messages m where m.workspace_id = a.workspace_id and m.message_id = a.message_id
         and m.delivery in ('cancelled', 'failed'))
     group by a.fact_id`,
    [workspaceId, factIds],
  )
  return new Map(rows.map(({ id, told }) => [id, told]))
}

/** The facts of the workspace that anybody was told. */
export async function listToldFacts(queries: Queries, workspaceId: string): Promise<ReadonlySet<string>> {
  const rows = await queries.query<{ id: string }>(
    `select f.fact_id as "id" from facts f where f.workspace_id = $1
       and exists (select 1 from assertions a where a.workspace_id = f.workspace_id and a.fact_id = f.fact_id)`,
    [workspaceId],
  )
  return new Set(rows.map(({ id }) => id))
}

/** What they were told stays on the record, without the words. */
export async function eraseAssertions(
  queries: Queries,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<void> {
  const values = [workspaceId, customerIds]
  await queries.query(
    "update assertions set words = null where workspace_id = $1 and customer_id = any($2::uuid[])",
    values,
  )
  await queries.query(
    `update correction_people set words = null, note = null, problem = null
     where workspace_id = $1 and customer_id = any($2::uuid[])`,
    values,
  )
}
