import { printed } from "../instants.ts"
import type { MessageRow, Tables } from "../tables.ts"
import { chosen } from "./notices.ts"
import { FOUND, NOTHING, type Statements } from "./statement.ts"

type Ids = [string, string]

/** database/messages.ts, conversations.ts, inbound.ts and outbox.ts */
export const messageStatements: Statements = {
  "insert into conversations (": (tables, given) => {
    const [workspace_id, conversation_id, customer_id, channel, subject] = given as string[] & Ids
    const row = { workspace_id, conversation_id, customer_id: customer_id ?? "", channel: channel ?? "" }
    tables.conversations.put(conversation_id, { ...row, subject: subject ?? null, assignee_id: null })
    return NOTHING
  },
  'select conversation_id as "id", customer_id as "customerId", subject, channel,': (tables, given) => {
    const found = tables.conversations.get((given as Ids)[1])
    if (found === undefined) return NOTHING
    const { conversation_id: id, customer_id: customerId, subject, channel } = found
    return [
      { id, customerId, subject, channel, closed: false, unsent: false, begunTo: null, cameBy: null, assigneeId: null },
    ]
  },
  "select 1 from customers where workspace_id = $1 and customer_id = (select customer_id from conversations": (
    tables,
    given,
  ) => (tables.conversations.get((given as Ids)[1]) === undefined ? NOTHING : FOUND),
  'select merged_into as "mergedInto" from conversations where': (tables, given) =>
    tables.conversations.get((given as Ids)[1]) === undefined ? NOTHING : [{ mergedInto: null }],
  'select conversation_id as "id" from messages where': (tables, given) => {
    const message = tables.messages.get((given as Ids)[1])
    return message === undefined ? NOTHING : [{ id: message.conversation_id }]
  },
  // What a list of conversations shows: nothing of it is read by what is simulated.
  "update conversations v set": () => NOTHING,
  "insert into messages (": (tables, given) => {
    const [workspace_id, message_id, conversation_id, kind, channel, by_kind, by_id, at, , ...rest] =
      given as string[] & Ids
    const [mail_id, , delivery, problem] = rest
    tables.messages.put(message_id, {
      workspace_id,
      message_id,
      conversation_id: conversation_id ?? "",
      kind: kind ?? "",
      channel: channel ?? "",
      by_kind: by_kind ?? "",
      by_id: by_id ?? null,
      at: printed(at ?? ""),
      mail_id: mail_id ?? null,
      delivery: delivery ?? null,
      problem: problem ?? null,
      accepted_at: null,
      ...NO_TEXT,
    })
    return NOTHING
  },
  "insert into message_texts (": (tables, given) => {
    const [, messageId, , subject, text, , , from, to, cc, , inReplyTo, refs, , bcc] = given as Texts
    tables.messages.change(messageId, {
      subject,
      text,
      from_address: from === null ? null : (JSON.parse(from) as unknown),
      to_addresses: JSON.parse(to) as unknown,
      cc_addresses: JSON.parse(cc) as unknown,
      bcc_addresses: JSON.parse(bcc) as unknown,
      in_reply_to: inReplyTo,
      refs,
    })
    return NOTHING
  },
  // Mail of customers is not simulated: see docs/simulator.md.
  'select coalesce(t.reply_to, t.from_address) as "to"': () => NOTHING,
  'select t.to_addresses->0 as "to", t.cc_addresses': (tables, given) => {
    const mails = tables.messagesByConversation.of((given as Ids)[1]).filter(isOurMail)
    const last = mails.at(-1)
    if (last === undefined) return NOTHING
    const [to] = last.to_addresses as readonly unknown[]
    const { cc_addresses: cc, from_address: from, subject, mail_id: mailId, refs: references } = last
    return [{ to, cc, from, subject, mailId, references }]
  },
  "insert into reviews (": () => NOTHING,
  "insert into message_keeps (": (tables, given) => {
    const [, message_id, promiseIds] = given as [string, string, string[]]
    for (const promise_id of promiseIds) tables.keeps.put(`${message_id} ${promise_id}`, { message_id, promise_id })
    return NOTHING
  },
  'select promise_id as "id" from message_keeps where': (tables, given) =>
    inOrder(tables.keepsByMessage.of((given as Ids)[1])),
  'select promise_id as "id" from promises where': (tables, given) =>
    inOrder(tables.promisesByMessage.of((given as Ids)[1])),
  "update messages set delivery = $3": (tables, given) => {
    const [, id, delivery, problem, acceptedAt] = given as [string, string, string, string | null, string | null]
    const before = tables.messages.get(id)?.accepted_at ?? null
    tables.messages.change(id, { delivery, problem, accepted_at: printed(acceptedAt) ?? before })
    return NOTHING
  },
  'select message_id as "messageId", conversation_id as "conversationId" from messages': (tables, given) => {
    const sent = sentAs(tables, given as [string, string, string | null])
    return sent === undefined ? NOTHING : [{ messageId: sent.message_id, conversationId: sent.conversation_id }]
  },
  'select m.message_id as "messageId", m.conversation_id as "conversationId", case when': (tables, given) => {
    const message = tables.messages.get((given as Ids)[1])
    if (message === undefined) return NOTHING
    const { message_id: messageId, conversation_id: conversationId, delivery } = message
    return [
      {
        messageId,
        conversationId,
        senderId: message.by_kind === "member" ? message.by_id : null,
        delivery,
        copies: [],
      },
    ]
  },
  "insert into outbox (workspace_id, outbox_id, idempotency_key, kind, message_id, next_at, problem": (
    tables,
    given,
  ) => {
    const [workspace_id, outbox_id, key, message_id, nextAt, problem] = given as Outbox
    if (tables.outboxByKey.of(key).length > 0) return NOTHING
    const row = { workspace_id, outbox_id, kind: "mail" as const, idempotency_key: key, message_id, member_id: null }
    tables.outbox.put(outbox_id, { ...row, ...UNTRIED, next_at: printed(nextAt), problem })
    return NOTHING
  },
  "insert into outbox (workspace_id, outbox_id, idempotency_key, kind, member_id": (tables, given) => {
    const [workspace_id, outbox_id, key, member_id, at] = given as [string, string, string, string, string]
    assertNew(tables, key)
    const row = { workspace_id, outbox_id, kind: "notice" as const, idempotency_key: key, message_id: null, member_id }
    tables.outbox.put(outbox_id, { ...row, ...UNTRIED, next_at: printed(at), problem: null })
    return NOTHING
  },
  "update outbox x set next_at = $2, leased_until = $2": (tables, given, real) => {
    const [now, until, what] = given as [string, string, "mails" | "copies" | "webhooks"]
    if (what !== "mails") return NOTHING // no mailbox is read, so there is no Sent folder; and no program is told
    const [row] = chosen(tables.sends.due(now, 1), real, {
      all: () => tables.sends.due(now, Infinity),
      idOf: ({ outbox_id: id }) => id,
      realId: ({ outboxId }) => outboxId,
      atOf: ({ next_at: at }) => at,
    })
    if (row === undefined) return NOTHING
    const leased = printed(until)
    tables.outbox.change(row.outbox_id, { next_at: leased, leased_until: leased, attempts: row.attempts + 1 })
    return [{ workspaceId: row.workspace_id, outboxId: row.outbox_id, kind: row.kind }]
  },
  'select x.workspace_id as "workspaceId", x.outbox_id as "outboxId", x.message_id': (tables, given) => {
    const row = tables.outbox.get((given as Ids)[1])
    const message = tables.messages.get(row?.message_id ?? "")
    if (row === undefined || message === undefined) return NOTHING
    return [
      {
        workspaceId: row.workspace_id,
        outboxId: row.outbox_id,
        messageId: row.message_id,
        conversationId: message.conversation_id,
        senderId: message.by_id,
        attempts: row.attempts,
        mailId: message.mail_id,
        acceptedAt: message.accepted_at,
        subject: message.subject ?? "",
        text: message.text,
        from: message.from_address,
        to: message.to_addresses,
        cc: message.cc_addresses,
        bcc: message.bcc_addresses,
        takenFor: row.taken_for,
        date: message.at,
        files: [],
        html: null,
        inReplyTo: message.in_reply_to,
        references: message.refs,
      },
    ]
  },
  "update outbox set next_at = null, leased_until = null, done_at = $3": (tables, given) => {
    const [, id, at, problem] = given as [string, string, string, string | null]
    tables.outbox.change(id, { next_at: null, leased_until: null, done_at: printed(at), problem })
    return NOTHING
  },
  "update outbox set next_at = $3, leased_until = null, done_at = null": (tables, given) => {
    const [, id, at, problem] = given as [string, string, string | null, string | null]
    tables.outbox.change(id, { next_at: printed(at), leased_until: null, done_at: null, problem })
    return NOTHING
  },
  "select kind, key, text from signatures": () => NOTHING,
  "update outbox set taken_for": (tables, given) => {
    const [, id, addresses] = given as [string, string, string[]]
    const before = tables.outbox.get(id)?.taken_for ?? []
    tables.outbox.change(id, { taken_for: [...before, ...addresses] })
    return NOTHING
  },
  'select outbox_id as "outboxId", done_at is not null': (tables, given) => {
    const [row] = tables.outboxByMessage.of((given as Ids)[1])
    if (row === undefined) return NOTHING
    const { outbox_id: outboxId, attempts } = row
    return [{ outboxId, done: row.done_at !== null, leased: row.leased_until !== null, attempts }]
  },
}

