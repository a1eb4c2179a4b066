import type { NoticeStep } from "../../src/ledger/next-step.ts"
import type { WorkspaceSettings } from "../../src/ledger/workspace-settings.ts"
import type { EntryRow } from "../../src/server/database/entries.ts"
import { type Undo, openTable } from "./table.ts"

type Id = string
type At = string

export type WorkspaceRow = { workspace_id: Id; slug: string; name: string; kind: string; settings: WorkspaceSettings }
export type MemberRow = {
  workspace_id: Id
  member_id: Id
  name: string
  email: string
  role: "admin" | "lead" | "member"
  stand_in_id: Id | null
  zone: string | null
  created_at: At
  removed_at: At | null
}
export type AwayRow = {
  workspace_id: Id
  away_id: Id
  member_id: Id
  from_at: At
  until_at: At
  hand_at: At
  hand_until: At
  cancelled_at: At | null
}
export type CustomerRow = { workspace_id: Id; customer_id: Id; name: string | null }
export type AddressRow = {
  workspace_id: Id
  address_id: Id
  customer_id: Id
  kind: string
  value: string
  shown: string
  created_at: At
}
export type ConversationRow = {
  workspace_id: Id
  conversation_id: Id
  customer_id: Id
  channel: string
  subject: string | null
  assignee_id: Id | null
}
export type MessageRow = {
  workspace_id: Id
  message_id: Id
  conversation_id: Id
  kind: string
  channel: string
  by_kind: string
  by_id: Id | null
  at: At
  mail_id: string | null
  delivery: string | null
  problem: string | null
  accepted_at: At | null
  subject: string | null
  text: string
  from_address: unknown
  to_addresses: unknown
  cc_addresses: unknown
  bcc_addresses: unknown
  in_reply_to: string | null
  refs: readonly string[]
}
export type PromiseRecord = { workspace_id: Id; promise_id: Id; customer_id: Id; message_id: Id | null }
/** The row of a promise, by the names of its columns: what `rowOf` gives. */
export type PromiseRow = {
  workspace_id: Id
  promise_id: Id
  customer_id: Id
  conversation_id: Id | null
  state: "proposed" | "open" | "kept" | "broken" | "renegotiated" | "released" | "dismissed" | "void"
  owner_id: Id
  words: string | null
  due_until: At | null
  condition_met: boolean
  waiting_on: "customer" | "supplier" | "colleague" | null
  waiting_note: string | null
  runs_from: At
  broken_at: At | null
  next_at: At | null
  readonly [column: string]: unknown
}
export type StoredEntryRow = EntryRow & {
  workspace_id: Id
  promise_id: Id
  salt: string | null
  texts: unknown
}
export type KeepRow = { message_id: Id; promise_id: Id }
export type OutboxRow = {
  workspace_id: Id
  outbox_id: Id
  kind: "mail" | "notice" | "code"
  idempotency_key: string
  message_id: Id | null
  member_id: Id | null
  attempts: number
  next_at: At | null
  leased_until: At | null
  done_at: At | null
  problem: string | null
  taken_for: readonly string[]
}
export type NoticeRow = {
  workspace_id: Id
  notice_id: Id
  promise_id: Id
  step: NoticeStep
  round: number
  member_id: Id
  is_owner_again: boolean
  created_at: At
  show_at: At | null
  shown_at: At | null
  mail_at: At | null
  outbox_id: Id | null
  mail_problem: string | null
  on_it_at: At | null
}
export type TaskRow = { workspace_id: Id; task_id: Id; kind: string; owner_id: Id | null; message_id: Id | null }
export type KeyRow = { request_digest: string; status: number | null; answer: unknown }

export type Tables = ReturnType<typeof openTables>

/** Every table that the simulated verbs write, with the indexes that their questions need. */
export function openTables() {
  const undo: Undo[] = []
  const entries = openTable<StoredEntryRow>("entries", undo)
  const promises = openTable<PromiseRecord>("promises", undo)
  const rows = openTable<PromiseRow>("promise_rows", undo)
  const notices = openTable<NoticeRow>("notices", undo)
  const outbox = openTable<OutboxRow>("outbox", undo)
  const messages = openTable<MessageRow>("messages", undo)
  const keeps = openTable<KeepRow>("message_keeps", undo)
  const addresses = openTable<AddressRow>("addresses", undo)
  const away = openTable<AwayRow>("away_times", undo)
  return {
    undo,
    workspaces: openTable<WorkspaceRow>("workspaces", undo),
    members: openTable<MemberRow>("members", undo),
    customers: openTable<CustomerRow>("customers", undo),
    conversations: openTable<ConversationRow>("conversations", undo),
    tasks: openTable<TaskRow>("tasks", undo),
    keys: openTable<KeyRow>("idempotency_keys", undo),
    mailAddresses: openTable<{ workspace_id: Id; address: string }>("mail_addresses", undo),
    mailServers: openTable<{ from_name: string; host: string; port: number }>("mail_settings", undo),
    addresses,
    addressesByValue: addresses.index(({ value }) => value),
    addressesByCustomer: addresses.index(({ customer_id: id }) => id),
    away,
    messages,
    messagesByConversation: messages.index(({ conversation_id: id }) => id),
    keeps,
    keepsByMessage: keeps.index(({ message_id: id }) => id),
    promises,
    promisesByMessage: promises.index(({ message_id: id }) => id),
    entries,
    entriesByPromise: entries.index(({ promise_id: id }) => id),
    rows,
    rowsByOwner: rows.index(({ owner_id: id, state }) => (isToDo(state) ? id : null)),
    looks: rows.schedule(({ next_at: at }) => at),
    notices,
    noticesByPromise: notices.index(({ promise_id: id }) => id),
    noticesByOutbox: notices.index(({ outbox_id: id }) => id),
    noticesToMail: notices.index(({ mail_at: at, member_id: id }) => (at === null ? null : id)),
    shows: notices.schedule(({ show_at: at }) => at),
    mails: notices.schedule(({ mail_at: at }) => at),
    outbox,
    outboxByKey: outbox.index(({ idempotency_key: key }) => key),
    outboxByMessage: outbox.index(({ message_id: id }) => id),
    sends: outbox.schedule(({ next_at: at }) => at),
  }
}

function isToDo(state: PromiseRow["state"]): boolean {
  return state === "proposed" || state === "open" || state === "broken"
}
