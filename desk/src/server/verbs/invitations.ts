import { Mistake, conflict, notFound } from "../../ledger/error.ts"
import { findUserByEmail, insertUser } from "../database/identity-users.ts"
import * as invitations from "../database/invitations.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { type MemberRole, insertMember, isMemberByEmail, listMemberships } from "../database/members.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { log } from "./settings-log.ts"

const INVITATION_DAYS = 7 // long enough for a holiday week, short enough for a link in a mailbox

export type Invited = invitations.InvitationView & { readonly token: string }

/** Invites somebody; the token is in the answer only. An open invitation of the same address is replaced. */
export function invite(desk: Desk, actor: Actor, input: { email: string; role: MemberRole }): Promise<Invited> {
  assertRole(actor, "admin")
  const email = input.email.toLowerCase()
  return commit(desk, async (queries) => {
    if (await isMemberByEmail(queries, actor.workspaceId, email)) {
      throw conflict("Somebody with this address is a member already.")
    }
    const now = desk.now()
    const token = newToken(desk)
    const invitation = {
      id: desk.newId(),
      email,
      role: input.role,
      createdAt: now.toString(),
      expiresAt: now.add({ hours: 24 * INVITATION_DAYS }).toString(),
    }
    await invitations.revokeInvitationsFor(queries, actor.workspaceId, email, invitation.createdAt)
    await invitations.insertInvitation(queries, actor.workspaceId, {
      ...invitation,
      tokenDigest: desk.digest(token),
      invitedBy: actor.by.id ?? desk.newId(),
    })
    const { id: subjectId, role } = invitation
    await log(queries, desk, actor, { kind: "member-invited", subjectId, after: { role } })
    return { ...invitation, token }
  })
}

/** `not_found` when it is not open. */
export async function revokeInvitation(desk: Desk, actor: Actor, id: string): Promise<void> {
  assertRole(actor, "admin")
  await commit(desk, async (queries) => {
    const revoked = await invitations.revokeInvitation(queries, actor.workspaceId, id, desk.now().toString())
    if (!revoked) throw notFound("invitation")
    await log(queries, desk, actor, { kind: "invitation-revoked", subjectId: id })
  })
}

export type ReadInvitation = { readonly workspace: string; readonly email: string; readonly hasUser: boolean }

/** What a token is for. `not_found` when it was used, taken back, or is older than a week. */
export function readInvitation(desk: Desk, token: string): Promise<ReadInvitation> {
  return commit(desk, async (queries) => {
    const { workspace, email } = await openInvitation(queries, desk, token)
    return { workspace, email, hasUser: (await findUserByEmail(queries, email)) !== null }
  })
}

/**
 * Makes the invited person a member, and a user unless they are one: then whoever calls this has checked their password.
 * Gives the workspace's slug. `not_found` as `readInvitation`.
 */
export function acceptInvitation(
  desk: Desk,
  { token, name, passwordHash }: { token: string; name: string; passwordHash: string },
): Promise<string> {
  return commit(desk, async (queries) => {
    const invitation = await openInvitation(queries, desk, token)
    const { workspaceId, email, role } = invitation
    const at = desk.now().toString()
    const userId = (await findUserByEmail(queries, email))?.id ?? desk.newId()
    const memberships = await listMemberships(queries, userId)
    if (memberships.some(({ workspace }) => workspace.id === workspaceId))
      throw conflict("You are a member already. Sign in.")
    if ((await findUserByEmail(queries, email)) === null) {
      await insertUser(queries, { id: userId, name, email, passwordHash, accountRowId: desk.newId(), at })
    }
    const id = desk.newId()
    await insertMember(queries, { workspaceId, id, userId, name, email, role, at })
    await invitations.markInvitationAccepted(queries, workspaceId, invitation.id, at)
    await log(
      queries,
      desk,
      { workspaceId, by: { kind: "member", id }, role },
      { kind: "member-joined", subjectId: id, after: { role } },
    )
    await insertChange(queries, { workspaceId, kind: "member", id, at })
    return invitation.slug
  })
}

async function openInvitation(queries: Queries, desk: Desk, token: string): Promise<invitations.OpenInvitation> {
  const found = await invitations.findOpenInvitation(queries, desk.digest(token), desk.now().toString())
  if (found === null) {
    throw new Mistake("not_found", "This invitation was used, taken back, or has expired. Ask for a new one.")
  }
  return found
}

function newToken(desk: Desk): string {
  return `${desk.newSalt()}${desk.newSalt()}`
}
