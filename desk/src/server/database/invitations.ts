import type { Queries } from "./database.ts"
import type { MemberRole } from "./members.ts"

export type InvitationView = {
  readonly id: string
  readonly email: string
  readonly role: MemberRole
  readonly createdAt: string
  readonly expiresAt: string
}

const VIEW = `invitation_id as "id", email, role, created_at as "createdAt", expires_at as "expiresAt"`
const OPEN = "accepted_at is null and revoked_at is null"

export function listInvitations(
  queries: Queries,
  workspaceId: string,
  now: string,
): Promise<readonly InvitationView[]> {
  return queries.query<InvitationView>(
    `select ${VIEW} from invitations where workspace_id = $1 and ${OPEN} and expires_at > $2 order by created_at desc`,
    [workspaceId, now],
  )
}

export async function insertInvitation(
  queries: Queries,
  workspaceId: string,
  invitation: InvitationView & { readonly tokenDigest: string; readonly invitedBy: string },
): Promise<void> {
  await queries.query(
    `insert into invitations (workspace_id, invitation_id, email, role, token_digest, invited_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      workspaceId,
      invitation.id,
      invitation.email,
      invitation.role,
      invitation.tokenDigest,
      invitation.invitedBy,
      invitation.createdAt,
      invitation.expiresAt,
    ],
  )
}

/** Takes back the open ones for this address: a new invitation replaces them. */
export async function revokeInvitationsFor(
  queries: Queries,
  workspaceId: string,
  email: string,
  at: string,
): Promise<void> {
  await queries.query(`update invitations set revoked_at = $3 where workspace_id = $1 and email = $2 and ${OPEN}`, [
    workspaceId,
    email,
    at,
  ])
}

/** False when there is no such open invitation. */
export async function revokeInvitation(
  queries: Queries,
  workspaceId: string,
  id: string,
  at: string,
): Promise<boolean> {
  const rows = await queries.query(
    `update invitations set revoked_at = $3 where workspace_id = $1 and invitation_id = $2 and ${OPEN} returning 1`,
    [workspaceId, id, at],
  )
  return rows.length > 0
}

export type OpenInvitation = {
  readonly workspaceId: string
  readonly workspace: string
  readonly slug: string
  readonly id: string
  readonly email: string
  readonly role: MemberRole
}

/** Locked until the end of the transaction, so that a token is used once. */
export async function findOpenInvitation(
  queries: Queries,
  tokenDigest: string,
  now: string,
): Promise<OpenInvitation | null> {
  const [row] = await queries.query<OpenInvitation>(
    `select i.workspace_id as "workspaceId", w.name as "workspace", w.slug, i.invitation_id as "id", i.email, i.role
     from invitations i join workspaces w on w.workspace_id = i.workspace_id
     where i.token_digest = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2
     for update of i`,
    [tokenDigest, now],
  )
  return row ?? null
}

export async function markInvitationAccepted(
  queries: Queries,
  workspaceId: string,
  id: string,
  at: string,
): Promise<void> {
  await queries.query("update invitations set accepted_at = $3 where workspace_id = $1 and invitation_id = $2", [
    workspaceId,
    id,
    at,
  ])
}
