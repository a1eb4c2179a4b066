import type { Queries } from "./database.ts"
import type { Security } from "./mail-settings.ts"

/** A mailbox that the desk reads, as the API lists it. */
export type MailboxView = {
  readonly id: string
  readonly address: string
  readonly host: string
  readonly port: number
  readonly security: Security
  readonly username: string
  readonly auth: "password" | "oauth"
  readonly tokenUrl: string | null
  readonly clientId: string | null
  readonly scope: string | null
  readonly inboxFolder: string
  readonly sentFolder: string | null
  readonly readsSent: boolean
  readonly appendsSent: boolean
  readonly readFrom: string
  readonly paused: boolean
  readonly state: "new" | "reading" | "failed"
  readonly stateAt: string
  readonly problem: string | null
  readonly sentFound: string | null
  readonly readAt: string | null
  readonly nextAt: string | null
}

/** With its secrets, still sealed. */
export type MailboxRow = MailboxView & {
  readonly workspaceId: string
  readonly version: number
  readonly sealedSecret: Uint8Array | null
  readonly sealedToken: Uint8Array | null
  readonly tokenUntil: string | null
}

const VIEW = `mailbox_id as "id", address, host, port, security, username, auth, token_url as "tokenUrl",
  client_id as "clientId", scope, inbox_folder as "inboxFolder", sent_folder as "sentFolder", reads_sent as "readsSent",
  appends_sent as "appendsSent", read_from as "readFrom", paused_at is not null as "paused", state, state_at as "stateAt",
  problem, sent_found as "sentFound", read_at as "readAt", next_at as "nextAt"`

const ROW = `${VIEW}, workspace_id as "workspaceId", version, sealed_secret as "sealedSecret",
  sealed_token as "sealedToken", token_until as "tokenUntil"`

export async function listMailboxes(queries: Queries, workspaceId: string): Promise<readonly MailboxView[]> {
  return queries.query<MailboxView>(
    `select ${VIEW} from mailboxes where workspace_id = $1 and removed_at is null order by created_at, mailbox_id`,
    [workspaceId],
  )
}

/** Null when there is none, or it was removed. */
export async function readMailbox(
  queries: Queries,
  workspaceId: string,
  mailboxId: string,
): Promise<MailboxRow | null> {
  const [row] = await queries.query<MailboxRow>(
    `select ${ROW} from mailboxes where workspace_id = $1 and mailbox_id = $2 and removed_at is null`,
    [workspaceId, mailboxId],
  )
  return row ?? null
}

/** The mailbox into whose Sent folder goes what is sent from this address; null when there is none. */
export async function findAppendMailbox(
  queries: Queries,
  workspaceId: string,
  address: string,
): Promise<MailboxRow | null> {
  const [row] = await queries.query<MailboxRow>(
    `select ${ROW} from mailboxes where workspace_id = $1 and lower(address) = lower($2) and appends_sent
       and removed_at is null and paused_at is null order by created_at limit 1`,
    [workspaceId, address],
  )
  return row ?? null
}

export type MailboxSettings = Pick<
  MailboxRow,
  | "address"
  | "host"
  | "port"
  | "security"
  | "username"
  | "auth"
  | "tokenUrl"
  | "clientId"
  | "scope"
  | "inboxFolder"
  | "sentFolder"
  | "readsSent"
  | "appendsSent"
  | "readFrom"
  | "sealedSecret"
>

const COLUMNS = `address, host, port, security, username, auth, token_url, client_id, scope, inbox_folder, sent_folder,
  reads_sent, appends_sent, read_from, sealed_secret`

function valuesOf(settings: MailboxSettings): readonly unknown[] {
  return [
    settings.address,
    settings.host,
    settings.port,
    settings.security,
    settings.username,
    settings.auth,
    settings.tokenUrl,
    settings.clientId,
    settings.scope,
    settings.inboxFolder,
    settings.sentFolder,
    settings.readsSent,
    settings.appendsSent,
    settings.readFrom,
    settings.sealedSecret,
  ]
}

/** False when this workspace reads that account already. */
export async function insertMailbox(
  queries: Queries,
  workspaceId: string,
  id: string,
  settings: MailboxSettings,
  at: string,
): Promise<boolean> {
  const rows = await queries.query(
    `insert into mailboxes (workspace_id, mailbox_id, created_at, state_at, ${COLUMNS})
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict do nothing returning 1`,
    [workspaceId, id, at, ...valuesOf(settings)],
  )
  return rows.length > 0
}

/** Whoever reads it stops, and it is read anew at once. The token was for the old settings. */
export async function changeMailbox(
  queries: Queries,
  workspaceId: string,
  id: string,
  settings: MailboxSettings,
  at: string,
): Promise<void> {
  await queries.query(
    `update mailboxes set (${COLUMNS}) = ($4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18),
       version = version + 1, state = 'new', state_at = $3, problem = null, failures = 0, next_at = null,
       sealed_token = null, token_until = null, lease_holder = null, leased_until = null
     where workspace_id = $1 and mailbox_id = $2`,
    [workspaceId, id, at, ...valuesOf(settings)],
  )
}

/** Another account or folder has other UIDs: it is read from its beginning, as far back as it is to be read. */
export async function forgetFolders(queries: Queries, workspaceId: string, id: string): Promise<void> {
  await queries.query("delete from mailbox_folders where workspace_id = $1 and mailbox_id = $2", [workspaceId, id])
}

export async function pauseMailbox(
  queries: Queries,
  workspaceId: string,
  id: string,
  pausedAt: string | null,
  at: string,
): Promise<void> {
  await queries.query(
    `update mailboxes set paused_at = $3, version = version + 1, state = 'new', state_at = $4, problem = null, failures = 0,
       next_at = null, lease_holder = null, leased_until = null
     where workspace_id = $1 and mailbox_id = $2`,
    [workspaceId, id, pausedAt, at],
  )
}

/** Its row stays, because messages name it; its secrets go. */
export async function removeMailbox(queries: Queries, workspaceId: string, id: string, at: string): Promise<void> {
  await queries.query(
    `update mailboxes set removed_at = $3, version = version + 1, sealed_secret = null, sealed_token = null,
       lease_holder = null, leased_until = null
     where workspace_id = $1 and mailbox_id = $2`,
    [workspaceId, id, at],
  )
}

/** Nothing is written when the settings have changed meanwhile: the token is of another account. */
export async function writeToken(
  queries: Queries,
  { workspaceId, id, version }: Pick<MailboxRow, "workspaceId" | "id" | "version">,
  token: { readonly sealedToken: Uint8Array; readonly until: string; readonly sealedSecret: Uint8Array | null },
): Promise<void> {
  await queries.query(
    `update mailboxes set sealed_token = $3, token_until = $4, sealed_secret = coalesce($5, sealed_secret)
     where workspace_id = $1 and mailbox_id = $2 and version = $6 and removed_at is null`,
    [workspaceId, id, token.sealedToken, token.until, token.sealedSecret, version],
  )
}
