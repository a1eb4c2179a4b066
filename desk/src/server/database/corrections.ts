import type { CorrectionChoice } from "../../ledger/correction.ts"
import type { Queries } from "./database.ts"
import { customerOf, isOneOf } from "./one-customer.ts"
import { SHOWN_NAME } from "./shown-name.ts"

export type RunRow = {
  readonly id: string
  readonly factId: string
  readonly fromVersion: number
  readonly toVersion: number
  readonly words: string
  readonly honourWords: string
  readonly startedBy: string | null
  readonly startedAt: string
  readonly previewedBy: string | null
  readonly previewedAt: string | null
  readonly closedAt: string | null
}

const RUN = `
  select r.run_id as "id", r.fact_id as "factId", r.from_version as "fromVersion", r.to_version as "toVersion", r.words,
    r.honour_words as "honourWords", s.name as "startedBy", r.started_at as "startedAt", p.name as "previewedBy",
    r.previewed_at as "previewedAt", r.closed_at as "closedAt"
  from correction_runs r
  left join members s on s.workspace_id = r.workspace_id and s.member_id = r.started_by
  left join members p on p.workspace_id = r.workspace_id and p.member_id = r.previewed_by`

export async function readRun(queries: Queries, workspaceId: string, runId: string): Promise<RunRow | null> {
  const [row] = await queries.query<RunRow>(`${RUN} where r.workspace_id = $1 and r.run_id = $2`, [workspaceId, runId])
  return row ?? null
}

/** As `readRun`; others who change it wait until the end of the transaction. */
export async function lockRun(queries: Queries, workspaceId: string, runId: string): Promise<RunRow | null> {
  await queries.query("select 1 from correction_runs where workspace_id = $1 and run_id = $2 for update", [
    workspaceId,
    runId,
  ])
  return readRun(queries, workspaceId, runId)
}

export function listRuns(queries: Queries, workspaceId: string, factId: string | null): Promise<readonly RunRow[]> {
  return queries.query<RunRow>(
    `${RUN} where r.workspace_id = $1 and ($2::uuid is null or r.fact_id = $2) order by r.started_at desc limit 100`,
    [workspaceId, factId],
  )
}

/** False when a run for this fact is under way. */
export async function insertRun(
  queries: Queries,
  workspaceId: string,
  run: Pick<RunRow, "id" | "factId" | "fromVersion" | "toVersion" | "words" | "honourWords"> & {
    readonly memberId: string | null
    readonly at: string
  },
): Promise<boolean> {
  const rows = await queries.query(
    `insert into correction_runs (workspace_id, run_id, fact_id, from_version, to_version, words, honour_words, started_by, started_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (workspace_id, fact_id) where closed_at is null do nothing returning 1`,
    [workspaceId, run.id, run.factId, run.fromVersion, run.toVersion, run.words, run.honourWords, run.memberId, run.at],
  )
  return rows.length > 0
}

/**
 * Everybody who was last told an earlier version, in a message that reached our server; whoever was told the new one since
 * is left out. Gives how many.
 */
export async function insertPeople(
  queries: Queries,
  workspaceId: string,
  run: { readonly id: string; readonly factId: string; readonly toVersion: number },
): Promise<number> {
  const rows = await queries.query(
    `insert into correction_people (workspace_id, run_id, customer_id, message_id, position)
     select distinct on (c.customer_id) a.workspace_id, $2, c.customer_id, a.message_id, a.position
     from assertions a
     join messages m on m.workspace_id = a.workspace_id and m.message_id = a.message_id
     ${customerOf("a")}
     where c.erased_at is null and a.workspace_id = $1 and a.fact_id = $3 and a.version < $4 and a.verdict in ('supported', 'contradicted')
       and coalesce(m.delivery, 'accepted') in ('waiting', 'accepted')
       and not exists (select 1 from assertions b where b.workspace_id = a.workspace_id and b.fact_id = a.fact_id
         and ${isOneOf("b.customer_id")} and b.version >= $4 and b.verdict = 'supported' and b.said_at > a.said_at)
     order by c.customer_id, a.said_at desc, a.message_id, a.position
     on conflict do nothing returning 1`,
    [workspaceId, run.id, run.factId, run.toVersion],
  )
  return rows.length
}

