import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"

/** A legal hold as the API lists it. With neither customer nor conversation it is of the whole workspace. */
export type HoldView = {
  readonly id: string
  readonly customer: { readonly id: string; readonly name: string | null } | null
  readonly conversationId: string | null
  readonly reason: string | null
  readonly by: string | null
  readonly at: string
  readonly liftedAt: string | null
  readonly liftedBy: string | null
}

const VIEW = `
  select h.hold_id as "id", case when c.customer_id is null then null else jsonb_build_object('id', c.customer_id, 'name', c.name) end as "customer",
    h.conversation_id as "conversationId", h.reason, b.name as "by", h.at, h.lifted_at as "liftedAt", l.name as "liftedBy"
  from legal_holds h
  left join conversations v on v.workspace_id = h.workspace_id and v.conversation_id = h.conversation_id
  left join customers c on c.workspace_id = h.workspace_id and c.customer_id = coalesce(h.customer_id, v.customer_id)
  left join members b on b.workspace_id = h.workspace_id and b.member_id = h.by_id
  left join members l on l.workspace_id = h.workspace_id and l.member_id = h.lifted_by`

/** Those that stand first, then the newest. */
export function listHolds(queries: Queries, workspaceId: string): Promise<readonly HoldView[]> {
  return queries.query<HoldView>(
    `${VIEW} where h.workspace_id = $1 order by h.lifted_at is not null, h.at desc, h.hold_id limit 500`,
    [workspaceId],
  )
}

/**
 * As SQL: whether the hold `h` is on a conversation, a row called `conversation`: its own, everybody's, or that of a customer
 * whose it is, who wrote in it, or whose conversation became part of it. Who or what was merged into one is held with it.
 */
function isOn(conversation: string): string {
  const partsOfIt = `from conversations k where k.workspace_id = h.workspace_id and k.merged_into = ${conversation}.conversation_id`
  return `((h.customer_id is null and h.conversation_id is null) or h.conversation_id = ${conversation}.conversation_id
    or h.conversation_id in (select k.conversation_id ${partsOfIt})
    or exists (select 1 from customers a join customers o on o.workspace_id = a.workspace_id
        and coalesce(o.merged_into, o.customer_id) = coalesce(a.merged_into, a.customer_id)
      where a.workspace_id = h.workspace_id and a.customer_id = h.customer_id and (o.customer_id = ${conversation}.customer_id
        or exists (select 1 ${partsOfIt} and k.customer_id = o.customer_id)
        or exists (select 1 from messages m where m.workspace_id = h.workspace_id and m.by_kind = 'customer'
          and m.by_id = o.customer_id and m.conversation_id = ${conversation}.conversation_id))))`
}

/** As SQL: whether a legal hold stands on a conversation, a row called `conversation`. */
export function isHeld(conversation: string): string {
  return `exists (select 1 from legal_holds h where h.workspace_id = ${conversation}.workspace_id and h.lifted_at is null
    and ${isOn(conversation)})`
}

/** What is to be erased. */
export type Erasing = {
  readonly customerIds: readonly string[]
  readonly conversationIds: readonly string[]
  /** Wherever they lie by now. */
  readonly messageIds: readonly string[]
}

/** The first hold that keeps this from being erased: of a customer, of a conversation that some of it is in, or of everything. */
export async function findHoldOn(queries: Queries, workspaceId: string, erasing: Erasing): Promise<HoldView | null> {
  const { customerIds, conversationIds, messageIds } = erasing
  const [row] = await queries.query<HoldView>(
    `with places as (select v.conversation_id, v.customer_id from conversations v where v.workspace_id = $1
       and (v.conversation_id = any($3::uuid[]) or v.conversation_id in (
         select m.conversation_id from messages m where m.workspace_id = $1 and m.message_id = any($4::uuid[]))))
     ${VIEW} where h.workspace_id = $1 and h.lifted_at is null
       and (h.customer_id in (select k.customer_id from customers k where k.workspace_id = $1
           and coalesce(k.merged_into, k.customer_id) in (select coalesce(o.merged_into, o.customer_id) from customers o
             where o.workspace_id = $1 and o.customer_id = any($2::uuid[])))
         or (h.customer_id is null and h.conversation_id is null)
         or exists (select 1 from places p where ${isOn("p")}))
     order by h.at limit 1`,
    [workspaceId, customerIds, conversationIds, messageIds],
  )
  return row ?? null
}

