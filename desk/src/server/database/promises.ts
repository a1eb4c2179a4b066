import { ofCompany } from "./conversation-filter.ts"
import { readCursor, writeCursor } from "./cursor.ts"
import type { Queries } from "./database.ts"
import { customerOf, isOneWith } from "./one-customer.ts"
import { SHOWN_NAME } from "./shown-name.ts"

type Person = { readonly id: string; readonly name: string }

/** A promise as the API lists it. */
export type PromiseView = {
  readonly id: string
  readonly state: "proposed" | "open" | "kept" | "broken" | "renegotiated" | "released" | "dismissed" | "void"
  readonly words: string | null
  readonly deed: string
  readonly customer: { readonly id: string; readonly name: string | null }
  readonly conversationId: string | null
  readonly messageId: string | null
  readonly owner: Person | null
  readonly dueFrom: string | null
  readonly dueUntil: string | null
  readonly dueWords: string | null
  readonly condition: string | null
  readonly conditionMet: boolean
  readonly waiting: {
    readonly on: "customer" | "supplier" | "colleague"
    readonly note: string | null
    readonly since: string
  } | null
  readonly channel: "mail" | "chat" | "call" | "visit" | "form" | "api"
  readonly saidAt: string
  readonly saidBy: Person | null
  readonly brokenAt: string | null
  readonly settledAt: string | null
  readonly evidence: {
    readonly kind: "message" | "call" | "visit" | "file" | "customer" | "word"
    readonly messageId: string | null
    readonly at: string
    readonly note: string | null
  } | null
  readonly chased: { readonly at: string; readonly messageId: string; readonly words: string | null } | null
  readonly predecessorId: string | null
  readonly successorId: string | null
  readonly delivery: "waiting" | "accepted" | "failed" | "cancelled" | "bounced" | null
}

const VIEW = `
  select p.promise_id as "id", p.state, p.words, p.deed,
    jsonb_build_object('id', c.customer_id, 'name', ${SHOWN_NAME}) as "customer",
    p.conversation_id as "conversationId", p.message_id as "messageId",
    case when o.member_id is null then null else jsonb_build_object('id', o.member_id, 'name', o.name) end as "owner",
    p.due_from as "dueFrom", p.due_until as "dueUntil", p.due_words as "dueWords",
    p.condition, p.condition_met as "conditionMet",
    case when p.waiting_on is null then null
      else jsonb_build_object('on', p.waiting_on, 'note', p.waiting_note, 'since', p.waiting_since) end as "waiting",
    p.channel, p.said_at as "saidAt",
    case when s.member_id is null then null else jsonb_build_object('id', s.member_id, 'name', s.name) end as "saidBy",
    p.broken_at as "brokenAt", p.settled_at as "settledAt", p.evidence, p.chased,
    p.predecessor_id as "predecessorId", p.successor_id as "successorId", m.delivery
  from promise_rows p
  ${customerOf("p")}
  left join members o on o.workspace_id = p.workspace_id and o.member_id = p.owner_id
  left join members s on s.workspace_id = p.workspace_id and s.member_id = p.said_by
  left join messages m on m.workspace_id = p.workspace_id and m.message_id = p.message_id`

export async function readPromise(
  queries: Queries,
  workspaceId: string,
  promiseId: string,
): Promise<PromiseView | null> {
  const [row] = await queries.query<PromiseView>(`${VIEW} where p.workspace_id = $1 and p.promise_id = $2`, [
    workspaceId,
    promiseId,
  ])
  return row ?? null
}

