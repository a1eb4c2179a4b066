import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"
import { SHOWN_NAME } from "./shown-name.ts"

export type CustomerMerge = {
  readonly workspaceId: string
  readonly id: string
  readonly fromId: string
  readonly toId: string
}

/** Those who are one with these customers, held until the transaction ends, in the order in which everybody takes them. */
export async function lockOnes(
  queries: Queries,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<readonly { readonly id: string; readonly standingId: string; readonly erased: boolean }[]> {
  return queries.query(
    `select customer_id as "id", coalesce(merged_into, customer_id) as "standingId", erased_at is not null as "erased"
     from customers where workspace_id = $1 and coalesce(merged_into, customer_id) in (
       select coalesce(s.merged_into, s.customer_id) from customers s where s.workspace_id = $1 and s.customer_id = any($2::uuid[]))
     order by customer_id for update`,
    [workspaceId, customerIds],
  )
}

export async function insertCustomerMerge(
  queries: Queries,
  { workspaceId, id, fromId, toId }: CustomerMerge,
  { byKind, byId, at }: { readonly byKind: string; readonly byId: string; readonly at: string },
): Promise<void> {
  await queries.query(
    `insert into customer_merges (workspace_id, merge_id, from_id, to_id, by_kind, by_id, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [workspaceId, id, fromId, toId, byKind, byId, at],
  )
  await queries.query(
    "update customers set merged_into = $3 where workspace_id = $1 and (customer_id = $2 or merged_into = $2)",
    [workspaceId, fromId, toId],
  )
}

/** The merge that holds; null when there is none. */
export async function lockCustomerMerge(
  queries: Queries,
  workspaceId: string,
  mergeId: string,
): Promise<CustomerMerge | null> {
  const [row] = await queries.query<CustomerMerge>(
    `select workspace_id as "workspaceId", merge_id as "id", from_id as "fromId", to_id as "toId"
     from customer_merges where workspace_id = $1 and merge_id = $2 and undone_at is null for update`,
    [workspaceId, mergeId],
  )
  return row ?? null
}

/** Who was merged stands for themselves again, and for those who were merged into them. */
export async function undoCustomerMerge(
  queries: Queries,
  { workspaceId, id, fromId }: CustomerMerge,
  { byId, at }: { readonly byId: string; readonly at: string },
): Promise<void> {
  await queries.query(
    "update customer_merges set undone_at = $3, undone_by = $4 where workspace_id = $1 and merge_id = $2",
    [workspaceId, id, at, byId],
  )
  await queries.query(
    `with recursive below as (
       select $2::uuid as id
       union select k.from_id from customer_merges k join below b on k.to_id = b.id
       where k.workspace_id = $1 and k.undone_at is null)
     update customers c set merged_into = nullif($2::uuid, c.customer_id)
     where c.workspace_id = $1 and c.customer_id in (select id from below)`,
    [workspaceId, fromId],
  )
}

export async function insertToldApart(
  queries: Queries,
  workspaceId: string,
  { oneId, otherId, byId, at }: { oneId: string; otherId: string; byId: string; at: string },
): Promise<void> {
  await queries.query(
    `insert into told_apart (workspace_id, one_id, other_id, by_id, at)
     values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, $5) on conflict do nothing`,
    [workspaceId, oneId, otherId, byId, at],
  )
}

/** Somebody who may be the same person: the other, what each has, and why it looks alike. */
export type Likeness = {
  readonly customer: { readonly id: string; readonly name: string | null; readonly company: string | null }
  readonly other: { readonly id: string; readonly name: string | null; readonly company: string | null }
  readonly why: "number" | "mailbox" | "name"
  readonly shown: string
  readonly otherShown: string
}

const LIST_LENGTH = 50 // pairs; more than anybody looks through at once

/**
 * Pairs of customers who may be one: numbers that end alike (eight digits: the same number with and without its country),
 * mailboxes that differ in what follows a +, and the same local part under the same name. With a customer, those they are in.
 */
export function listLikenesses(
  queries: Queries,
  workspaceId: string,
  customerId: string | null,
): Promise<readonly Likeness[]> {
  return queries.query<Likeness>(
    `with mine as (
       select a.*, ${localPartOf("a")} as local, coalesce(c.merged_into, c.customer_id) as standing, lower(c.name) as name
       from addresses a join customers c on c.workspace_id = a.workspace_id and c.customer_id = a.customer_id
       where a.workspace_id = $1 and ($2::uuid is null or ${isOneWith("a.customer_id", "$2")})),
     alike as (
       select m.standing, o.customer_id as other, 'number' as why, m.shown, o.shown as other_shown
       from mine m join addresses o on o.workspace_id = $1 and o.kind = 'phone' and right(o.value, 8) = right(m.value, 8)
       where m.kind = 'phone' and length(m.value) >= 8 and length(o.value) >= 8 and o.customer_id <> m.customer_id
       union all
       select m.standing, o.customer_id, 'mailbox', m.shown, o.shown
       from mine m join addresses o on o.workspace_id = $1 and o.kind = 'mail' and ${localPartOf("o")} = m.local
         and split_part(o.value, '@', 2) = split_part(m.value, '@', 2)
       where m.kind = 'mail' and o.customer_id <> m.customer_id
       union all
       select m.standing, o.customer_id, 'name', m.shown, o.shown
       from mine m join (select a.*, ${localPartOf("a")} as local, lower(c.name) as name
         from addresses a join customers c on c.workspace_id = a.workspace_id and c.customer_id = a.customer_id
         where a.workspace_id = $1 and a.kind = 'mail') o on o.local = m.local and o.name = m.name
       where m.kind = 'mail' and o.customer_id <> m.customer_id),
     pairs as (
       select distinct on (least(x.standing, y.standing), greatest(x.standing, y.standing))
         x.standing as one, y.standing as two, x.why, x.shown, x.other_shown
       from alike x join lateral (select coalesce(c.merged_into, c.customer_id) as standing from customers c
         where c.workspace_id = $1 and c.customer_id = x.other) y on true
       where x.standing <> y.standing and not exists (select 1 from told_apart t where t.workspace_id = $1
         and t.one_id = least(x.standing, y.standing) and t.other_id = greatest(x.standing, y.standing))
       order by least(x.standing, y.standing), greatest(x.standing, y.standing), x.why)
     select ${sideOf("p.one")} as "customer", ${sideOf("p.two")} as "other", p.why, p.shown, p.other_shown as "otherShown"
     from pairs p order by p.why, p.one, p.two limit ${LIST_LENGTH}`,
    [workspaceId, customerId],
  )
}

function localPartOf(alias: string): string {
  return `split_part(split_part(${alias}.value, '@', 1), '+', 1)`
}

function sideOf(id: string): string {
  return `(select jsonb_build_object('id', c.customer_id, 'name', ${SHOWN_NAME}, 'company', c.company)
    from customers c where c.workspace_id = $1 and c.customer_id = ${id})`
}
