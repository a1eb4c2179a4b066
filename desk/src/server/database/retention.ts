import type { RetentionKind } from "../../ledger/retention.ts"
import type { Queries } from "./database.ts"
import type { Traces } from "./erase.ts"
import { isHeld } from "./legal-holds.ts"

export type RetentionRule = {
  readonly kind: RetentionKind
  readonly months: number
  readonly setAt: string
  readonly nextAt: string
}

const RULE = `kind, months, set_at as "setAt", next_at as "nextAt"`

/** The rules that are on. */
export function listRules(queries: Queries, workspaceId: string): Promise<readonly RetentionRule[]> {
  return queries.query<RetentionRule>(
    `select ${RULE} from retention_rules where workspace_id = $1 order by kind desc`,
    [workspaceId],
  )
}

/** The first batch is due at once. */
export async function writeRule(
  queries: Queries,
  workspaceId: string,
  { kind, months }: { readonly kind: RetentionKind; readonly months: number | null },
  by: { readonly id: string | null; readonly at: string },
): Promise<void> {
  await queries.query("delete from retention_rules where workspace_id = $1 and kind = $2", [workspaceId, kind])
  if (months === null) return
  await queries.query(
    `insert into retention_rules (workspace_id, kind, months, set_by, set_at, next_at) values ($1, $2, $3, $4, $5, $5)`,
    [workspaceId, kind, months, by.id, by.at],
  )
}

export type DueRule = RetentionRule & {
  readonly workspaceId: string
  /** What this run has tried already, and what stays. */
  readonly passedOver: readonly string[]
}

/** The rule whose batch has been due longest, held until the transaction ends; null when none is. */
export async function claimRule(queries: Queries, now: string): Promise<DueRule | null> {
  const [row] = await queries.query<DueRule>(
    `select workspace_id as "workspaceId", passed_over as "passedOver", ${RULE} from retention_rules where next_at <= $1 order by next_at limit 1 for update skip locked`,
    [now],
  )
  return row ?? null
}

export async function setRuleNext(
  queries: Queries,
  workspaceId: string,
  kind: RetentionKind,
  { nextAt, passedOver }: Pick<DueRule, "nextAt" | "passedOver">,
): Promise<void> {
  await queries.query(
    "update retention_rules set next_at = $3, passed_over = $4::uuid[] where workspace_id = $1 and kind = $2",
    [workspaceId, kind, nextAt, passedOver],
  )
}

const OWES = (column: string) => `exists (select 1 from promise_rows p where p.workspace_id = x.workspace_id
  and p.${column} = x.${column} and p.state in ('proposed', 'open', 'broken'))`

/** What they wrote, in conversations of others, too. */
const BY_THEM = "m.workspace_id = x.workspace_id and m.by_kind = 'customer' and m.by_id = x.customer_id"

