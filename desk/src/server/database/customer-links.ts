import type { CustomerPageSettings } from "../../ledger/customer-page.ts"
import type { Queries } from "./database.ts"
import type { Traces } from "./erase.ts"

/** A link to the customer's page, as the API lists it; its address is made from its id. */
export type LinkRow = {
  readonly id: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly revokedAt: string | null
}

const COLUMNS = `link_id as "id", created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt"`

/** The newest first, those of conversations that were merged into it too: they work, and show what is theirs in it. */
export function listLinks(queries: Queries, workspaceId: string, conversationId: string): Promise<readonly LinkRow[]> {
  return queries.query<LinkRow>(
    `select ${COLUMNS} from customer_links where workspace_id = $1 and conversation_id in (
       select conversation_id from conversations where workspace_id = $1 and (conversation_id = $2 or merged_into = $2))
     order by created_at desc, link_id desc limit 100`,
    [workspaceId, conversationId],
  )
}

/** The one that was not revoked; it may have expired. */
export async function readStandingLink(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<LinkRow | null> {
  const [row] = await queries.query<LinkRow>(
    `select ${COLUMNS} from customer_links where workspace_id = $1 and conversation_id = $2 and revoked_at is null for update`,
    [workspaceId, conversationId],
  )
  return row ?? null
}

export type NewLink = Omit<LinkRow, "revokedAt"> & {
  readonly workspaceId: string
  readonly conversationId: string
  readonly tokenDigest: string
  readonly createdBy: string | null
}

export async function insertLink(queries: Queries, link: NewLink): Promise<void> {
  await queries.query(
    `insert into customer_links (workspace_id, link_id, conversation_id, token_digest, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [link.workspaceId, link.id, link.conversationId, link.tokenDigest, link.createdBy, link.createdAt, link.expiresAt],
  )
}

export async function extendLink(
  queries: Queries,
  workspaceId: string,
  linkId: string,
  expiresAt: string,
): Promise<void> {
  await queries.query(
    "update customer_links set expires_at = greatest(expires_at, $3) where workspace_id = $1 and link_id = $2",
    [workspaceId, linkId, expiresAt],
  )
}

/** Gives its conversation; null when there is none that works. */
export async function revokeLink(
  queries: Queries,
  workspaceId: string,
  linkId: string,
  at: string,
): Promise<string | null> {
  const [row] = await queries.query<{ conversationId: string }>(
    `update customer_links set revoked_at = $3 where workspace_id = $1 and link_id = $2 and revoked_at is null
     returning conversation_id as "conversationId"`,
    [workspaceId, linkId, at],
  )
  return row?.conversationId ?? null
}

/** A link that works, with what its page begins with. */
export type OpenLink = {
  readonly workspaceId: string
  readonly linkId: string
  readonly conversationId: string
  readonly customerId: string
  readonly expiresAt: string
  readonly shop: string
  /** Never an address: whoever has the link would learn it. */
  readonly customer: string | null
  readonly subject: string | null
  /** The customer's, else the workspace's. */
  readonly zone: string
  readonly page: CustomerPageSettings
}

/** The link with this digest. Null when it is unknown, expired or revoked, pages are off, or the customer was erased. */
export async function findOpenLink(queries: Queries, tokenDigest: string, now: string): Promise<OpenLink | null> {
  const [row] = await queries.query<OpenLink>(
    `select l.workspace_id as "workspaceId", l.link_id as "linkId", coalesce(v.merged_into, v.conversation_id) as "conversationId",
       v.customer_id as "customerId", l.expires_at as "expiresAt", w.name as "shop", c.name as "customer", v.subject,
       coalesce(c.zone, w.settings->>'zone') as "zone", w.settings->'customerPage' as "page"
     from customer_links l
     join workspaces w on w.workspace_id = l.workspace_id
     join conversations v on v.workspace_id = l.workspace_id and v.conversation_id = l.conversation_id
     join customers c on c.workspace_id = v.workspace_id and c.customer_id = v.customer_id
     where l.token_digest = $1 and l.revoked_at is null and l.expires_at > $2 and c.erased_at is null
       and (w.settings->'customerPage'->>'on')::boolean`,
    [tokenDigest, now],
  )
  return row ?? null
}

/** Links and codes of an erased customer go, and a code that waits to be sent does not leave. */
export async function eraseLinks(
  queries: Queries,
  { workspaceId, customerIds, conversationIds }: Traces,
  at: string,
): Promise<void> {
  await queries.query(
    `update outbox set done_at = coalesce(done_at, $3), next_at = null, leased_until = null, problem = null
     where workspace_id = $1 and code_id in (
       select code_id from customer_codes where workspace_id = $1 and customer_id = any($2::uuid[]))`,
    [workspaceId, customerIds, at],
  )
  await queries.query(
    `delete from customer_codes where workspace_id = $1 and (customer_id = any($2::uuid[]) or link_id in (
       select link_id from customer_links where workspace_id = $1 and conversation_id = any($3::uuid[])))`,
    [workspaceId, customerIds, conversationIds],
  )
  await queries.query("delete from customer_links where workspace_id = $1 and conversation_id = any($2::uuid[])", [
    workspaceId,
    conversationIds,
  ])
}
