import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"

/** A promise as its customer sees it: nothing that was said among members. */
export type PagePromise = {
  readonly id: string
  readonly state: "open" | "broken" | "kept" | "renegotiated" | "released"
  readonly words: string
  readonly dueFrom: string | null
  readonly dueUntil: string | null
  readonly condition: string | null
  readonly conditionMet: boolean
  readonly waitsForCustomer: boolean
  readonly channel: "mail" | "chat" | "call" | "visit" | "form" | "api"
  readonly saidAt: string
  readonly saidBy: string | null
  readonly owner: string | null
  readonly brokenAt: string | null
  readonly history: readonly PageEntry[]
  /** Our message that kept it, when it is in the conversation of the page: the author's own words. */
  readonly sent: { readonly text: string; readonly own: readonly { start: number; end: number }[] } | null
}

export type PageEntry = {
  readonly seq: number
  readonly kind: "kept" | "confirmed-by-customer" | "renegotiated" | "released" | "reopened"
  readonly at: string
  readonly byCustomer: boolean
  /** What the customer was told, or wrote themselves. */
  readonly note: string | null
}

type Place = { readonly workspaceId: string; readonly customerId: string; readonly conversationId: string }

/** What was promised in this conversation: confirmed by a person, and not taken back before the customer could hear it. */
export function listPagePromises(queries: Queries, place: Place): Promise<readonly PagePromise[]> {
  return list(queries, place, "p.conversation_id = $3")
}

/** What was promised to the same customer elsewhere. */
export function listOtherPromises(queries: Queries, place: Place): Promise<readonly PagePromise[]> {
  return list(queries, place, "p.conversation_id is distinct from $3")
}

function list(
  queries: Queries,
  { workspaceId, customerId, conversationId }: Place,
  where: string,
): Promise<readonly PagePromise[]> {
  return queries.query<PagePromise>(
    `select p.promise_id as "id", p.state, p.words, p.due_from as "dueFrom", p.due_until as "dueUntil",
       p.condition, p.condition_met as "conditionMet", p.waiting_on is not distinct from 'customer' as "waitsForCustomer",
       p.channel, p.said_at as "saidAt", s.name as "saidBy", o.name as "owner", p.broken_at as "brokenAt",
       ${HISTORY} as "history", ${SENT} as "sent"
     from promise_rows p
     left join members s on s.workspace_id = p.workspace_id and s.member_id = p.said_by
     left join members o on o.workspace_id = p.workspace_id and o.member_id = p.owner_id
     left join messages m on m.workspace_id = p.workspace_id and m.message_id = p.message_id
     where p.workspace_id = $1 and ${isOneWith("p.customer_id", "$2")} and ${where}
       and p.state in ('open', 'broken', 'kept', 'renegotiated', 'released') and p.words is not null
       and (m.delivery is null or m.delivery in ('accepted', 'bounced'))
     order by p.said_at desc, p.promise_id desc limit 200`,
    [workspaceId, customerId, conversationId],
  )
}

/** Notes are members' own, but for the reason of a new date, which the customer was told, and the customer's own words. */
const HISTORY = `coalesce((
  select jsonb_agg(jsonb_build_object('seq', e.seq, 'kind', e.kind, 'at', e.at, 'byCustomer', e.by_kind = 'customer',
    'note', case when e.kind = 'renegotiated' or e.by_kind = 'customer' then t.texts->>'note' end) order by e.seq)
  from entries e
  left join entry_texts t on t.workspace_id = e.workspace_id and t.promise_id = e.promise_id and t.seq = e.seq
  where e.workspace_id = p.workspace_id and e.promise_id = p.promise_id
    and e.kind in ('kept', 'confirmed-by-customer', 'renegotiated', 'released', 'reopened')), '[]')`

const SENT = `case when p.state = 'kept' then (
  select jsonb_build_object('text', t.text, 'own', t.own)
  from entries e
  join messages k on k.workspace_id = e.workspace_id and k.message_id = (e.body->>'messageId')::uuid
  join message_texts t on t.workspace_id = k.workspace_id and t.message_id = k.message_id
  where e.workspace_id = p.workspace_id and e.promise_id = p.promise_id and e.kind = 'kept'
    and k.kind = 'outbound' and k.delivery = 'accepted' and k.conversation_id = $3
  order by e.seq desc limit 1) end`