/** $1: the workspace, $2: nothing newer than this. What is held by law is asked about apart. */
const OF: Readonly<Record<RetentionKind, string>> = {
  texts: `select x.conversation_id as "id", x.last_message_at as "at", ${isHeld("x")} as "held"
    from conversations x where x.workspace_id = $1 and x.closed_at is not null and x.last_message_at < $2 and not ${OWES("conversation_id")}
      and exists (select 1 from messages m join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
        where m.workspace_id = x.workspace_id and m.conversation_id = x.conversation_id)`,
  // Of a customer nothing may be left that is newer, or that has words, wherever it lies: then their name goes, too.
  customers: `select x.customer_id as "id", greatest(x.created_at, (select max(v.last_message_at) from conversations v
      where v.workspace_id = x.workspace_id and v.customer_id = x.customer_id)) as "at",
      exists (select 1 from (select x.workspace_id, x.customer_id, null::uuid as conversation_id
        union all select v.workspace_id, v.customer_id, v.conversation_id from conversations v
          where v.workspace_id = x.workspace_id and (v.customer_id = x.customer_id or v.conversation_id in (
            select m.conversation_id from messages m where ${BY_THEM}))) y where ${isHeld("y")}) as "held"
    from customers x where x.workspace_id = $1 and x.erased_at is null and x.merged_into is null and x.created_at < $2
      and not ${OWES("customer_id")}
      and not exists (select 1 from customers k where k.workspace_id = x.workspace_id and k.merged_into = x.customer_id)
      and not exists (select 1 from orders o where o.workspace_id = x.workspace_id and o.customer_id = x.customer_id
        and o.ordered_on >= $2::timestamptz::date)
      and not exists (select 1 from conversations v join conversations s on s.workspace_id = v.workspace_id
          and s.conversation_id = coalesce(v.merged_into, v.conversation_id)
        where v.workspace_id = x.workspace_id and v.customer_id = x.customer_id
        and (s.closed_at is null or s.last_message_at >= $2 or exists (select 1 from messages m
          join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
          where m.workspace_id = v.workspace_id and m.conversation_id = v.conversation_id)))
      and not exists (select 1 from messages m join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
        where ${BY_THEM})
      and not exists (select 1 from conversations f join conversation_moves k on k.workspace_id = f.workspace_id
          and k.from_id = f.conversation_id and k.kind = 'merge' and k.undone_at is null
        join moved_rows r on r.workspace_id = k.workspace_id and r.move_id = k.move_id and r.noun = 'messages'
        join message_texts t on t.workspace_id = r.workspace_id and t.message_id = r.row_id
        where f.workspace_id = x.workspace_id and f.customer_id = x.customer_id and f.merged_into is not null)`,
}

/** What a rule would erase now. */
export type Preview = {
  readonly count: number
  /** Of the oldest; null when there is none. */
  readonly oldest: string | null
  /** Would be erased, but for a legal hold. */
  readonly held: number
}

export async function readPreview(
  queries: Queries,
  workspaceId: string,
  kind: RetentionKind,
  before: string,
): Promise<Preview> {
  const [row] = await queries.query<Preview>(
    `select count(*) filter (where not held) as "count", min(at) filter (where not held) as "oldest", count(*) filter (where held) as "held"
     from (${OF[kind]}) found`,
    [workspaceId, before],
  )
  return row ?? { count: 0, oldest: null, held: 0 }
}

