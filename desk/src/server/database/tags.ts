import { WHOLE } from "./as-seen.ts"
import type { Queries } from "./database.ts"

export async function insertTag(
  queries: Queries,
  row: {
    readonly workspaceId: string
    readonly conversationId: string
    readonly tag: string
    readonly byId: string | null
    readonly at: string
  },
): Promise<void> {
  await queries.query(
    `insert into conversation_tags (workspace_id, conversation_id, tag, by_id, at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [row.workspaceId, row.conversationId, row.tag, row.byId, row.at],
  )
}

export async function deleteTag(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  tag: string,
): Promise<void> {
  await queries.query("delete from conversation_tags where workspace_id = $1 and conversation_id = $2 and tag = $3", [
    workspaceId,
    conversationId,
    tag,
  ])
}

export async function countTags(queries: Queries, workspaceId: string, conversationId: string): Promise<number> {
  const [row] = await queries.query<{ count: number }>(
    `select count(*) as "count" from conversation_tags where workspace_id = $1 and conversation_id = $2`,
    [workspaceId, conversationId],
  )
  return row?.count ?? 0
}

const LIST_LENGTH = 500 // tags; a team that has more does not find any of them

/** The tags in use, with how many open conversations each is on. */
export async function listTags(
  queries: Queries,
  workspaceId: string,
): Promise<readonly { tag: string; open: number }[]> {
  const rows = await queries.query<{ tag: string }>(
    `${WHOLE} select distinct tag from conversation_tags where workspace_id = $1`,
    [workspaceId],
  )
  // Of these, those that whoever asks has seen somewhere: of the many conversations with a tag one is looked at.
  return queries.query(
    `with counted as (
       select g.tag, count(*) as open from conversations v
       join ${WHOLE} conversation_tags g on g.workspace_id = v.workspace_id and g.conversation_id = v.conversation_id
       where v.workspace_id = $1 and v.closed_at is null and v.spam_at is null and v.merged_into is null group by g.tag)
     select used.tag, coalesce(c.open, 0) as "open" from unnest($2::text[]) as used (tag) left join counted c on c.tag = used.tag
     where c.open > 0 or exists (select 1 from conversation_tags g where g.workspace_id = $1 and g.tag = used.tag)
     order by 2 desc, 1 limit ${LIST_LENGTH}`,
    [workspaceId, rows.map(({ tag }) => tag)],
  )
}

/** A tag may name a customer: with the customer it goes. */
export async function eraseTags(
  queries: Queries,
  workspaceId: string,
  conversationIds: readonly string[],
): Promise<void> {
  await queries.query("delete from conversation_tags where workspace_id = $1 and conversation_id = any($2::uuid[])", [
    workspaceId,
    conversationIds,
  ])
}
