import type { Queries } from "./database.ts"
import { type NewMessage, openingOf } from "./messages.ts"

/** Nobody else takes in a mail of one of these senders until the transaction ends. Taken in order, so that nobody waits in a circle. */
export async function lockSenders(queries: Queries, workspaceId: string, senders: readonly string[]): Promise<void> {
  await queries.query(
    `select pg_advisory_xact_lock(hashtextextended('mail ' || $1 || ' ' || s, 0))
     from (select distinct s from unnest($2::text[]) s order by s) senders`,
    [workspaceId, senders],
  )
}

/** Of these redelivery keys, those that are taken in already. */
export async function listTakenIn(
  queries: Queries,
  workspaceId: string,
  keys: readonly string[],
): Promise<readonly string[]> {
  const rows = await queries.query<{ key: string }>(
    `select redelivery_key as "key" from messages where workspace_id = $1 and redelivery_key = any($2::text[])`,
    [workspaceId, keys],
  )
  return rows.map(({ key }) => key)
}

/** Of these redelivery keys, the conversations that they came into. */
export function listPlaces(
  queries: Queries,
  workspaceId: string,
  keys: readonly string[],
): Promise<readonly { readonly key: string; readonly conversationId: string; readonly customerId: string }[]> {
  return queries.query(
    `select m.redelivery_key as "key", m.conversation_id as "conversationId", v.customer_id as "customerId"
     from messages m join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
     where m.workspace_id = $1 and m.redelivery_key = any($2::text[])`,
    [workspaceId, keys],
  )
}

/** Of these keyed digests, those of mails whose customer was erased. */
export async function listErased(
  queries: Queries,
  workspaceId: string,
  digests: readonly string[],
): Promise<readonly string[]> {
  const rows = await queries.query<{ digest: string }>(
    "select digest from erased_mails where workspace_id = $1 and digest = any($2::text[])",
    [workspaceId, digests],
  )
  return rows.map(({ digest }) => digest)
}

/** Whose these mail addresses are, in comparable form. Holds the customers, so that they are not erased meanwhile. */
export async function holdOwners(
  queries: Queries,
  workspaceId: string,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await queries.query<{ value: string; customerId: string }>(
    `select a.value, a.customer_id as "customerId" from addresses a
     join customers c on c.workspace_id = a.workspace_id and c.customer_id = a.customer_id
     where a.workspace_id = $1 and a.kind = 'mail' and a.value = any($2::text[]) and c.erased_at is null
     order by c.customer_id for key share of c`,
    [workspaceId, addresses],
  )
  return new Map(rows.map(({ value, customerId }) => [value, customerId]))
}

export type NewCustomer = {
  readonly id: string
  readonly name: string | null
  readonly address: { readonly id: string; readonly value: string; readonly shown: string } | null
}

export async function insertCustomers(
  queries: Queries,
  workspaceId: string,
  customers: readonly NewCustomer[],
  at: string,
): Promise<void> {
  if (customers.length === 0) return
  const json = JSON.stringify(customers.map(({ id, name, address }) => ({ id, name, ...prefixed(address) })))
  await queries.query(
    `insert into customers (workspace_id, customer_id, name, created_at)
     select $1, c.id, c.name, $3 from jsonb_to_recordset($2::jsonb) as c (id uuid, name text)`,
    [workspaceId, json, at],
  )
  await queries.query(
    `insert into addresses (workspace_id, address_id, customer_id, kind, value, shown, created_at)
     select $1, c."addressId", c.id, 'mail', c.value, c.shown, $3
     from jsonb_to_recordset($2::jsonb) as c (id uuid, "addressId" uuid, value text, shown text)
     where c."addressId" is not null`,
    [workspaceId, json, at],
  )
}

function prefixed(address: NewCustomer["address"]) {
  return address === null ? {} : { addressId: address.id, value: address.value, shown: address.shown }
}

export type NewConversation = {
  readonly id: string
  readonly customerId: string
  readonly subject: string | null
  readonly at: string
  readonly cameBy: string | null
}

export async function insertConversations(
  queries: Queries,
  workspaceId: string,
  conversations: readonly NewConversation[],
): Promise<void> {
  await queries.query(
    `insert into conversations (workspace_id, conversation_id, customer_id, channel, subject, created_at, last_message_at, came_by)
     select $1, c.id, c."customerId", 'mail', c.subject, c.at, c.at, c."cameBy"
     from jsonb_to_recordset($2::jsonb) as c (id uuid, "customerId" uuid, subject text, at timestamptz, "cameBy" text)`,
    [workspaceId, JSON.stringify(conversations)],
  )
}

/** Closes those of these conversations whose newest message is older: nobody waits for an answer to old mail. */
export async function closeOld(
  queries: Queries,
  workspaceId: string,
  conversationIds: readonly string[],
  before: string,
): Promise<void> {
  await queries.query(
    `update conversations v set closed_at = v.last_message_at, awaiting_since = null
     where v.workspace_id = $1 and v.conversation_id = any($2::uuid[]) and v.closed_at is null and v.last_message_at < $3`,
    [workspaceId, conversationIds, before],
  )
}