export type PersonRow = {
  readonly customerId: string
  readonly name: string | null
  /** What they call themselves; null when only an address is known. */
  readonly ownName: string | null
  readonly isErased: boolean
  readonly isReachable: boolean
  readonly conversationId: string
  readonly isConversationOpen: boolean
  readonly owes: number
  /** Orders that were not delivered yet, as far as anybody wrote down. */
  readonly openOrders: number
  /** What they ordered, each product once, by name. */
  readonly products: readonly string[]
  readonly told: string | null
  readonly toldAt: string
  readonly toldBy: string | null
  readonly choice: CorrectionChoice
  readonly words: string | null
  readonly note: string | null
  readonly sentMessageId: string | null
  readonly delivery: "waiting" | "accepted" | "failed" | "cancelled" | "bounced" | null
  readonly hasAnswered: boolean
  readonly isToldNew: boolean
  readonly problem: string | null
}

/** Who was told, those for whom it matters soonest first: something is owed to them or not delivered yet, their conversation is open, told last. */
export function listPeople(queries: Queries, workspaceId: string, runId: string): Promise<readonly PersonRow[]> {
  return queries.query<PersonRow>(
    `with found as (select p.customer_id as "customerId", ${SHOWN_NAME} as "name", c.name as "ownName", c.erased_at is not null as "isErased",
       exists (select 1 from addresses d where d.workspace_id = p.workspace_id and ${isOneOf("d.customer_id")} and d.kind = 'mail') as "isReachable",
       m.conversation_id as "conversationId", v.closed_at is null as "isConversationOpen",
       (select count(*) from promise_rows o where o.workspace_id = p.workspace_id and ${isOneOf("o.customer_id")}
         and o.state in ('open', 'broken')) as "owes",
       (select count(*) from orders o where o.workspace_id = p.workspace_id and ${isOneOf("o.customer_id")}
         and o.product is not null and o.delivered_on is null) as "openOrders",
       coalesce((select jsonb_agg(distinct o.product order by o.product) from orders o where o.workspace_id = p.workspace_id
         and ${isOneOf("o.customer_id")} and o.product is not null), '[]') as "products",
       a.words as "told", a.said_at as "toldAt", coalesce(b.name, k.name) as "toldBy", p.choice, p.words, p.note,
       p.sent_message_id as "sentMessageId", s.delivery, p.problem,
       exists (select 1 from messages i where i.workspace_id = p.workspace_id and i.conversation_id = m.conversation_id
         and i.kind = 'inbound' and not i.automatic and i.by_kind = 'customer' and i.seq > s.seq) as "hasAnswered",
       exists (select 1 from assertions n where n.workspace_id = p.workspace_id and n.fact_id = a.fact_id and ${isOneOf("n.customer_id")}
         and n.version >= r.to_version and n.verdict = 'supported' and n.said_at > a.said_at
         and n.message_id is distinct from p.sent_message_id) as "isToldNew"
     from correction_people p
     join correction_runs r on r.workspace_id = p.workspace_id and r.run_id = p.run_id
     ${customerOf("p")}
     join messages m on m.workspace_id = p.workspace_id and m.message_id = p.message_id
     join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
     join assertions a on a.workspace_id = p.workspace_id and a.message_id = p.message_id and a.position = p.position
     left join members b on b.workspace_id = a.workspace_id and b.member_id = a.by_id and a.by_kind = 'member'
     left join api_keys k on k.workspace_id = a.workspace_id and k.api_key_id = a.by_id and a.by_kind = 'key'
     left join messages s on s.workspace_id = p.workspace_id and s.message_id = p.sent_message_id
     where p.workspace_id = $1 and p.run_id = $2)
     select * from found order by "owes" > 0 or "openOrders" > 0 desc, "isConversationOpen" desc, "toldAt" desc, "customerId"`,
    [workspaceId, runId],
  )
}

export async function writeRunWords(
  queries: Queries,
  workspaceId: string,
  runId: string,
  words: { readonly words: string; readonly honourWords: string },
): Promise<void> {
  await queries.query(
    `update correction_runs set words = $3, honour_words = $4, previewed_by = null, previewed_at = null
     where workspace_id = $1 and run_id = $2`,
    [workspaceId, runId, words.words, words.honourWords],
  )
}

