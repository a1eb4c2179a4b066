import type { Queries } from "./database.ts"
import type { ReportAsked } from "./trust-report.ts"

/** What customers themselves said of promises: how many promises, not how often. */
export type CustomersSaid = { readonly confirmed: number; readonly disputed: number; readonly chased: number }

const SAID = {
  confirmed: "e.kind = 'confirmed-by-customer'",
  disputed: "e.kind = 'reopened' and e.body ->> 'why' = 'disputed'",
  chased: "e.kind = 'chased'",
} as const

// Each promise once, with what was said of it.
const SAID_OF = `
  select e.promise_id, bool_or(${SAID.confirmed}) as confirmed, bool_or(${SAID.disputed}) as disputed, bool_or(${SAID.chased}) as chased
  from entries e where e.workspace_id = $1 and e.at >= $2 and e.at < $3 and e.kind in ('confirmed-by-customer', 'reopened', 'chased')
  group by e.promise_id`

export async function countCustomersSaid(
  queries: Queries,
  workspaceId: string,
  { from, until, deed, channel }: ReportAsked,
): Promise<CustomersSaid> {
  const [row] = await queries.query<CustomersSaid>(
    `select count(*) filter (where s.confirmed)::int as confirmed, count(*) filter (where s.disputed)::int as disputed,
       count(*) filter (where s.chased)::int as chased
     from (${SAID_OF}) s join promise_rows p on p.workspace_id = $1 and p.promise_id = s.promise_id
     where ($4::text is null or p.deed = $4) and ($5::text is null or p.channel = $5)`,
    [workspaceId, from, until, deed ?? null, channel ?? null],
  )
  return row ?? { confirmed: 0, disputed: 0, chased: 0 }
}

/** The promises of which customers said one of these things, the newest saying first. */
export async function listSaidIds(
  queries: Queries,
  workspaceId: string,
  said: keyof CustomersSaid,
  { from, until, deed, channel }: ReportAsked,
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select e.promise_id as id
     from entries e join promise_rows p on p.workspace_id = e.workspace_id and p.promise_id = e.promise_id
     where e.workspace_id = $1 and e.at >= $2 and e.at < $3 and ${SAID[said]}
       and ($4::text is null or p.deed = $4) and ($5::text is null or p.channel = $5)
     group by e.promise_id order by max(e.at) desc, e.promise_id`,
    [workspaceId, from, until, deed ?? null, channel ?? null],
  )
  return rows.map(({ id }) => id)
}
