import type { CountedPromise } from "../../ledger/counted-promise.ts"
import type { WorkspaceSettings } from "../../ledger/workspace-settings.ts"
import type { Queries } from "./database.ts"

/** From when (inclusive) until when (exclusive), RFC 3339, and which of the promises. */
export type ReportAsked = {
  readonly from: string
  readonly until: string
  readonly deed?: string | undefined
  readonly channel?: string | undefined
}

const MS = (moment: string) => `round(date_part('epoch', ${moment}) * 1000)`

/** Where a counted promise stands in its row. */
const COUNTED: Readonly<Record<keyof CountedPromise, string>> = {
  id: "p.promise_id",
  deed: "p.deed",
  state: "p.state",
  begunAt: MS("case when p.condition_met then p.runs_from else p.said_at end"),
  dueUntil: MS("p.due_until"),
  brokenAt: MS("p.broken_at"),
  endedAt: MS("least((p.evidence ->> 'at')::timestamptz, p.settled_at)"),
  evidence: "p.evidence ->> 'kind'",
  successorId: "p.successor_id",
  predecessorId: "p.predecessor_id",
  erased: `p.state = 'released' and exists (select 1 from customers c where c.workspace_id = p.workspace_id
    and c.customer_id = p.customer_id and c.erased_at = p.settled_at)`,
}

type Columns = { readonly [name in keyof CountedPromise]: readonly CountedPromise[name][] }

/**
 * Every promise that the figures of a period may need: made, settled or broken since it began. It was kept when its evidence
 * says; a customer who confirms it later makes that no later. They come as one text, column by column: thousands of rows
 * through the driver cost several times as much as counting them.
 */
export async function listCounted(
  queries: Queries,
  workspaceId: string,
  { from, until, deed, channel }: ReportAsked,
): Promise<readonly CountedPromise[]> {
  const columns = Object.entries(COUNTED).map(([name, column]) => `'${name}', json_agg(${column})`)
  const [row] = await queries.query<{ counted: string | null }>(
    `select json_build_object(${columns.join(", ")})::text as "counted" from promise_rows p
     where p.workspace_id = $1 and ($4::text is null or p.deed = $4) and ($5::text is null or p.channel = $5)
       and (p.said_at >= $2 or p.runs_from >= $2 or p.settled_at >= $2
         or (p.state = 'broken' and p.broken_at >= $2 and p.broken_at < $3))
     having count(*) > 0`,
    [workspaceId, from, until, deed ?? null, channel ?? null],
  )
  const told = row?.counted
  return told === undefined || told === null ? [] : rowsOf(JSON.parse(told) as Columns)
}

function rowsOf(told: Columns): readonly CountedPromise[] {
  const { deed, state, begunAt, dueUntil, brokenAt, endedAt, evidence, successorId, predecessorId, erased } = told
  return told.id.map((id, row) => {
    const times = { begunAt: begunAt[row], dueUntil: dueUntil[row], brokenAt: brokenAt[row], endedAt: endedAt[row] }
    const beside = { successorId: successorId[row], predecessorId: predecessorId[row], erased: erased[row] }
    return { id, deed: deed[row], state: state[row], ...times, evidence: evidence[row], ...beside } as CountedPromise
  })
}

/** Open or broken now, the one due first at the top. */
export async function listOpenIds(
  queries: Queries,
  workspaceId: string,
  { deed, channel }: ReportAsked,
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select promise_id as id from promise_rows where workspace_id = $1 and state in ('open', 'broken')
       and ($2::text is null or deed = $2) and ($3::text is null or channel = $3) order by due_until nulls last, promise_id`,
    [workspaceId, deed ?? null, channel ?? null],
  )
  return rows.map(({ id }) => id)
}

export async function countOpen(queries: Queries, workspaceId: string, asked: ReportAsked): Promise<number> {
  const [row] = await queries.query<{ open: number }>(
    `select count(*)::int as open from promise_rows where workspace_id = $1 and state in ('open', 'broken')
       and ($2::text is null or deed = $2) and ($3::text is null or channel = $3)`,
    [workspaceId, asked.deed ?? null, asked.channel ?? null],
  )
  return row?.open ?? 0
}

/** A workspace whose report anybody may read. */
export type PublicWorkspace = { readonly id: string; readonly name: string; readonly settings: WorkspaceSettings }

/** A workspace whose promises to every customer anybody may read. */
export async function findWorkspaceWithPage(queries: Queries, slug: string): Promise<PublicWorkspace | null> {
  const [row] = await queries.query<PublicWorkspace>(
    `select workspace_id as "id", name, settings from workspaces
     where slug = $1 and kind = 'real' and (settings->'publicProtocol'->>'on')::boolean`,
    [slug],
  )
  return row ?? null
}

export async function findPublicWorkspace(queries: Queries, slug: string): Promise<PublicWorkspace | null> {
  const [row] = await queries.query<PublicWorkspace>(
    `select workspace_id as "id", name, settings from workspaces
     where slug = $1 and kind = 'real' and (settings->'publicReport'->>'on')::boolean`,
    [slug],
  )
  return row ?? null
}
