import type { Fit } from "../../ledger/recommendation.ts"
import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"

export type NewNeed = {
  readonly workspaceId: string
  readonly id: string
  readonly customerId: string
  readonly conversationId: string
  readonly messageId: string | null
  readonly words: string
  readonly byId: string
  readonly at: string
}

export async function insertNeed(queries: Queries, need: NewNeed): Promise<void> {
  const { workspaceId, id, customerId, conversationId, messageId, words, byId, at } = need
  await queries.query(
    `insert into needs (workspace_id, need_id, customer_id, conversation_id, message_id, words, by_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspaceId, id, customerId, conversationId, messageId, words, byId, at],
  )
}

/** A need as the API lists it. `theirs`: their words; `confirmed`: ours, and they said yes; `ours`: ours, not theirs. */
export type NeedView = {
  readonly id: string
  readonly customerId: string
  readonly conversationId: string
  readonly words: string | null
  readonly standing: "theirs" | "confirmed" | "ours"
  readonly messageId: string | null
  readonly at: string
}

const VIEW = `
  select need_id as "id", customer_id as "customerId", conversation_id as "conversationId", words, message_id as "messageId", at,
    case when message_id is not null then 'theirs' when confirmed_at is not null then 'confirmed' else 'ours' end as "standing"
  from needs`

/** What a customer needs, in whatever conversation they said it. */
export function listNeeds(queries: Queries, workspaceId: string, customerId: string): Promise<readonly NeedView[]> {
  return queries.query<NeedView>(
    `${VIEW} where workspace_id = $1 and ${isOneWith("customer_id", "$2")} and dropped_at is null and words is not null order by at, need_id limit 100`,
    [workspaceId, customerId],
  )
}

/** Null when there is none, or it was dropped. Others who change it wait until the end of the transaction. */
export async function lockNeed(queries: Queries, workspaceId: string, needId: string): Promise<NeedView | null> {
  const [row] = await queries.query<NeedView>(
    `${VIEW} where workspace_id = $1 and need_id = $2 and dropped_at is null for update`,
    [workspaceId, needId],
  )
  return row ?? null
}

export async function confirmNeed(
  queries: Queries,
  workspaceId: string,
  needId: string,
  { at, messageId }: { readonly at: string; readonly messageId: string },
): Promise<void> {
  await queries.query(
    "update needs set confirmed_at = $3, confirmed_in = $4 where workspace_id = $1 and need_id = $2",
    [workspaceId, needId, at, messageId],
  )
}

export async function dropNeed(queries: Queries, workspaceId: string, needId: string, at: string): Promise<void> {
  await queries.query("update needs set dropped_at = $3 where workspace_id = $1 and need_id = $2", [
    workspaceId,
    needId,
    at,
  ])
}

export type NewRecommendation = {
  readonly workspaceId: string
  readonly id: string
  readonly customerId: string
  readonly conversationId: string
  readonly messageId: string
  readonly product: string | null
  readonly prices: readonly { readonly factId: string; readonly version: number }[]
  readonly total: string | null
  readonly byId: string
  readonly at: string
  readonly fits: readonly {
    readonly needId: string
    readonly fit: Fit
    readonly factId: string | null
    readonly version: number | null
  }[]
}

export async function insertRecommendation(queries: Queries, each: NewRecommendation): Promise<void> {
  await queries.query(
    `insert into recommendations (workspace_id, recommendation_id, customer_id, conversation_id, message_id, product, prices, total, by_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      each.workspaceId,
      each.id,
      each.customerId,
      each.conversationId,
      each.messageId,
      each.product,
      JSON.stringify(each.prices),
      each.total,
      each.byId,
      each.at,
    ],
  )
  await queries.query(
    `insert into recommendation_fits (workspace_id, recommendation_id, need_id, fit, fact_id, version)
     select $1, $2, f."needId", f.fit, f."factId", f.version
     from jsonb_to_recordset($3::jsonb) as f ("needId" uuid, fit text, "factId" uuid, version int)`,
    [each.workspaceId, each.id, JSON.stringify(each.fits)],
  )
}

export type RecommendationView = {
  readonly id: string
  readonly messageId: string
  readonly conversationId: string
  readonly product: string | null
  readonly total: string | null
  readonly at: string
  readonly fits: readonly {
    readonly needId: string
    readonly words: string | null
    readonly fit: Fit
    readonly fact: string | null
  }[]
}

/** What was recommended to a customer and went out, the newest first. */
export function listRecommendations(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<readonly RecommendationView[]> {
  return queries.query<RecommendationView>(
    `select r.recommendation_id as "id", r.message_id as "messageId", r.conversation_id as "conversationId", r.product, r.total, r.at,
       coalesce((select jsonb_agg(jsonb_build_object('needId', f.need_id, 'words', n.words, 'fit', f.fit, 'fact', v.statement) order by n.at)
         from recommendation_fits f join needs n on n.workspace_id = f.workspace_id and n.need_id = f.need_id
         left join fact_versions v on v.workspace_id = f.workspace_id and v.fact_id = f.fact_id and v.version = f.version
         where f.workspace_id = r.workspace_id and f.recommendation_id = r.recommendation_id), '[]') as "fits"
     from recommendations r join messages m on m.workspace_id = r.workspace_id and m.message_id = r.message_id
       and m.delivery is distinct from 'cancelled' and m.delivery is distinct from 'failed'
     where r.workspace_id = $1 and ${isOneWith("r.customer_id", "$2")} order by r.at desc limit 50`,
    [workspaceId, customerId],
  )
}

/** What they need goes, and what was recommended for it: that we recommended something, and by which facts, stays. */
export async function eraseNeeds(queries: Queries, workspaceId: string, customerIds: readonly string[]): Promise<void> {
  const values = [workspaceId, customerIds]
  await queries.query("update needs set words = null where workspace_id = $1 and customer_id = any($2::uuid[])", values)
  await queries.query(
    `update recommendations set product = '(erased)', total = null
     where workspace_id = $1 and customer_id = any($2::uuid[]) and product is not null`,
    values,
  )
}
