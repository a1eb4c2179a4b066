import type { Queries } from "./database.ts"
import { SCOPE_OF_ONE, isOneWith } from "./one-customer.ts"

/** Whether this member is here and has not been removed, and until the transaction ends will not be. */
export async function isMember(queries: Queries, workspaceId: string, memberId: string): Promise<boolean> {
  const rows = await queries.query(
    "select 1 from members where workspace_id = $1 and member_id = $2 and removed_at is null for share",
    [workspaceId, memberId],
  )
  return rows.length > 0
}

export async function readMemberName(queries: Queries, workspaceId: string, memberId: string): Promise<string | null> {
  const [row] = await queries.query<{ name: string }>(
    "select name from members where workspace_id = $1 and member_id = $2",
    [workspaceId, memberId],
  )
  return row?.name ?? null
}

export async function readCustomerHead(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<{ id: string; name: string | null; erased: boolean } | null> {
  const [row] = await queries.query<{ id: string; name: string | null; erased: boolean }>(
    `select customer_id as "id", name, erased_at is not null as "erased" from customers where workspace_id = $1 and customer_id = $2`,
    [workspaceId, customerId],
  )
  return row ?? null
}

/** Whether they are on file, and until the transaction ends will not be erased. */
export async function holdCustomer(queries: Queries, workspaceId: string, customerId: string): Promise<boolean> {
  const rows = await queries.query(
    "select 1 from customers where workspace_id = $1 and customer_id = $2 and erased_at is null for key share",
    [workspaceId, customerId],
  )
  return rows.length > 0
}

/** What is known of them that picks the scope of a fact: plan, country, group. */
export async function readCustomerScope(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<Readonly<Record<string, string>>> {
  const [row] = await queries.query<{ scope: Record<string, string> }>(
    `select ${SCOPE_OF_ONE} as "scope" from customers own
     join customers c on c.workspace_id = own.workspace_id and c.customer_id = coalesce(own.merged_into, own.customer_id)
     where own.workspace_id = $1 and own.customer_id = $2`,
    [workspaceId, customerId],
  )
  return row?.scope ?? {}
}

/** The customer's first mail address; null when there is none. */
export async function readMailAddress(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<{ name: string; address: string } | null> {
  const [row] = await queries.query<{ name: string; address: string }>(
    `select coalesce(c.name, '') as "name", a.shown as "address"
     from addresses a join customers c on c.workspace_id = a.workspace_id and c.customer_id = a.customer_id
     where a.workspace_id = $1 and ${isOneWith("a.customer_id", "$2")} and a.kind = 'mail'
     order by a.customer_id <> $2, a.created_at, a.address_id limit 1`,
    [workspaceId, customerId],
  )
  return row ?? null
}

/** The customer's mail addresses as they were written, the first one first. */
export async function listMailBoxes(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<readonly string[]> {
  const rows = await queries.query<{ shown: string }>(
    `select shown from addresses where workspace_id = $1 and ${isOneWith("customer_id", "$2")} and kind = 'mail'
     order by customer_id <> $2, created_at, address_id`,
    [workspaceId, customerId],
  )
  return rows.map(({ shown }) => shown)
}

/** The customer that a number or mail address belongs to; null when nobody has it. Both are in comparable form. */
export async function findAddressOwner(
  queries: Queries,
  workspaceId: string,
  values: readonly string[],
): Promise<string | null> {
  const [row] = await queries.query<{ id: string }>(
    `select customer_id as "id" from addresses where workspace_id = $1 and value = any($2::text[]) order by kind limit 1`,
    [workspaceId, values],
  )
  return row?.id ?? null
}

/** The customer without an address who wrote from this one under this name; held as by `holdCustomer`. Null when there is none. */
export async function findWriter(
  queries: Queries,
  workspaceId: string,
  address: string,
  name: string | null,
): Promise<string | null> {
  const [row] = await queries.query<{ id: string }>(
    `select c.customer_id as "id" from customers c
     where c.workspace_id = $1 and lower(c.name) is not distinct from lower($3) and c.erased_at is null
       and not exists (select 1 from addresses a where a.workspace_id = c.workspace_id and a.customer_id = c.customer_id)
       and exists (select 1 from messages m
         join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
         where m.workspace_id = c.workspace_id and m.by_kind = 'customer' and m.by_id = c.customer_id
           and lower(t.from_address->>'address') = $2)
     order by c.customer_id limit 1 for key share of c`,
    [workspaceId, address, name],
  )
  return row?.id ?? null
}

export type NewAddress = {
  readonly id: string
  readonly kind: "mail" | "phone"
  readonly value: string
  readonly shown: string
}

export async function insertCustomer(
  queries: Queries,
  customer: {
    readonly workspaceId: string
    readonly id: string
    readonly name: string | null
    readonly company?: string | null
    readonly at: string
  },
): Promise<void> {
  await queries.query(
    "insert into customers (workspace_id, customer_id, name, company, created_at) values ($1, $2, $3, $4, $5)",
    [customer.workspaceId, customer.id, customer.name, customer.company ?? null, customer.at],
  )
}

/** False when the address is somebody's already. */
export async function insertAddress(
  queries: Queries,
  workspaceId: string,
  customerId: string,
  address: NewAddress,
  at: string,
): Promise<boolean> {
  const rows = await queries.query(
    `insert into addresses (workspace_id, address_id, customer_id, kind, value, shown, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (workspace_id, kind, value) do nothing returning 1`,
    [workspaceId, address.id, customerId, address.kind, address.value, address.shown, at],
  )
  return rows.length > 0
}
