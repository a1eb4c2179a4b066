import type { Queries } from "./database.ts"

export type Security = "tls" | "starttls" | "none"

export type MailSettingsView = {
  readonly fromName: string
  readonly addresses: readonly string[]
  readonly server: {
    readonly host: string
    readonly port: number
    readonly security: Security
    readonly username: string | null
    readonly hasPassword: boolean
  } | null
}

/** Empty settings when nothing was said yet. */
export async function readMailSettings(queries: Queries, workspaceId: string): Promise<MailSettingsView> {
  const [row] = await queries.query<Pick<MailSettingsView, "fromName" | "server">>(
    `select from_name as "fromName", case when host is null then null else jsonb_build_object(
       'host', host, 'port', port, 'security', security, 'username', username,
       'hasPassword', sealed_password is not null) end as "server"
     from mail_settings where workspace_id = $1`,
    [workspaceId],
  )
  return { fromName: "", server: null, ...row, addresses: await listMailAddresses(queries, workspaceId) }
}

/** Where customers write to, the one that answers come from first. */
export async function listMailAddresses(queries: Queries, workspaceId: string): Promise<readonly string[]> {
  const rows = await queries.query<{ address: string }>(
    "select address from mail_addresses where workspace_id = $1 order by position",
    [workspaceId],
  )
  return rows.map(({ address }) => address)
}

/** Whether another workspace's customers write to one of these; then which. */
export async function findForeignAddress(
  queries: Queries,
  workspaceId: string,
  addresses: readonly string[],
): Promise<string | null> {
  const [row] = await queries.query<{ address: string }>(
    "select address from mail_addresses where address = any($2::text[]) and workspace_id <> $1 limit 1",
    [workspaceId, addresses],
  )
  return row?.address ?? null
}

export async function readSealedPassword(queries: Queries, workspaceId: string): Promise<Uint8Array | null> {
  const [row] = await queries.query<{ sealed: Uint8Array | null }>(
    `select sealed_password as "sealed" from mail_settings where workspace_id = $1`,
    [workspaceId],
  )
  return row?.sealed ?? null
}

export type MailSettingsRow = {
  readonly fromName: string
  readonly addresses: readonly string[]
  readonly server: {
    readonly host: string
    readonly port: number
    readonly security: Security
    readonly username: string | null
    readonly sealedPassword: Uint8Array | null
  } | null
}

export async function writeMailSettings(
  queries: Queries,
  workspaceId: string,
  { fromName, addresses, server }: MailSettingsRow,
  at: string,
): Promise<void> {
  await queries.query(
    `insert into mail_settings (workspace_id, from_name, host, port, security, username, sealed_password, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (workspace_id) do update set from_name = $2, host = $3, port = $4, security = $5, username = $6,
       sealed_password = $7, updated_at = $8`,
    [
      workspaceId,
      fromName,
      server?.host ?? null,
      server?.port ?? null,
      server?.security ?? null,
      server?.username ?? null,
      server?.sealedPassword ?? null,
      at,
    ],
  )
  await queries.query("delete from mail_addresses where workspace_id = $1", [workspaceId])
  await queries.query(
    `insert into mail_addresses (workspace_id, address, position)
     select $1, address, position from unnest($2::text[]) with ordinality as listed (address, position)`,
    [workspaceId, addresses],
  )
}

/** Adds it as the last one that customers write to, unless it is one already. */
export async function addMailAddress(queries: Queries, workspaceId: string, address: string): Promise<void> {
  await queries.query(
    `insert into mail_addresses (workspace_id, address, position)
     select $1, $2, coalesce(max(position) + 1, 0) from mail_addresses where workspace_id = $1
     on conflict do nothing`,
    [workspaceId, address],
  )
}
