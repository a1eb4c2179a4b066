import type { Database, Queries } from "./database.ts"
import type { PromiseKey } from "./entries.ts"

/** The sample shop that this user has open as its admin; null when there is none. */
export async function findSample(queries: Queries, userId: string): Promise<{ id: string; slug: string } | null> {
  const [row] = await queries.query<{ id: string; slug: string }>(
    `select w.workspace_id as "id", w.slug from workspaces w join members m on m.workspace_id = w.workspace_id
     where w.kind = 'sample' and m.user_id = $1 and m.role = 'admin' and m.removed_at is null
     order by w.created_at limit 1`,
    [userId],
  )
  return row ?? null
}

/** The time zone in which the user works: their own, else that of the first workspace they joined; null for somebody in none. */
export async function findZone(queries: Queries, userId: string): Promise<string | null> {
  const [row] = await queries.query<{ zone: string | null }>(
    `select coalesce(m.zone, w.settings->>'zone') as "zone" from members m join workspaces w on w.workspace_id = m.workspace_id
     where m.user_id = $1 and m.removed_at is null order by w.kind <> 'real', m.created_at limit 1`,
    [userId],
  )
  return row?.zone ?? null
}

/** A transaction as a store of its own, without savepoints: whoever uses it lets the first failure undo everything. */
export function allInOne({ kind }: Database, queries: Queries): Database {
  return {
    kind,
    query: (sql, parameters) => queries.query(sql, parameters),
    transaction: (work) => work(queries),
    async close() {
      throw new Error("A store within a transaction is closed by the end of that transaction.")
    },
  }
}

export type SampleMember = {
  readonly id: string
  readonly userId: string | null
  readonly name: string
  readonly email: string
  readonly role: "admin" | "lead" | "member"
}

