import type { Queries } from "./database.ts"
import { planEvent } from "./webhooks.ts"
import { SHOWN_NAME } from "./shown-name.ts"

export type Mailbox = { readonly name: string; readonly address: string }
export type Delivery = "waiting" | "accepted" | "failed" | "cancelled" | "bounced"
type Span = { readonly start: number; readonly end: number }

export type NewMessage = {
  readonly workspaceId: string
  readonly id: string
  readonly conversationId: string
  readonly kind: "inbound" | "outbound" | "note"
  readonly channel: "mail" | "chat" | "call" | "visit" | "form" | "api" | "internal"
  readonly by: { readonly kind: "customer" | "member" | "key" | "desk"; readonly id: string | null }
  readonly at: string
  readonly recordedAt: string
  readonly salt: string
  readonly text: string
  readonly own: readonly Span[]
  readonly subject?: string | null
  readonly html?: string | null
  readonly from?: Mailbox | null
  readonly to?: readonly Mailbox[]
  readonly cc?: readonly Mailbox[]
  readonly bcc?: readonly Mailbox[]
  readonly replyTo?: Mailbox | null
  readonly mailId?: string | null
  readonly inReplyTo?: string | null
  readonly references?: readonly string[]
  readonly redeliveryKey?: string | null
  readonly rawDigest?: string | null
  readonly automatic?: boolean
  readonly delivery?: Delivery | null
  readonly problem?: string | null
  /** The mailbox that it was read from. */
  readonly mailboxId?: string | null
  /** The address of ours that it was delivered to. */
  readonly receivedAs?: string | null
  /** Ours, but written in another program: it was found in the Sent folder. */
  readonly outside?: boolean
}

/** A message as the API lists it. */
export type MessageView = {
  readonly id: string
  readonly conversationId: string
  readonly seq: number
  readonly kind: "inbound" | "outbound" | "note"
  readonly channel: NewMessage["channel"]
  readonly by: {
    readonly kind: "customer" | "member" | "key" | "desk"
    readonly id: string | null
    readonly name: string | null
  }
  readonly draftedBy: string | null
  readonly at: string
  readonly text: string | null
  readonly own: Span[]
  readonly hasHtml: boolean
  readonly subject: string | null
  readonly from: Mailbox | null
  readonly to: Mailbox[]
  readonly cc: Mailbox[]
  readonly bcc: Mailbox[]
  readonly replyTo: Mailbox | null
  readonly files: { position: number; name: string; type: string; size: number }[]
  readonly delivery: Delivery | null
  readonly acceptedAt: string | null
  readonly leavesAt: string | null
  readonly attempts: number
  readonly problem: string | null
  readonly verdict: "clear" | "confirm" | "hold" | null
  readonly made: string[]
  readonly keeps: string[]
  readonly outside: boolean
}

export async function insertMessage(queries: Queries, message: NewMessage): Promise<void> {
  await queries.query(
    `insert into messages (workspace_id, message_id, conversation_id, kind, channel, by_kind, by_id, at, recorded_at,
       mail_id, redelivery_key, delivery, problem, raw_digest, automatic, mailbox_id, outside, received_as)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      message.workspaceId,
      message.id,
      message.conversationId,
      message.kind,
      message.channel,
      message.by.kind,
      message.by.id,
      message.at,
      message.recordedAt,
      message.mailId ?? null,
      message.redeliveryKey ?? null,
      message.delivery ?? null,
      message.problem ?? null,
      message.rawDigest ?? null,
      message.automatic ?? false,
      message.mailboxId ?? null,
      message.outside ?? false,
      message.receivedAs ?? null,
    ],
  )
  await insertMessageText(queries, message)
  const { workspaceId, id, conversationId, kind, channel, recordedAt } = message
  const type = { inbound: "message.received", outbound: "message.written", note: "message.noted" }[kind]
  const data = { messageId: id, conversationId, channel }
  await planEvent(queries, workspaceId, { topic: "messages", key: id, type, at: recordedAt, data })
}

async function insertMessageText(queries: Queries, message: NewMessage): Promise<void> {
  await queries.query(
    `insert into message_texts (workspace_id, message_id, salt, subject, text, html, own, from_address, to_addresses,
       cc_addresses, reply_to, in_reply_to, refs, opening, bcc_addresses, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      message.workspaceId,
      message.id,
      message.salt,
      message.subject ?? null,
      message.text,
      message.html ?? null,
      JSON.stringify(message.own),
      message.from ? JSON.stringify(message.from) : null,
      JSON.stringify(message.to ?? []),
      JSON.stringify(message.cc ?? []),
      message.replyTo ? JSON.stringify(message.replyTo) : null,
      message.inReplyTo ?? null,
      message.references ?? [],
      openingOf(message),
      JSON.stringify(message.bcc ?? []),
      message.at,
    ],
  )
}

const OPENING_LENGTH_MAX = 200 // UTF-16 units; what a list has room for

/** The beginning of what its author newly wrote, no character cut in half. */
export function openingOf({ text, own }: NewMessage): string {
  const { start, end } = own[0] ?? { start: 0, end: text.length }
  const cut = text.slice(start, Math.min(end, start + OPENING_LENGTH_MAX))
  return cut.isWellFormed() ? cut : cut.slice(0, -1).toWellFormed()
}

