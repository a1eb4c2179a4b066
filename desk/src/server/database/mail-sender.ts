import type { Queries } from "./database.ts"

/** Which server sends for a workspace, and as whom. */
export type MailSender = {
  readonly fromName: string
  readonly address: string | null
  readonly host: string | null
  readonly port: number | null
  readonly security: "tls" | "starttls" | "none" | null
  readonly username: string | null
  readonly sealedPassword: Uint8Array | null
}

/** The address is the first that customers write to; what was not said yet is null. */
export async function readMailSender(queries: Queries, workspaceId: string): Promise<MailSender | null> {
  const [row] = await queries.query<MailSender>(
    `select coalesce(s.from_name, '') as "fromName",
       (select a.address from mail_addresses a where a.workspace_id = w.workspace_id order by a.position limit 1) as "address",
       s.host, s.port, s.security, s.username, s.sealed_password as "sealedPassword"
     from workspaces w left join mail_settings s on s.workspace_id = w.workspace_id where w.workspace_id = $1`,
    [workspaceId],
  )
  return row ?? null
}

/** Of the addresses written to, the one that is ours, so that the answer comes from it; null when none is. */
export async function ownAddressOf(
  queries: Queries,
  workspaceId: string,
  addresses: readonly string[],
): Promise<string | null> {
  const [row] = await queries.query<{ address: string }>(
    `select address from mail_addresses where workspace_id = $1 and address = any($2::text[]) order by position limit 1`,
    [workspaceId, addresses.map((address) => address.toLowerCase())],
  )
  return row?.address ?? null
}
