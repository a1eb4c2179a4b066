import type { FileRow } from "./files.ts"
import type { Mailbox } from "./messages.ts"
import type { Queries } from "./database.ts"

/** One message on its way out, with what its mail needs. */
export type OutboxMail = {
  readonly workspaceId: string
  readonly outboxId: string
  readonly messageId: string
  readonly conversationId: string
  readonly senderId: string | null
  readonly attempts: number
  readonly acceptedAt: string | null
  readonly mailId: string
  readonly subject: string
  readonly text: string
  readonly from: Mailbox
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
  readonly bcc: readonly Mailbox[]
  /** Addresses, in lower case, that our outgoing server has taken it for already. */
  readonly takenFor: readonly string[]
  /** The same with its marks; null when it has none. */
  readonly html: string | null
  /** Its attachments, in their order; what is in them is on disk. */
  readonly files: readonly FileRow[]
  /** When its sender pressed Send: every try has the same bytes. */
  readonly date: string
  readonly inReplyTo: string | null
  readonly references: readonly string[]
}

export async function insertOutbox(
  queries: Queries,
  row: {
    readonly workspaceId: string
    readonly outboxId: string
    readonly messageId: string
    readonly idempotencyKey: string
    readonly nextAt: string | null
    readonly problem: string | null
    readonly createdAt: string
    /** `append`: a copy for the Sent folder. Left out, the mail itself. */
    readonly kind?: "mail" | "append"
  },
): Promise<void> {
  await queries.query(
    `insert into outbox (workspace_id, outbox_id, idempotency_key, kind, message_id, next_at, problem, created_at)
     values ($1, $2, $3, $8, $4, $5, $6, $7) on conflict (workspace_id, idempotency_key) do nothing`,
    [
      row.workspaceId,
      row.outboxId,
      row.idempotencyKey,
      row.messageId,
      row.nextAt,
      row.problem,
      row.createdAt,
      row.kind ?? "mail",
    ],
  )
}

export type ClaimedOutbox = {
  readonly workspaceId: string
  readonly outboxId: string
  /** A message to a customer, notices to a member, a note that names a member, a code that a customer asked for on their page, a copy for the Sent folder, an event for a program. */
  readonly kind: "mail" | "notice" | "mention" | "code" | "append" | "webhook"
}

/**
 * Takes the mail, or the copy, that has waited longest, for `leaseUntil`; nobody else takes it before then. Null when
 * nothing is due.
 */
export async function claimOutbox(
  queries: Queries,
  now: string,
  leaseUntil: string,
  what: "mails" | "copies" | "webhooks" = "mails",
): Promise<ClaimedOutbox | null> {
  const [row] = await queries.query<ClaimedOutbox>(
    `update outbox x set next_at = $2, leased_until = $2, attempts = x.attempts + 1
     from (select workspace_id, outbox_id from outbox where next_at <= $1 and case kind when 'append' then 'copies' when 'webhook' then 'webhooks' else 'mails' end = $3 order by next_at limit 1 for update skip locked) due
     where x.workspace_id = due.workspace_id and x.outbox_id = due.outbox_id
     returning x.workspace_id as "workspaceId", x.outbox_id as "outboxId", x.kind`,
    [now, leaseUntil, what],
  )
  return row ?? null
}

export async function readOutboxMail(
  queries: Queries,
  workspaceId: string,
  outboxId: string,
): Promise<OutboxMail | null> {
  const [row] = await queries.query<OutboxMail>(
    `select x.workspace_id as "workspaceId", x.outbox_id as "outboxId", x.message_id as "messageId",
       m.conversation_id as "conversationId", m.by_id as "senderId", x.attempts, m.mail_id as "mailId",
       m.accepted_at as "acceptedAt", coalesce(t.subject, '') as "subject", t.text, t.html, t.from_address as "from", t.to_addresses as "to",
       t.cc_addresses as "cc", t.bcc_addresses as "bcc", x.taken_for as "takenFor", m.at as "date",
       coalesce((select jsonb_agg(jsonb_build_object('digest', f.digest, 'name', f.name, 'type', f.type, 'size', f.size, 'contentId', f.content_id)
         order by f.position) from files f where f.workspace_id = x.workspace_id and f.message_id = x.message_id), '[]') as "files",
       t.in_reply_to as "inReplyTo", t.refs as "references"
     from outbox x
     join messages m on m.workspace_id = x.workspace_id and m.message_id = x.message_id
     join message_texts t on t.workspace_id = x.workspace_id and t.message_id = x.message_id
     where x.workspace_id = $1 and x.outbox_id = $2`,
    [workspaceId, outboxId],
  )
  return row ?? null
}

/** Ends it: it left, failed for good, or was taken back. */
export async function closeOutbox(
  queries: Queries,
  workspaceId: string,
  outboxId: string,
  at: string,
  problem: string | null,
): Promise<void> {
  await queries.query(
    `update outbox set next_at = null, leased_until = null, done_at = $3, problem = $4 where workspace_id = $1 and outbox_id = $2`,
    [workspaceId, outboxId, at, problem],
  )
}

/** Tries it again at `nextAt`; null: it waits until an outgoing server is named. */
export async function postponeOutbox(
  queries: Queries,
  workspaceId: string,
  outboxId: string,
  nextAt: string | null,
  problem: string | null,
): Promise<void> {
  await queries.query(
    `update outbox set next_at = $3, leased_until = null, done_at = null, problem = $4 where workspace_id = $1 and outbox_id = $2`,
    [workspaceId, outboxId, nextAt, problem],
  )
}

/** The server took it for these; whoever is left is tried again. */
export async function noteTaken(
  queries: Queries,
  workspaceId: string,
  outboxId: string,
  addresses: readonly string[],
): Promise<void> {
  await queries.query(
    "update outbox set taken_for = taken_for || $3::text[] where workspace_id = $1 and outbox_id = $2",
    [workspaceId, outboxId, addresses],
  )
}

/** The outbox row of a message, locked, with what the loop is doing with it. */
export async function lockOutboxOf(
  queries: Queries,
  workspaceId: string,
  messageId: string,
): Promise<{ outboxId: string; done: boolean; leased: boolean; attempts: number } | null> {
  const [row] = await queries.query<{ outboxId: string; done: boolean; leased: boolean; attempts: number }>(
    `select outbox_id as "outboxId", done_at is not null as "done", leased_until is not null as "leased", attempts
     from outbox where workspace_id = $1 and message_id = $2 and kind = 'mail' for update`,
    [workspaceId, messageId],
  )
  return row ?? null
}

/** Lets everything leave that waited for an outgoing server. */
export async function releaseOutbox(queries: Queries, workspaceId: string, now: string): Promise<void> {
  await queries.query(
    `update outbox set next_at = $2, problem = null where workspace_id = $1 and next_at is null and done_at is null`,
    [workspaceId, now],
  )
}