const VIEW = `
  select m.message_id as "id", m.conversation_id as "conversationId", m.seq, m.kind, m.channel,
    jsonb_build_object('kind', m.by_kind, 'id', m.by_id,
      'name', coalesce(b.name, k.name, case when m.by_kind = 'customer' then coalesce(nullif(t.from_address->>'name', ''), ${SHOWN_NAME})
        when m.outside then coalesce(nullif(t.from_address->>'name', ''), t.from_address->>'address') end)) as "by",
    (select coalesce(min(d.name), '') from held_messages h
      left join api_keys d on d.workspace_id = h.workspace_id and d.api_key_id = h.by_id
      where h.workspace_id = m.workspace_id and h.message_id = m.message_id group by h.message_id) as "draftedBy",
    m.at, m.outside, t.text, coalesce(t.own, '[]') as "own", t.html is not null as "hasHtml", t.subject,
    t.from_address as "from", coalesce(t.to_addresses, '[]') as "to", coalesce(t.cc_addresses, '[]') as "cc",
    coalesce(t.bcc_addresses, '[]') as "bcc", t.reply_to as "replyTo",
    coalesce((select jsonb_agg(jsonb_build_object('position', f.position, 'name', f.name, 'type', f.type, 'size', f.size) order by f.position)
      from files f where f.workspace_id = m.workspace_id and f.message_id = m.message_id), '[]') as "files",
    m.delivery, m.accepted_at as "acceptedAt", x.next_at as "leavesAt", coalesce(x.attempts, 0) as "attempts",
    coalesce(m.problem, x.problem) as "problem", r.verdict,
    coalesce((select jsonb_agg(p.promise_id order by p.promise_id) from promises p
      where p.workspace_id = m.workspace_id and p.message_id = m.message_id), '[]') as "made",
    coalesce((select jsonb_agg(h.promise_id) from message_keeps h
      where h.workspace_id = m.workspace_id and h.message_id = m.message_id), '[]') as "keeps"
  from messages m
  join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
  left join customers c on c.workspace_id = m.workspace_id
    and c.customer_id = coalesce(case when m.by_kind = 'customer' then m.by_id end, v.customer_id)
  left join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
  left join members b on b.workspace_id = m.workspace_id and b.member_id = m.by_id and m.by_kind = 'member'
  left join api_keys k on k.workspace_id = m.workspace_id and k.api_key_id = m.by_id and m.by_kind = 'key'
  left join outbox x on x.workspace_id = m.workspace_id and x.message_id = m.message_id and x.kind = 'mail'
  left join reviews r on r.workspace_id = m.workspace_id and r.message_id = m.message_id`

const THREAD_LENGTH_MAX = 200 // messages; longer threads are read backwards, page by page

/** The last messages before `before`, oldest first, and how many came before them. */
export async function listMessages(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  before: number | undefined,
): Promise<{ messages: readonly MessageView[]; earlier: number }> {
  const rows = await queries.query<MessageView>(
    `${VIEW} where m.workspace_id = $1 and m.conversation_id = $2 and ($3::bigint is null or m.seq < $3)
     order by m.seq desc limit $4`,
    [workspaceId, conversationId, before ?? null, THREAD_LENGTH_MAX],
  )
  const first = rows.at(-1)
  const [count] = await queries.query<{ earlier: number }>(
    `select count(*) as "earlier" from messages where workspace_id = $1 and conversation_id = $2 and seq < $3`,
    [workspaceId, conversationId, first?.seq ?? 0],
  )
  return { messages: rows.toReversed(), earlier: count?.earlier ?? 0 }
}

export async function readMessage(
  queries: Queries,
  workspaceId: string,
  messageId: string,
): Promise<MessageView | null> {
  const [row] = await queries.query<MessageView>(`${VIEW} where m.workspace_id = $1 and m.message_id = $2`, [
    workspaceId,
    messageId,
  ])
  return row ?? null
}

/** Whether the customer wrote after the message that the sender saw last. */
export async function hasNewerInbound(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  lastSeenMessageId: string,
): Promise<boolean> {
  const rows = await queries.query(
    `select 1 from messages where workspace_id = $1 and conversation_id = $2 and kind = 'inbound'
       and seq > (select coalesce(max(seq), 0) from messages where workspace_id = $1 and message_id = $3) limit 1`,
    [workspaceId, conversationId, lastSeenMessageId],
  )
  return rows.length > 0
}

export async function insertReview(
  queries: Queries,
  review: {
    readonly workspaceId: string
    readonly messageId: string
    readonly verdict: string
    readonly review: unknown
    readonly at: string
  },
): Promise<void> {
  await queries.query(
    "insert into reviews (workspace_id, message_id, verdict, review, created_at) values ($1, $2, $3, $4, $5)",
    [review.workspaceId, review.messageId, review.verdict, review.review, review.at],
  )
}

export async function readReview(queries: Queries, workspaceId: string, messageId: string): Promise<unknown> {
  const [row] = await queries.query<{ review: unknown }>(
    "select review from reviews where workspace_id = $1 and message_id = $2",
    [workspaceId, messageId],
  )
  return row?.review ?? null
}

export async function insertKeeps(
  queries: Queries,
  workspaceId: string,
  messageId: string,
  promiseIds: readonly string[],
): Promise<void> {
  await queries.query(
    `insert into message_keeps (workspace_id, message_id, promise_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
    [workspaceId, messageId, promiseIds],
  )
}

/** The promises that a message keeps, and those that it made. */
export async function listTies(
  queries: Queries,
  workspaceId: string,
  messageId: string,
): Promise<{ keeps: readonly string[]; made: readonly string[] }> {
  const keeps = await queries.query<{ id: string }>(
    `select promise_id as "id" from message_keeps where workspace_id = $1 and message_id = $2 order by promise_id`,
    [workspaceId, messageId],
  )
  const made = await queries.query<{ id: string }>(
    `select promise_id as "id" from promises where workspace_id = $1 and message_id = $2 order by promise_id`,
    [workspaceId, messageId],
  )
  return { keeps: keeps.map(({ id }) => id), made: made.map(({ id }) => id) }
}