export async function insertTeam(
  queries: Queries,
  workspaceId: string,
  team: readonly SampleMember[],
  at: string,
): Promise<void> {
  for (const { id, userId, name, email, role } of team) {
    await queries.query(
      `insert into members (workspace_id, member_id, user_id, name, email, role, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [workspaceId, id, userId, name, email, role, at],
    )
  }
}

export async function setStandIn(
  queries: Queries,
  workspaceId: string,
  memberId: string,
  standInId: string,
): Promise<void> {
  await queries.query("update members set stand_in_id = $3 where workspace_id = $1 and member_id = $2", [
    workspaceId,
    memberId,
    standInId,
  ])
}

export type SampleCustomerRow = {
  readonly id: string
  readonly name: string
  readonly company: string | null
  readonly at: string
  readonly addresses: readonly {
    readonly id: string
    readonly kind: "mail" | "phone"
    readonly value: string
    readonly shown: string
  }[]
}

/** All at once: one after the other they would be a fifth of the time that opening the shop takes. */
export async function insertCustomers(
  queries: Queries,
  workspaceId: string,
  customers: readonly SampleCustomerRow[],
): Promise<void> {
  await queries.query(
    `insert into customers (workspace_id, customer_id, name, company, created_at)
     select $1, c.id, c.name, c.company, c.at
     from jsonb_to_recordset($2::jsonb) as c (id uuid, name text, company text, at timestamptz)`,
    [workspaceId, JSON.stringify(customers)],
  )
  const addresses = customers.flatMap((customer) =>
    customer.addresses.map((address) => ({ ...address, customer: customer.id, at: customer.at })),
  )
  await queries.query(
    `insert into addresses (workspace_id, address_id, customer_id, kind, value, shown, created_at)
     select $1, a.id, a.customer, a.kind, a.value, a.shown, a.at
     from jsonb_to_recordset($2::jsonb) as a (id uuid, customer uuid, kind text, value text, shown text, at timestamptz)`,
    [workspaceId, JSON.stringify(addresses)],
  )
}

export async function insertSampleAddress(queries: Queries, workspaceId: string, address: string): Promise<void> {
  await queries.query("insert into mail_addresses (workspace_id, address, position) values ($1, $2, 0)", [
    workspaceId,
    address,
  ])
}

/** Of this workspace, the promise that must be looked at first, if that is before `before`; null when none is. */
export async function findDueIn(
  queries: Queries,
  workspaceId: string,
  before: string,
): Promise<(PromiseKey & { nextAt: string }) | null> {
  const [row] = await queries.query<PromiseKey & { nextAt: string }>(
    `select workspace_id as "workspaceId", promise_id as "promiseId", next_at as "nextAt" from promise_rows
     where workspace_id = $1 and next_at <= $2 order by next_at limit 1`,
    [workspaceId, before],
  )
  return row ?? null
}

/** What members were told before `before` counts as read, and nothing of it is mailed: the shop's past is invented. */
export async function settleNotices(queries: Queries, workspaceId: string, before: string): Promise<void> {
  await queries.query("update notices set mail_at = null where workspace_id = $1", [workspaceId])
  await queries.query("update notices set read_at = shown_at where workspace_id = $1 and shown_at < $2", [
    workspaceId,
    before,
  ])
}

/** What decides whether a user may purge a workspace, which stays locked until the transaction ends; null when they are not in it. */
export async function lockForPurge(
  queries: Queries,
  workspaceId: string,
  userId: string,
): Promise<{ kind: string; role: string } | null> {
  const [row] = await queries.query<{ kind: string; role: string }>(
    `select w.kind, m.role from workspaces w join members m on m.workspace_id = w.workspace_id
     where w.workspace_id = $1 and m.user_id = $2 and m.removed_at is null for update of w`,
    [workspaceId, userId],
  )
  return row ?? null
}

/** Every table of the desk with a workspace_id, in an order in which rows can go: what refers to others comes first. */
const TABLES = [
  "changes",
  "moved_rows",
  "customer_merges",
  "company_domains",
  "companies",
  "told_apart",
  "conversation_moves",
  "tasks",
  "idempotency_keys",
  "outbox",
  "webhooks",
  "used_links",
  "notices",
  "away_times",
  "calendar_links",
  "customer_codes",
  "customer_links",
  "message_keeps",
  "held_messages",
  "correction_people",
  "correction_runs",
  "saved_reply_facts",
  "saved_replies",
  "assertions",
  "declines",
  "practice_answers",
  "practice_cases",
  "answer_checks",
  "outcome_checks",
  "sale_requests",
  "orders",
  "recommendation_fits",
  "recommendations",
  "needs",
  "claim_dismissals",
  "fact_confirmations",
  "fact_versions",
  "facts",
  "fact_books",
  "standing_versions",
  "standing_promises",
  "own_rule_versions",
  "own_rules",
  "audit_runs",
  "audit_acceptances",
  "audit_versions",
  "audit_documents",
  "promise_rows",
  "entry_texts",
  "entries",
  "promises",
  "reviews",
  "files",
  "message_texts",
  "messages",
  "reminders",
  "legal_holds",
  "drafts",
  "replying",
  "mentions",
  "conversation_tags",
  "saved_views",
  "attachments",
  "conversations",
  "addresses",
  "customers",
  "erased_addresses",
  "erased_mails",
  "imports",
  "mailbox_folders",
  "mailboxes",
  "signatures",
  "retention_rules",
  "retention_runs",
  "mailbox_access",
  "restricted_mailboxes",
  "mail_addresses",
  "mail_settings",
  "settings_log",
  "api_keys",
  "invitations",
  "members",
  "workspaces",
] as const

/** Deletes every row of a sample workspace. The entries' trigger refuses it for any other kind. */
export async function deleteWorkspaceRows(queries: Queries, workspaceId: string): Promise<void> {
  for (const table of TABLES) await queries.query(`delete from ${table} where workspace_id = $1`, [workspaceId])
}

/** The digests of all files and raw mails of a workspace. */
export async function listDigests(queries: Queries, workspaceId: string): Promise<readonly string[]> {
  const rows = await queries.query<{ digest: string }>(
    `select digest from files where workspace_id = $1
     union select digest from attachments where workspace_id = $1
     union select raw_digest from messages where workspace_id = $1 and raw_digest is not null`,
    [workspaceId],
  )
  return rows.map(({ digest }) => digest)
}

/** Of these digests, those that no workspace names. */
export async function listUnnamed(queries: Queries, digests: readonly string[]): Promise<readonly string[]> {
  const rows = await queries.query<{ digest: string }>(
    `select n.digest from unnest($1::text[]) as n (digest)
     where not exists (select 1 from files f where f.digest = n.digest)
       and not exists (select 1 from attachments a where a.digest = n.digest)
       and not exists (select 1 from messages m where m.raw_digest = n.digest)`,
    [digests],
  )
  return rows.map(({ digest }) => digest)
}

/** The open promises that a message made, with their words. */
export async function listMade(
  queries: Queries,
  workspaceId: string,
  messageId: string,
): Promise<readonly { id: string; words: string }[]> {
  return queries.query(
    `select promise_id as "id", words from promise_rows where workspace_id = $1 and message_id = $2 and state = 'open'`,
    [workspaceId, messageId],
  )
}
