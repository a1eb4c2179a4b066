import { WHOLE } from "./as-seen.ts"
import { CUSTOMER, type CustomerView, readCustomers } from "./customers.ts"
import type { Queries } from "./database.ts"

/** What to look for; see database/like.ts. */
export type CustomerSearch = {
  /** Lower case, with % and _ escaped; empty: everybody. */
  readonly words: string
  /** The digits of a number, without leading zeros; empty when the words are no number. */
  readonly digits: string
  readonly limit: number
  readonly offset: number
}

/** The best match first: a whole address, the beginning of a name, of a word in it, of the company, then anywhere. */
export async function findCustomers(
  queries: Queries,
  workspaceId: string,
  search: CustomerSearch,
): Promise<readonly CustomerView[]> {
  const { words, digits, limit, offset } = search
  if (words === "") return listEverybody(queries, workspaceId, search)
  const rows = await queries.query<{ id: string }>(FIND, [
    workspaceId,
    words,
    digits,
    limit,
    offset,
    piecesOf(words.replaceAll(/\\(.)/g, "$1")),
    piecesOf(digits),
  ])
  const ids = rows.map(({ id }) => id)
  return ids.length === 0 ? [] : readCustomers(queries, workspaceId, ids)
}

function listEverybody(
  queries: Queries,
  workspaceId: string,
  { limit, offset }: CustomerSearch,
): Promise<readonly CustomerView[]> {
  return queries.query<CustomerView>(
    `select ${CUSTOMER} from customers c where c.workspace_id = $1 and c.erased_at is null and c.merged_into is null
     order by lower(c.name) nulls last, c.customer_id limit $2 offset $3`,
    [workspaceId, limit, offset],
  )
}

const PIECE = 3 // characters; of these the indexes are made (migration 0054)

/** What is in whatever has the words in it somewhere: the indexes find few rows by it, and LIKE says which of them have the words. */
function piecesOf(words: string): readonly string[] {
  const characters = Array.from(words)
  if (characters.length <= PIECE) return words === "" ? [] : [words]
  return characters.slice(PIECE - 1).map((_, end) => characters.slice(end, end + PIECE).join(""))
}

const NAMES = "pieces(lower(coalesce(k.name, '') || E'\\n' || coalesce(k.company, ''))) @> $6::text[]"
const NAMED = `${NAMES} and (lower(k.name) like '%' || $2 || '%' or lower(k.company) like '%' || $2 || '%')`

const FIND = `
  with written as (
    select coalesce(w.merged_into, w.customer_id) as customer_id, bool_or(a.value like $2) as whole
    from addresses a join ${WHOLE} customers w on w.workspace_id = a.workspace_id and w.customer_id = a.customer_id
    where a.workspace_id = $1 and ((pieces(a.value) @> $6::text[] and a.value like '%' || $2 || '%')
      or ($3 <> '' and a.kind = 'phone' and pieces(a.value) @> $7::text[] and a.value like '%' || $3 || '%'))
    group by 1),
  named as (
    select k.customer_id, k.merged_into from customers k where k.workspace_id = $1 and ${NAMED}),
  found as (
    select c.customer_id, c.name, case
      when a.whole then 1
      when lower(c.name) like $2 || '%' then 2
      when lower(c.name) like '% ' || $2 || '%' then 3
      when lower(c.company) like $2 || '%' then 4
      when n.customer_id is not null then 5
      when a.customer_id is not null then 6
      else 7
    end as rank
    from (select customer_id from written union select coalesce(merged_into, customer_id) from named) one
    join customers c on c.workspace_id = $1 and c.customer_id = one.customer_id
    left join written a on a.customer_id = c.customer_id
    left join named n on n.customer_id = c.customer_id
    where c.erased_at is null and c.merged_into is null)
  select customer_id as "id" from found order by rank, lower(name) nulls last, customer_id limit $4 offset $5`
