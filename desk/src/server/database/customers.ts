import { WHOLE } from "./as-seen.ts"
import { type ConversationView, listConversations } from "./conversations.ts"
import type { Queries } from "./database.ts"
import { SCOPE_OF_ONE, isOneOf, isOneWith } from "./one-customer.ts"
import { type PromiseView, listOwed, listPromises } from "./promises.ts"

/** A customer as the API lists them. */
export type CustomerView = {
  readonly id: string
  readonly name: string | null
  readonly company: string | null
  /** Of the company's page. */
  readonly companyId: string | null
  readonly zone: string | null
  /** Plan, country, group: what picks the scope of a fact. */
  readonly scope: Readonly<Record<string, string>>
  readonly createdAt: string
  readonly erasedAt: string | null
  readonly noFirstMail: boolean
  readonly addresses: { readonly id: string; readonly kind: "mail" | "phone"; readonly shown: string }[]
  /** Open and broken promises. */
  readonly owes: number
  /** Who was merged into them, with how to take it back. */
  readonly merged: readonly {
    readonly mergeId: string
    readonly id: string
    readonly name: string | null
    readonly at: string
    readonly by: string | null
  }[]
}

/** SQL: what is shown of the standing customer `c`. */
export const CUSTOMER = `
  c.customer_id as "id", c.name, ${ofOne("company")} as "company",
  (select n.company_id from companies n where n.workspace_id = c.workspace_id and lower(n.name) = lower(${ofOne("company")})) as "companyId", ${ofOne("zone")} as "zone", ${SCOPE_OF_ONE} as "scope",
  c.created_at as "createdAt", c.erased_at as "erasedAt",
  exists (select 1 from ${WHOLE} customers n where n.workspace_id = c.workspace_id and ${isOneOf("n.customer_id")}
    and n.no_first_mail_at is not null) as "noFirstMail",
  coalesce((select jsonb_agg(jsonb_build_object('id', a.address_id, 'kind', a.kind, 'shown', a.shown) order by a.created_at, a.address_id)
    from ${WHOLE} addresses a where a.workspace_id = c.workspace_id and ${isOneOf("a.customer_id")}), '[]') as "addresses",
  (select count(*) from promise_rows p where p.workspace_id = c.workspace_id and ${isOneOf("p.customer_id")}
    and p.state in ('open', 'broken')) as "owes",
  coalesce((select jsonb_agg(jsonb_build_object('mergeId', g.merge_id, 'id', g.from_id, 'at', g.at,
      'name', coalesce(f.name, (select min(a.shown) from ${WHOLE} addresses a where a.workspace_id = g.workspace_id and a.customer_id = g.from_id)),
      'by', coalesce(b.name, y.name)) order by g.at, g.merge_id)
    from customer_merges g join ${WHOLE} customers f on f.workspace_id = g.workspace_id and f.customer_id = g.from_id
    left join members b on b.workspace_id = g.workspace_id and b.member_id = g.by_id
    left join api_keys y on y.workspace_id = g.workspace_id and y.api_key_id = g.by_id
    where g.workspace_id = c.workspace_id and g.undone_at is null and f.merged_into = c.customer_id), '[]') as "merged"`

/** Their own, else that of somebody who is one with them. */
function ofOne(column: "company" | "zone"): string {
  return `coalesce(c.${column}, (select min(n.${column}) from ${WHOLE} customers n where n.workspace_id = c.workspace_id and n.merged_into = c.customer_id))`
}

/** Who stands for the customer, with what is of both. Null when there is no such customer. */
export async function readCustomer(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<CustomerView | null> {
  const [row] = await queries.query<CustomerView>(
    `select ${CUSTOMER} from ${WHOLE} customers own join customers c on c.workspace_id = own.workspace_id
       and c.customer_id = coalesce(own.merged_into, own.customer_id)
     where own.workspace_id = $1 and own.customer_id = $2`,
    [workspaceId, customerId],
  )
  return row ?? null
}

/** As `readCustomer`, of several at once and in their order. */
export function readCustomers(
  queries: Queries,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<readonly CustomerView[]> {
  return queries.query<CustomerView>(
    `select ${CUSTOMER} from unnest($2::uuid[]) with ordinality asked (id, position)
     join ${WHOLE} customers own on own.workspace_id = $1 and own.customer_id = asked.id
     join customers c on c.workspace_id = own.workspace_id and c.customer_id = coalesce(own.merged_into, own.customer_id)
     order by asked.position`,
    [workspaceId, customerIds],
  )
}

export type CustomerPage = CustomerView & {
  readonly promises: readonly PromiseView[]
  readonly conversations: readonly ConversationView[]
}

const PAGE_PROMISES_MAX = 200 // settled ones; everything owed is there in any case
const PAGE_CONVERSATIONS_MAX = 100

/** A customer with everything owed to them by due, then what was settled, and their conversations. Null when there is none. */
export async function readCustomerPage(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<CustomerPage | null> {
  const customer = await readCustomer(queries, workspaceId, customerId)
  if (customer === null) return null
  const owed = await listOwed(queries, workspaceId, { customerId })
  const all = await listPromises(queries, workspaceId, { customerId, limit: PAGE_PROMISES_MAX })
  const rest = all.items.filter(({ id }) => !owed.some((one) => one.id === id))
  const filter = { filter: "all", customerId, limit: PAGE_CONVERSATIONS_MAX } as const
  const { items } = await listConversations(queries, workspaceId, filter)
  return { ...customer, promises: [...owed, ...rest], conversations: items }
}

/** False when there is no such customer, or they were erased. What is left out stays as it is. */
export async function updateCustomer(
  queries: Queries,
  workspaceId: string,
  customerId: string,
  change: {
    readonly name?: string | null | undefined
    readonly company?: string | null | undefined
    readonly zone?: string | null | undefined
    readonly scope?: Readonly<Record<string, string>> | undefined
    /** Since when they are not to be written to first; null: they may be. */
    readonly noFirstMailAt?: string | null | undefined
  },
): Promise<boolean> {
  const rows = await queries.query(
    `update customers set name = case when $3 then $4 else name end, company = case when $5 then $6 else company end,
       zone = case when $7 then $8 else zone end, scope = coalesce($9::jsonb, scope),
       no_first_mail_at = case when $10 then $11 else no_first_mail_at end
     where workspace_id = $1 and customer_id = $2 and erased_at is null returning 1`,
    [
      workspaceId,
      customerId,
      change.name !== undefined,
      change.name ?? null,
      change.company !== undefined,
      change.company ?? null,
      change.zone !== undefined,
      change.zone ?? null,
      change.scope === undefined ? null : JSON.stringify(change.scope),
      change.noFirstMailAt !== undefined,
      change.noFirstMailAt ?? null,
    ],
  )
  return rows.length > 0
}

/** False when this customer has no such address. */
export async function deleteAddress(
  queries: Queries,
  workspaceId: string,
  customerId: string,
  addressId: string,
): Promise<boolean> {
  const rows = await queries.query(
    `delete from addresses where workspace_id = $1 and ${isOneWith("customer_id", "$2")} and address_id = $3 returning 1`,
    [workspaceId, customerId, addressId],
  )
  return rows.length > 0
}

/** They may be written to first again, whichever of those who are one had asked not to be. */
export async function clearNoFirstMail(queries: Queries, workspaceId: string, customerId: string): Promise<void> {
  await queries.query(
    `update customers set no_first_mail_at = null where workspace_id = $1 and ${isOneWith("customer_id", "$2")}`,
    [workspaceId, customerId],
  )
}
