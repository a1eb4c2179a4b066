import type { Queries } from "./database.ts"
import { customerOf } from "./one-customer.ts"
import { SHOWN_NAME } from "./shown-name.ts"

/** A merge or a split, as the history of a conversation shows it. */
export type MoveView = {
  readonly id: string
  readonly kind: "merge" | "split"
  readonly at: string
  readonly by: string | null
  readonly from: MovedConversation
  readonly to: MovedConversation
  /** How many messages went along. */
  readonly messages: number
  readonly undoneAt: string | null
  readonly undoneBy: string | null
}
type MovedConversation = {
  readonly id: string
  readonly subject: string | null
  readonly customer: { readonly id: string; readonly name: string | null }
}

export type Move = {
  readonly workspaceId: string
  readonly id: string
  readonly kind: "merge" | "split"
  readonly fromId: string
  readonly toId: string
}

const LIST_LENGTH = 200 // moves; nobody takes a conversation apart more often

/** The moves into and out of a conversation and of those that were merged into it, the oldest first. */
export function listMoves(queries: Queries, workspaceId: string, conversationId: string): Promise<readonly MoveView[]> {
  return queries.query<MoveView>(
    `with here as (
       select conversation_id as id from conversations where workspace_id = $1 and (conversation_id = $2 or merged_into = $2))
     select k.move_id as "id", k.kind, k.at, coalesce(b.name, a.name) as "by", ${sideOf("from")} as "from", ${sideOf("to")} as "to",
       (select count(*) from moved_rows r where r.workspace_id = k.workspace_id and r.move_id = k.move_id and r.noun = 'messages') as "messages",
       k.undone_at as "undoneAt", coalesce(u.name, ua.name) as "undoneBy"
     from conversation_moves k
     left join members b on b.workspace_id = k.workspace_id and b.member_id = k.by_id
     left join api_keys a on a.workspace_id = k.workspace_id and a.api_key_id = k.by_id
     left join members u on u.workspace_id = k.workspace_id and u.member_id = k.undone_by
     left join api_keys ua on ua.workspace_id = k.workspace_id and ua.api_key_id = k.undone_by
     where k.workspace_id = $1 and (k.from_id in (select id from here) or k.to_id in (select id from here))
     order by k.at, k.move_id limit ${LIST_LENGTH}`,
    [workspaceId, conversationId],
  )
}

function sideOf(side: "from" | "to"): string {
  return `(select jsonb_build_object('id', v.conversation_id, 'subject', v.subject,
      'customer', jsonb_build_object('id', c.customer_id, 'name', ${SHOWN_NAME}))
    from conversations v ${customerOf("v")}
    where v.workspace_id = k.workspace_id and v.conversation_id = k.${side}_id)`
}

/** What decides whether a conversation may be merged or split. */
export type Movable = {
  readonly id: string
  readonly customerId: string
  /** Who stands for the customer. */
  readonly standingId: string
  readonly mergedInto: string | null
  readonly spam: boolean
  readonly unsent: boolean
  readonly erased: boolean
  readonly cameBy: string | null
}

/** Holds conversations and their customers until the transaction ends, in the order in which everybody does. */
export async function lockMovable(
  queries: Queries,
  workspaceId: string,
  conversationIds: readonly string[],
): Promise<readonly Movable[]> {
  await queries.query(
    `select 1 from customers where workspace_id = $1
       and customer_id in (select customer_id from conversations where workspace_id = $1 and conversation_id = any($2::uuid[]))
     order by customer_id for key share`,
    [workspaceId, conversationIds],
  )
  return queries.query<Movable>(
    `select v.conversation_id as "id", v.customer_id as "customerId", coalesce(c.merged_into, c.customer_id) as "standingId", v.merged_into as "mergedInto",
       v.spam_at is not null as "spam", v.unsent, c.erased_at is not null as "erased", v.came_by as "cameBy"
     from conversations v join customers c on c.workspace_id = v.workspace_id and c.customer_id = v.customer_id
     where v.workspace_id = $1 and v.conversation_id = any($2::uuid[]) order by v.conversation_id for update of v`,
    [workspaceId, conversationIds],
  )
}