export type PromiseFilter = {
  readonly state?: string | undefined
  readonly customerId?: string | undefined
  readonly conversationId?: string | undefined
  readonly ownerId?: string | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

const PAGE_LENGTH = 50 // rows; what a screen shows before somebody scrolls

/** Newest said first. */
export async function listPromises(
  queries: Queries,
  workspaceId: string,
  filter: PromiseFilter,
): Promise<{ items: readonly PromiseView[]; next: string | null }> {
  const limit = filter.limit ?? PAGE_LENGTH
  const after = readCursor(filter.cursor)
  const rows = await queries.query<PromiseView>(
    `${VIEW} where p.workspace_id = $1
       and ($2::text is null or p.state = $2) and ($3::uuid is null or ${isOneWith("p.customer_id", "$3")})
       and ($4::uuid is null or p.conversation_id = $4) and ($5::uuid is null or p.owner_id = $5)
       and ($6::timestamptz is null or (p.said_at, p.promise_id) < ($6, $7::uuid))
     order by p.said_at desc, p.promise_id desc limit $8`,
    [
      workspaceId,
      filter.state ?? null,
      filter.customerId ?? null,
      filter.conversationId ?? null,
      filter.ownerId ?? null,
      after.at,
      after.id,
      limit + 1,
    ],
  )
  const last = rows[limit - 1]
  return { items: rows.slice(0, limit), next: rows.length > limit && last ? writeCursor(last.saidAt, last.id) : null }
}

/** Those of these ids that are here, in the order of the ids. */
export function listPromisesById(
  queries: Queries,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly PromiseView[]> {
  return queries.query<PromiseView>(
    `${VIEW} join unnest($2::uuid[]) with ordinality as asked (id, place) on asked.id = p.promise_id
     where p.workspace_id = $1 order by asked.place`,
    [workspaceId, ids],
  )
}

/** Everything owed, by due time; conditional ones without a due come last. */
export async function listOwed(
  queries: Queries,
  workspaceId: string,
  filter: {
    readonly ownerId?: string | undefined
    readonly customerId?: string | undefined
    /** To whom of its people it may be. */
    readonly companyId?: string | undefined
    readonly waiting?: boolean | undefined
  },
): Promise<readonly PromiseView[]> {
  return queries.query<PromiseView>(
    `${VIEW} where p.workspace_id = $1 and p.state in ('open', 'broken')
       and ($2::uuid is null or p.owner_id = $2) and ($3::uuid is null or ${isOneWith("p.customer_id", "$3")})
       and (not $4::boolean or p.waiting_on is not null) and ${ofCompany("p.customer_id", "$5")}
     order by p.due_until nulls last, p.promise_id`,
    [workspaceId, filter.ownerId ?? null, filter.customerId ?? null, filter.waiting ?? false, filter.companyId ?? null],
  )
}

export async function listProposed(
  queries: Queries,
  workspaceId: string,
  ownerId: string | null,
): Promise<readonly PromiseView[]> {
  return queries.query<PromiseView>(
    `${VIEW} where p.workspace_id = $1 and p.state = 'proposed' and ($2::uuid is null or p.owner_id = $2)
     order by p.said_at, p.promise_id limit 500`,
    [workspaceId, ownerId],
  )
}

/** For the rail: what this customer is owed or was proposed, wherever it was said, and all that is in this conversation. */
export async function listForConversation(
  queries: Queries,
  workspaceId: string,
  where: { readonly customerId: string; readonly conversationId: string },
): Promise<readonly PromiseView[]> {
  return queries.query<PromiseView>(
    `${VIEW} where p.workspace_id = $1
       and (p.conversation_id = $3 or (${isOneWith("p.customer_id", "$2")} and p.state in ('proposed', 'open', 'broken')))
     order by p.state in ('proposed', 'open', 'broken') desc, p.due_until nulls last, p.settled_at desc, p.promise_id limit 500`,
    [workspaceId, where.customerId, where.conversationId],
  )
}

/** How many are owed, mine, waiting on others, and past due, for the filters of Today. */
export async function countOwed(
  queries: Queries,
  workspaceId: string,
  memberId: string | null,
  now: string,
): Promise<{ all: number; mine: number; waiting: number; late: number; proposed: number }> {
  const [row] = await queries.query<{ all: number; mine: number; waiting: number; late: number; proposed: number }>(
    `select count(*) filter (where state <> 'proposed') as "all",
       count(*) filter (where state <> 'proposed' and owner_id = $2) as "mine",
       count(*) filter (where state <> 'proposed' and waiting_on is not null) as "waiting",
       count(*) filter (where state = 'broken' or (state = 'open' and due_until < $3)) as "late",
       count(*) filter (where state = 'proposed') as "proposed"
     from promise_rows where workspace_id = $1 and state in ('proposed', 'open', 'broken')`,
    [workspaceId, memberId, now],
  )
  return row ?? { all: 0, mine: 0, waiting: 0, late: 0, proposed: 0 }
}