const NO_TEXT = {
  subject: null,
  text: "",
  from_address: null,
  to_addresses: [],
  cc_addresses: [],
  bcc_addresses: [],
  in_reply_to: null,
  refs: [],
}
const UNTRIED = { attempts: 0, leased_until: null, done_at: null, taken_for: [] }

function isOurMail({ kind, channel, delivery }: MessageRow): boolean {
  return kind === "outbound" && channel === "mail" && (delivery === "waiting" || delivery === "accepted")
}

type Texts = [
  ...[string, string, string, string | null, string, unknown, string, string | null, string, string, unknown],
  ...[string | null, string[], unknown, string],
]
type Outbox = [string, string, string, string, string | null, string | null]

function assertNew(tables: Tables, idempotencyKey: string): void {
  if (tables.outboxByKey.of(idempotencyKey).length > 0) throw new Error(`${idempotencyKey} is in the outbox already`)
}

function inOrder(rows: readonly { readonly promise_id: string }[]) {
  return rows
    .map(({ promise_id: id }) => id)
    .toSorted()
    .map((id) => ({ id }))
}

function sentAs(tables: Tables, [, mailId, messageId]: [string, string, string | null]): MessageRow | undefined {
  const named = messageId === null ? undefined : tables.messages.get(messageId)
  return named ?? [...tables.messages.all()].find((one) => one.kind === "outbound" && one.mail_id === mailId)
}