export async function insertMove(
  queries: Queries,
  { workspaceId, id, kind, fromId, toId }: Move,
  { byKind, byId, at }: { readonly byKind: string; readonly byId: string; readonly at: string },
): Promise<void> {
  await queries.query(
    `insert into conversation_moves (workspace_id, move_id, kind, from_id, to_id, by_kind, by_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspaceId, id, kind, fromId, toId, byKind, byId, at],
  )
}

/** Held until the transaction ends; null when there is none. */
export async function lockMove(
  queries: Queries,
  workspaceId: string,
  moveId: string,
): Promise<(Move & { readonly undone: boolean }) | null> {
  const [row] = await queries.query<Move & { undone: boolean }>(
    `select workspace_id as "workspaceId", move_id as "id", kind, from_id as "fromId", to_id as "toId", undone_at is not null as "undone"
     from conversation_moves where workspace_id = $1 and move_id = $2 for update`,
    [workspaceId, moveId],
  )
  return row ?? null
}

export async function undoMove(
  queries: Queries,
  { workspaceId, id }: Move,
  { byId, at }: { readonly byId: string; readonly at: string },
): Promise<void> {
  await queries.query(
    "update conversation_moves set undone_at = $3, undone_by = $4 where workspace_id = $1 and move_id = $2",
    [workspaceId, id, at, byId],
  )
}

/** Those that were merged into it lead along. */
export async function leadTo(queries: Queries, { workspaceId, fromId, toId }: Move): Promise<void> {
  await queries.query(
    `update conversations set merged_into = $3 where workspace_id = $1 and (conversation_id = $2 or merged_into = $2)`,
    [workspaceId, fromId, toId],
  )
}

/** It stands by itself again, and what had been merged into it before leads to it. */
export async function standAgain(queries: Queries, { workspaceId, fromId }: Move): Promise<void> {
  await queries.query(
    `with recursive below as (
       select $2::uuid as id
       union select k.from_id from conversation_moves k join below b on k.to_id = b.id
       where k.workspace_id = $1 and k.kind = 'merge' and k.undone_at is null)
     update conversations v set merged_into = nullif($2::uuid, v.conversation_id)
     where v.workspace_id = $1 and v.conversation_id in (select id from below)`,
    [workspaceId, fromId],
  )
}

/** The conversation that an id leads to: itself, or the one it was merged into. Null when there is none. */
export async function readStanding(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<string | null> {
  const [row] = await queries.query<{ id: string }>(
    `select coalesce(merged_into, conversation_id) as "id" from conversations where workspace_id = $1 and conversation_id = $2`,
    [workspaceId, conversationId],
  )
  return row?.id ?? null
}

/**
 * As SQL: whether a merge brought a message, a row called `message`, from a conversation of somebody other than those whom
 * `theirs` says. $1 is the workspace.
 */
export function cameFromOthers(message: string, theirs: (customer: string) => string): string {
  return `exists (select 1 from moved_rows r
    join conversation_moves k on k.workspace_id = r.workspace_id and k.move_id = r.move_id and k.kind = 'merge' and k.undone_at is null
    join conversations f on f.workspace_id = k.workspace_id and f.conversation_id = k.from_id and f.merged_into is not null
    where r.workspace_id = $1 and r.noun = 'messages' and r.row_id = ${message}.message_id and not ${theirs("f.customer_id")})`
}

/**
 * Messages of other conversations that came by a merge from conversations of these customers, and that no other customer
 * wrote: what was said with them stays theirs, wherever it was put.
 */
export async function listMovedAway(
  queries: Queries,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select distinct m.message_id as "id", m.seq from conversations f
     join conversation_moves k on k.workspace_id = f.workspace_id and k.from_id = f.conversation_id
       and k.kind = 'merge' and k.undone_at is null
     join moved_rows r on r.workspace_id = k.workspace_id and r.move_id = k.move_id and r.noun = 'messages'
     join messages m on m.workspace_id = r.workspace_id and m.message_id = r.row_id
     where f.workspace_id = $1 and f.customer_id = any($2::uuid[]) and f.merged_into is not null
       and (m.by_kind <> 'customer' or m.by_id = any($2::uuid[]))
     order by m.seq`,
    [workspaceId, customerIds],
  )
  return rows.map(({ id }) => id)
}