/** As `insertMessage`, for many: two statements, in the order given. */
export async function insertMessages(queries: Queries, messages: readonly NewMessage[]): Promise<void> {
  const rows = messages.map((message) => ({
    ...message,
    byKind: message.by.kind,
    byId: message.by.id,
    opening: openingOf(message),
    automatic: message.automatic ?? false,
    outside: message.outside ?? false,
    to: message.to ?? [],
    cc: message.cc ?? [],
    references: message.references ?? [],
  }))
  const json = JSON.stringify(rows)
  await queries.query(
    `insert into messages (workspace_id, message_id, conversation_id, kind, channel, by_kind, by_id, at, recorded_at,
       mail_id, redelivery_key, delivery, problem, raw_digest, automatic, outside, received_as)
     select m."workspaceId", m.id, m."conversationId", m.kind, m.channel, m."byKind", m."byId", m.at, m."recordedAt",
       m."mailId", m."redeliveryKey", null, m.problem, m."rawDigest", m.automatic, m.outside, m."receivedAs"
     from rows from (jsonb_to_recordset($1::jsonb) as ("workspaceId" uuid, id uuid, "conversationId" uuid, kind text,
       channel text, "byKind" text, "byId" uuid, at timestamptz, "recordedAt" timestamptz, "mailId" text,
       "redeliveryKey" text, problem text, "rawDigest" text, automatic boolean, outside boolean, "receivedAs" text))
       with ordinality as m order by m.ordinality`,
    [json],
  )
  await queries.query(
    `insert into message_texts (workspace_id, message_id, salt, subject, text, html, own, from_address, to_addresses,
       cc_addresses, reply_to, in_reply_to, refs, opening, at)
     select m."workspaceId", m.id, m.salt, m.subject, m.text, m.html, m.own, nullif(m."from", 'null'), m."to", m.cc,
       nullif(m."replyTo", 'null'), m."inReplyTo", array(select jsonb_array_elements_text(m."references")), m.opening, m.at
     from jsonb_to_recordset($1::jsonb) as m ("workspaceId" uuid, id uuid, salt bytea, subject text, text text, html text,
       own jsonb, "from" jsonb, "to" jsonb, cc jsonb, "replyTo" jsonb, "inReplyTo" text, "references" jsonb, opening text, at timestamptz)`,
    [json],
  )
}

export async function findWorkspaceToFill(
  queries: Queries,
  slug: string | null,
): Promise<readonly { id: string; slug: string }[]> {
  return queries.query(
    `select workspace_id as "id", slug from workspaces where kind = 'real' and ($1::text is null or slug = $1) order by slug`,
    [slug],
  )
}

/** Whose these addresses and numbers are, in comparable form; held as by `holdOwners`. */
export async function holdAddressOwners(
  queries: Queries,
  workspaceId: string,
  addresses: readonly { readonly kind: "mail" | "phone"; readonly value: string }[],
): Promise<readonly string[]> {
  const found = await queries.query<{ customerId: string }>(
    `select coalesce(c.merged_into, c.customer_id) as "customerId" from addresses a
     join customers c on c.workspace_id = a.workspace_id and c.customer_id = a.customer_id
     join jsonb_to_recordset($2::jsonb) as w (kind text, value text) on w.kind = a.kind and w.value = a.value
     where a.workspace_id = $1 and c.erased_at is null order by c.customer_id for key share of c`,
    [workspaceId, JSON.stringify(addresses)],
  )
  return found.map(({ customerId }) => customerId)
}

/** The one customer without any address who has this name; held. */
export async function findNamesake(queries: Queries, workspaceId: string, name: string): Promise<string | null> {
  const [row] = await queries.query<{ id: string }>(
    `select c.customer_id as "id" from customers c
     where c.workspace_id = $1 and lower(c.name) = lower($2) and c.erased_at is null
       and not exists (select 1 from addresses a where a.workspace_id = c.workspace_id and a.customer_id = c.customer_id)
     order by c.customer_id limit 1 for key share`,
    [workspaceId, name],
  )
  return row?.id ?? null
}

/** Name and company where there is none, and what picks the scope of facts. False when all that was known. */
export async function fillCustomer(
  queries: Queries,
  workspaceId: string,
  customerId: string,
  told: {
    readonly name: string | null
    readonly company: string | null
    readonly scope: Readonly<Record<string, string>>
  },
): Promise<boolean> {
  const changed = await queries.query(
    `update customers set name = coalesce(name, $3), company = coalesce(company, $4), scope = scope || $5::jsonb
     where workspace_id = $1 and customer_id = $2 and erased_at is null
       and ((name is null and $3::text is not null) or (company is null and $4::text is not null) or not scope @> $5::jsonb)
     returning 1`,
    [workspaceId, customerId, told.name, told.company, JSON.stringify(told.scope)],
  )
  return changed.length > 0
}
