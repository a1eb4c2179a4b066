import { WHOLE } from "./as-seen.ts"
import type { Queries } from "./database.ts"

export type CompanyHead = { readonly id: string; readonly name: string; readonly domains: readonly string[] }

/** A company as the API lists it; only those of which somebody is on file. */
export type CompanyView = CompanyHead & {
  /** How many of its people are on file, merged ones once. */
  readonly people: number
  /** Open and broken promises to them. */
  readonly owes: number
}

/** SQL: the customers who stand for the people of the company `n`. */
export const PEOPLE = `(select coalesce(k.merged_into, k.customer_id) from customers k
  where k.workspace_id = n.workspace_id and lower(k.company) = lower(n.name) and k.erased_at is null)`

/** $2 and $3: to whom how many promises are owed; those who stand for them, in one question for all companies. */
const VIEW = `select n.company_id as "id", n.name,
    coalesce((select jsonb_agg(d.domain order by d.domain) from company_domains d
      where d.workspace_id = n.workspace_id and d.company_id = n.company_id), '[]') as "domains", c.people as "people", c.owes as "owes"
  from companies n
  cross join lateral (select count(*) as people, coalesce(sum(o.count), 0)::int as owes
    from (select distinct id from ${PEOPLE} as p (id)) p
    left join unnest($2::uuid[], $3::int[]) as o (id, count) on o.id = p.id) c
  where n.workspace_id = $1 and c.people > 0`

/** By name; `q` is found anywhere in it, or in one of its mail domains. In lower case, with % and _ escaped. */
export async function listCompanies(
  queries: Queries,
  workspaceId: string,
  { q, limit, offset }: { readonly q: string; readonly limit: number; readonly offset: number },
): Promise<readonly CompanyView[]> {
  return queries.query<CompanyView>(
    `${VIEW} and ($4 = '' or lower(n.name) like '%' || $4 || '%'
       or exists (select 1 from company_domains d where d.workspace_id = n.workspace_id and d.company_id = n.company_id
         and d.domain like '%' || $4 || '%'))
     order by lower(n.name) limit $5 offset $6`,
    [workspaceId, ...(await countOwedTo(queries, workspaceId)), q, limit, offset],
  )
}

async function countOwedTo(queries: Queries, workspaceId: string): Promise<[readonly string[], readonly number[]]> {
  const owed = await queries.query<{ id: string; count: number }>(
    `select coalesce(k.merged_into, k.customer_id) as "id", count(*) as "count" from promise_rows p
     join ${WHOLE} customers k on k.workspace_id = p.workspace_id and k.customer_id = p.customer_id
     where p.workspace_id = $1 and p.state in ('open', 'broken') group by 1`,
    [workspaceId],
  )
  return [owed.map(({ id }) => id), owed.map(({ count }) => count)]
}

/** Null when there is none, or nobody of it is on file. */
export async function readCompany(
  queries: Queries,
  workspaceId: string,
  companyId: string,
): Promise<CompanyView | null> {
  const [row] = await queries.query<CompanyView>(`${VIEW} and n.company_id = $4`, [
    workspaceId,
    ...(await countOwedTo(queries, workspaceId)),
    companyId,
  ])
  return row ?? null
}

const PEOPLE_MAX = 200 // on one page

/** Those who stand for its people, by name. */
export async function listPeopleOf(
  queries: Queries,
  workspaceId: string,
  companyId: string,
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select c.customer_id as "id" from companies n cross join lateral (select distinct id from ${PEOPLE} as p (id)) p
     join customers c on c.workspace_id = n.workspace_id and c.customer_id = p.id
     where n.workspace_id = $1 and n.company_id = $2 order by lower(c.name) nulls last, c.customer_id limit ${PEOPLE_MAX}`,
    [workspaceId, companyId],
  )
  return rows.map(({ id }) => id)
}

/** Customers of no company who write from one of its domains. */
export async function listMissing(
  queries: Queries,
  workspaceId: string,
  companyId: string,
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select distinct c.customer_id as "id" from company_domains d
     join addresses a on a.workspace_id = d.workspace_id and a.kind = 'mail' and split_part(a.value, '@', 2) = d.domain
     join customers own on own.workspace_id = a.workspace_id and own.customer_id = a.customer_id
     join customers c on c.workspace_id = own.workspace_id and c.customer_id = coalesce(own.merged_into, own.customer_id)
     where d.workspace_id = $1 and d.company_id = $2 and c.company is null and own.company is null and c.erased_at is null
     order by c.customer_id limit ${PEOPLE_MAX}`,
    [workspaceId, companyId],
  )
  return rows.map(({ id }) => id)
}

/** The company that has one of these domains; null when none has. */
export async function findByDomain(
  queries: Queries,
  workspaceId: string,
  domains: readonly string[],
): Promise<{ readonly id: string; readonly name: string } | null> {
  const [row] = await queries.query<{ id: string; name: string }>(
    `select n.company_id as "id", n.name from company_domains d
     join companies n on n.workspace_id = d.workspace_id and n.company_id = d.company_id
     where d.workspace_id = $1 and d.domain = any($2::text[]) order by d.domain limit 1`,
    [workspaceId, domains],
  )
  return row ?? null
}

/** The company that goes by a name, in whatever case. */
export async function findByName(
  queries: Queries,
  workspaceId: string,
  name: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const [row] = await queries.query<{ id: string; name: string }>(
    `select company_id as "id", name from companies where workspace_id = $1 and lower(name) = lower($2)`,
    [workspaceId, name],
  )
  return row ?? null
}

/** Unless there is one by that name. */
export async function insertCompany(
  queries: Queries,
  workspaceId: string,
  { id, name, at }: { readonly id: string; readonly name: string; readonly at: string },
): Promise<void> {
  await queries.query(
    `insert into companies (workspace_id, company_id, name, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [workspaceId, id, name, at],
  )
}

/** Held until the transaction ends. */
export async function lockCompany(
  queries: Queries,
  workspaceId: string,
  companyId: string,
): Promise<{ readonly name: string } | null> {
  const [row] = await queries.query<{ name: string }>(
    "select name from companies where workspace_id = $1 and company_id = $2 for update",
    [workspaceId, companyId],
  )
  return row ?? null
}

/** Its people name it by the new name, too. */
export async function renameCompany(
  queries: Queries,
  workspaceId: string,
  { id, from, to }: { readonly id: string; readonly from: string; readonly to: string },
): Promise<void> {
  await queries.query("update companies set name = $3 where workspace_id = $1 and company_id = $2", [
    workspaceId,
    id,
    to,
  ])
  await queries.query("update customers set company = $3 where workspace_id = $1 and lower(company) = lower($2)", [
    workspaceId,
    from,
    to,
  ])
}

/** In place of those it had. Gives the ones that another company has, which stay there. */
export async function writeDomains(
  queries: Queries,
  workspaceId: string,
  companyId: string,
  domains: readonly string[],
): Promise<readonly string[]> {
  await queries.query("delete from company_domains where workspace_id = $1 and company_id = $2", [
    workspaceId,
    companyId,
  ])
  const rows = await queries.query<{ domain: string }>(
    `insert into company_domains (workspace_id, domain, company_id) select $1, d, $2 from unnest($3::text[]) d
     on conflict do nothing returning domain`,
    [workspaceId, companyId, domains],
  )
  return domains.filter((domain) => !rows.some((row) => row.domain === domain))
}