/** What a hold that stands is of, and since when. */
export type StandingHold = { readonly of: "conversation" | "customer" | "workspace"; readonly since: string }

const STANDING = `select case when h.conversation_id is not null then 'conversation' when h.customer_id is not null then 'customer'
    else 'workspace' end as "of", h.at as "since" from legal_holds h`
const NEAREST = "order by h.conversation_id is null, h.customer_id is null, h.at limit 1"

/** The nearest hold that stands on a conversation: its own or of what is part of it, of a customer in it, of everything. */
export async function readConversationHold(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<StandingHold | null> {
  const [row] = await queries.query<StandingHold>(
    `${STANDING} join conversations v on v.workspace_id = h.workspace_id and v.conversation_id = $2
     where h.workspace_id = $1 and h.lifted_at is null and ${isOn("v")} ${NEAREST}`,
    [workspaceId, conversationId],
  )
  return row ?? null
}

/** Every hold that stands on a conversation, by id. */
export async function listHoldsOn(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select h.hold_id as "id" from legal_holds h
     join conversations v on v.workspace_id = h.workspace_id and v.conversation_id = $2
     where h.workspace_id = $1 and h.lifted_at is null and ${isOn("v")} order by h.hold_id`,
    [workspaceId, conversationId],
  )
  return rows.map(({ id }) => id)
}

/** The nearest hold that stands on a customer, or on somebody who is one with them: theirs, or that of everything. */
export async function readCustomerHold(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<StandingHold | null> {
  const [row] = await queries.query<StandingHold>(
    `${STANDING} where h.workspace_id = $1 and h.lifted_at is null and h.conversation_id is null
       and (h.customer_id is null or ${isOneWith("h.customer_id", "$2")}) ${NEAREST}`,
    [workspaceId, customerId],
  )
  return row ?? null
}

export type NewHold = {
  readonly workspaceId: string
  readonly id: string
  readonly customerId: string | null
  readonly conversationId: string | null
  readonly reason: string
  readonly byId: string | null
  readonly at: string
}

export async function insertHold(queries: Queries, hold: NewHold): Promise<void> {
  const { workspaceId, id, customerId, conversationId, reason, byId, at } = hold
  await queries.query(
    `insert into legal_holds (workspace_id, hold_id, customer_id, conversation_id, reason, by_id, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [workspaceId, id, customerId, conversationId, reason, byId, at],
  )
}

/** Null when there is none that stands. */
export async function liftHold(
  queries: Queries,
  workspaceId: string,
  holdId: string,
  by: { readonly id: string | null; readonly at: string },
): Promise<{ readonly customerId: string | null; readonly conversationId: string | null } | null> {
  const [row] = await queries.query<{ customerId: string | null; conversationId: string | null }>(
    `update legal_holds set lifted_at = $3, lifted_by = $4 where workspace_id = $1 and hold_id = $2 and lifted_at is null
     returning customer_id as "customerId", conversation_id as "conversationId"`,
    [workspaceId, holdId, by.at, by.id],
  )
  return row ?? null
}

/** The reasons of holds that were lifted; those that stand keep their customer from being erased. */
export async function eraseHoldReasons(
  queries: Queries,
  workspaceId: string,
  of: { readonly customerIds: readonly string[]; readonly conversationIds: readonly string[] },
): Promise<void> {
  await queries.query(
    `update legal_holds set reason = null where workspace_id = $1 and lifted_at is not null
       and (customer_id = any($2::uuid[]) or conversation_id = any($3::uuid[]))`,
    [workspaceId, of.customerIds, of.conversationIds],
  )
}

/** Held until the transaction ends: nobody sets a hold while something is erased, and nothing is erased while one is set. */
export async function lockHolds(queries: Queries, workspaceId: string): Promise<void> {
  await queries.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`legal holds ${workspaceId}`])
}