export async function markPreviewed(
  queries: Queries,
  workspaceId: string,
  runId: string,
  by: { readonly memberId: string | null; readonly at: string },
): Promise<void> {
  await queries.query(
    "update correction_runs set previewed_by = $3, previewed_at = $4 where workspace_id = $1 and run_id = $2",
    [workspaceId, runId, by.memberId, by.at],
  )
}

export async function closeRun(queries: Queries, workspaceId: string, runId: string, at: string): Promise<void> {
  await queries.query(
    "update correction_runs set closed_at = $3 where workspace_id = $1 and run_id = $2 and closed_at is null",
    [workspaceId, runId, at],
  )
}

/** What is to become of one customer, and the message that was sent; null when they are not in the run. */
export async function readChoice(
  queries: Queries,
  workspaceId: string,
  key: { readonly runId: string; readonly customerId: string },
): Promise<Pick<PersonRow, "choice" | "words" | "sentMessageId"> | null> {
  const [row] = await queries.query<Pick<PersonRow, "choice" | "words" | "sentMessageId">>(
    `select choice, words, sent_message_id as "sentMessageId" from correction_people
     where workspace_id = $1 and run_id = $2 and customer_id = $3`,
    [workspaceId, key.runId, key.customerId],
  )
  return row ?? null
}

/** False when this customer is not in the run, or was written to already. */
export async function choosePerson(
  queries: Queries,
  workspaceId: string,
  key: { readonly runId: string; readonly customerId: string },
  chosen: {
    readonly choice: CorrectionChoice
    readonly words: string | null
    readonly note: string | null
    readonly memberId: string | null
    readonly at: string
  },
): Promise<boolean> {
  const rows = await queries.query(
    `update correction_people p set choice = $4, words = $5, note = $6, chosen_by = $7, chosen_at = $8, problem = null
     where workspace_id = $1 and run_id = $2 and customer_id = $3 and (sent_message_id is null or exists (
       select 1 from messages m where m.workspace_id = p.workspace_id and m.message_id = p.sent_message_id and m.delivery = 'cancelled'))
     returning 1`,
    [workspaceId, key.runId, key.customerId, chosen.choice, chosen.words, chosen.note, chosen.memberId, chosen.at],
  )
  return rows.length > 0
}

export async function markSent(
  queries: Queries,
  workspaceId: string,
  key: { readonly runId: string; readonly customerId: string },
  sent: { readonly messageId: string | null; readonly problem: string | null; readonly at: string },
): Promise<void> {
  await queries.query(
    `update correction_people set sent_message_id = coalesce($4, sent_message_id), problem = $5, sent_at = $6
     where workspace_id = $1 and run_id = $2 and customer_id = $3`,
    [workspaceId, key.runId, key.customerId, sent.messageId, sent.problem, sent.at],
  )
}

/** Outgoing messages that speak of a fact by one of its names and have no claim of it on record, the newest first, before `beforeSeq`. */
export function listUnread(
  queries: Queries,
  workspaceId: string,
  about: {
    readonly factId: string
    readonly names: readonly string[]
    readonly beforeSeq: string | null
    readonly limit: number
  },
): Promise<
  readonly {
    readonly seq: string
    readonly messageId: string
    readonly customerId: string
    readonly text: string
    readonly at: string
    readonly byKind: "member" | "key" | "desk" | "customer"
    readonly byId: string | null
  }[]
> {
  return queries.query(
    `select m.seq::text as "seq", m.message_id as "messageId", v.customer_id as "customerId", t.text, m.at, m.by_kind as "byKind", m.by_id as "byId"
     from messages m
     join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
     join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
     where m.workspace_id = $1 and m.kind = 'outbound' and ($5::bigint is null or m.seq < $5) and coalesce(m.delivery, 'accepted') in ('waiting', 'accepted')
       and exists (select 1 from unnest($3::text[]) as n (name) where t.search @@ plainto_tsquery('simple', n.name))
       and not exists (select 1 from assertions a where a.workspace_id = m.workspace_id and a.message_id = m.message_id and a.fact_id = $2)
     order by m.seq desc limit $4`,
    [workspaceId, about.factId, about.names, about.limit, about.beforeSeq],
  )
}