/** The oldest that are to be erased, but for those in `without`. */
export async function listToErase(
  queries: Queries,
  workspaceId: string,
  kind: RetentionKind,
  { before, limit, without }: { readonly before: string; readonly limit: number; readonly without: readonly string[] },
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select "id" from (${OF[kind]}) found where not held and "id" <> all($4::uuid[]) order by "at", "id" limit $3`,
    [workspaceId, before, limit, without],
  )
  return rows.map(({ id }) => id)
}

/** Whether a customer, who is held, is still to be erased: nothing of theirs came meanwhile, and no legal hold was set. */
export async function isOldCustomer(
  queries: Queries,
  workspaceId: string,
  customerId: string,
  before: string,
): Promise<boolean> {
  const rows = await queries.query(`select 1 from (${OF.customers} and x.customer_id = $3) found where not held`, [
    workspaceId,
    before,
    customerId,
  ])
  return rows.length > 0
}

/** A conversation that is still to be erased: held until the transaction ends. Null where something has changed meanwhile. */
export async function lockOldConversation(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  before: string,
): Promise<Traces | null> {
  const values = [workspaceId, conversationId]
  // In the order in which everybody holds several things: see lockConversation.
  await queries.query(
    `select 1 from outbox x join messages m on m.workspace_id = x.workspace_id and m.message_id = x.message_id
     where x.workspace_id = $1 and m.conversation_id = $2 order by x.outbox_id for update of x`,
    values,
  )
  await queries.query(
    `select 1 from customers c join conversations v on v.workspace_id = c.workspace_id and v.customer_id = c.customer_id
     where v.workspace_id = $1 and v.conversation_id = $2 for key share of c`,
    values,
  )
  await queries.query("select 1 from conversations where workspace_id = $1 and conversation_id = $2 for update", values)
  const still = await queries.query(`select 1 from (${OF.texts} and x.conversation_id = $3) found where not held`, [
    workspaceId,
    before,
    conversationId,
  ])
  if (still.length === 0) return null
  const ids = async (sql: string) => (await queries.query<{ id: string }>(sql, values)).map(({ id }) => id)
  return {
    workspaceId,
    customerIds: [],
    conversationIds: [conversationId],
    messageIds: await ids(
      `select message_id as "id" from messages where workspace_id = $1 and conversation_id = $2 for update`,
    ),
    promiseIds: await ids(
      `select promise_id as "id" from promise_rows where workspace_id = $1 and conversation_id = $2 order by promise_id`,
    ),
    mails: [],
  }
}

/** Words beside the messages of a conversation: claims, declines, needs, what was asked after a sale. */
export async function eraseWordsBeside(
  queries: Queries,
  { workspaceId, conversationIds, messageIds }: Traces,
): Promise<void> {
  const inThem = [workspaceId, conversationIds]
  const ofThem = [workspaceId, messageIds]
  await queries.query(
    `update assertions set words = null where workspace_id = $1 and message_id = any($2::uuid[])`,
    ofThem,
  )
  await queries.query(
    `update correction_people set words = null, note = null, problem = null where workspace_id = $1
       and (message_id = any($2::uuid[]) or sent_message_id = any($2::uuid[]))`,
    ofThem,
  )
  await queries.query(
    `update declines set asked = null, refused = null, reason = null, rule = null, alternative = null
     where workspace_id = $1 and conversation_id = any($2::uuid[])`,
    inThem,
  )
  await queries.query(
    "update needs set words = null where workspace_id = $1 and conversation_id = any($2::uuid[])",
    inThem,
  )
  await queries.query(
    "update sale_requests set words = null where workspace_id = $1 and conversation_id = any($2::uuid[])",
    inThem,
  )
  await queries.query(
    "update answer_checks set words = null, problem = null, token_digest = null, ask_at = null where workspace_id = $1 and conversation_id = any($2::uuid[])",
    inThem,
  )
  await queries.query(
    `update outcome_checks set words = null where workspace_id = $1
       and (message_id = any($2::uuid[]) or answer_message_id = any($2::uuid[]))`,
    ofThem,
  )
}

export async function markTextsErased(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  at: string,
): Promise<void> {
  await queries.query(
    "update conversations set texts_erased_at = $3 where workspace_id = $1 and conversation_id = $2",
    [workspaceId, conversationId, at],
  )
}

export type RunRow = {
  readonly id: string
  readonly kind: RetentionKind
  readonly months: number
  readonly beganAt: string
  readonly endedAt: string | null
  readonly erased: number
}

/** The newest first. */
export function listRuns(queries: Queries, workspaceId: string): Promise<readonly RunRow[]> {
  return queries.query<RunRow>(
    `select run_id as "id", kind, months, began_at as "beganAt", ended_at as "endedAt", erased from retention_runs
     where workspace_id = $1 order by began_at desc, run_id limit 50`,
    [workspaceId],
  )
}

/** Adds to the run of this rule that is under way, or begins one; ends it where nothing more is due. Nothing is written of nothing. */
export async function noteRun(
  queries: Queries,
  workspaceId: string,
  run: { readonly id: string; readonly kind: RetentionKind; readonly months: number; readonly erased: number },
  { at, isOver }: { readonly at: string; readonly isOver: boolean },
): Promise<void> {
  const values = [workspaceId, run.kind, run.erased, at, isOver]
  const going = await queries.query(
    `update retention_runs set erased = erased + $3, ended_at = case when $5 then $4::timestamptz end
     where workspace_id = $1 and kind = $2 and ended_at is null returning 1`,
    values,
  )
  if (going.length > 0 || run.erased === 0) return
  await queries.query(
    `insert into retention_runs (workspace_id, kind, erased, began_at, ended_at, run_id, months)
     values ($1, $2, $3, $4::timestamptz, case when $5 then $4::timestamptz end, $6, $7)`,
    [...values, run.id, run.months],
  )
}
