import { WHOLE } from "./as-seen.ts"
import type { Queries } from "./database.ts"

/*
 * Customers who were merged are one: each row keeps the id of the customer whom it was written for, and whoever reads resolves
 * it (docs/decisions/0018). `merged_into` names the one who stands for them; nobody is merged into somebody merged.
 */

/** SQL: `column` names the customer of the parameter, or somebody who is one with them. $1 is the workspace. */
export function isOneWith(column: string, parameter: string): string {
  return `${column} = any(array(select k.customer_id from ${WHOLE} customers k where k.workspace_id = $1
    and coalesce(k.merged_into, k.customer_id) = (select coalesce(s.merged_into, s.customer_id) from ${WHOLE} customers s
      where s.workspace_id = $1 and s.customer_id = ${parameter})))`
}

/** SQL: `column` names somebody who is one with the standing customer of the alias `c`. */
export function isOneOf(column: string): string {
  return `${column} in (select k.customer_id from ${WHOLE} customers k
    where k.workspace_id = c.workspace_id and coalesce(k.merged_into, k.customer_id) = c.customer_id)`
}

/** SQL: joins, as `c`, who stands for the customer of a row. */
export function customerOf(row: string, join: "join" | "left join" = "join"): string {
  return `${join} ${WHOLE} customers own on own.workspace_id = ${row}.workspace_id and own.customer_id = ${row}.customer_id
    ${join} customers c on c.workspace_id = own.workspace_id and c.customer_id = coalesce(own.merged_into, own.customer_id)`
}

/**
 * SQL: joins, as `alias`, the merge of the customer whom `column` names, where there was one; `standingFor` is who stands for
 * them. For statements over many customers: the merged ones are few, and only they are read. $1 is the workspace.
 */
export function mergeOf(column: string, alias: string): string {
  return `left join customers ${alias} on ${alias}.workspace_id = $1 and ${alias}.customer_id = ${column}
    and ${alias}.merged_into is not null`
}

export function standingFor(column: string, alias: string): string {
  return `coalesce(${alias}.merged_into, ${column})`
}

/** SQL: what is known of the customers who are one with `c`; what is known of `c` goes before what is known of the others. */
export const SCOPE_OF_ONE = `coalesce((select jsonb_object_agg(e.name, e.value) from (
  select distinct on (pair.key) pair.key as name, pair.value from ${WHOLE} customers o cross join lateral jsonb_each(o.scope) pair
  where o.workspace_id = c.workspace_id and ${isOneOf("o.customer_id")}
  order by pair.key, o.merged_into is not null, o.customer_id) e), '{}')`

/** Who stands for a customer: themselves, unless they were merged into another. Null when there is none. */
export async function readStandingCustomer(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<string | null> {
  const [row] = await queries.query<{ id: string }>(
    `select coalesce(merged_into, customer_id) as "id" from customers where workspace_id = $1 and customer_id = $2`,
    [workspaceId, customerId],
  )
  return row?.id ?? null
}

export async function areOne(queries: Queries, workspaceId: string, one: string, other: string): Promise<boolean> {
  if (one === other) return true
  const standing = await readStandingCustomer(queries, workspaceId, one)
  return standing !== null && standing === (await readStandingCustomer(queries, workspaceId, other))
}

/** Everybody who is one with a customer, themselves too. */
export async function listOnes(queries: Queries, workspaceId: string, customerId: string): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select customer_id as "id" from customers where workspace_id = $1 and ${isOneWith("customer_id", "$2")} order by customer_id`,
    [workspaceId, customerId],
  )
  return rows.map(({ id }) => id)
}
