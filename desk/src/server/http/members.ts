import * as contract from "../../contract/members.ts"
import { listInvitations } from "../database/invitations.ts"
import * as members from "../database/members.ts"
import { invalid } from "../../ledger/error.ts"
import { acceptInvitation, invite, readInvitation, revokeInvitation } from "../verbs/invitations.ts"
import { changeMember, presentMember } from "../verbs/members.ts"
import { removeMember } from "../verbs/remove-member.ts"
import { headersOf } from "./caller.ts"
import { DONE, type Door, serveAnyone, serveMember } from "./serve.ts"
import { handCookies } from "./sign-in.ts"

/** The team, and how people join it. */
export function serveMembers(door: Door): void {
  serveMember(door, contract.listMembers, async ({ desk, actor }) => ({
    items: await members.listMembers(desk.database, actor.workspaceId),
  }))
  serveMember(door, contract.writeMember, async ({ desk, actor, params, body }) => {
    await changeMember(desk, actor, params.memberId, body)
    return presentMember(desk.database, actor, params.memberId)
  })
  serveMember(door, contract.removeMember, ({ desk, actor, params }) => removeMember(desk, actor, params.memberId))
  serveInvitations(door)
  serveInvited(door)
}

function serveInvitations(door: Door): void {
  serveMember(door, contract.listInvitations, async ({ desk, actor }) => ({
    items: await listInvitations(desk.database, actor.workspaceId, desk.now().toString()),
  }))
  serveMember(door, contract.createInvitation, ({ desk, actor, body }) => invite(desk, actor, body), {
    keeps: "nothing",
  })
  serveMember(door, contract.revokeInvitation, async ({ desk, actor, params }) => {
    await revokeInvitation(desk, actor, params.invitationId)
    return DONE
  })
}

/** For people who are not signed in: they hold a token. */
function serveInvited(door: Door): void {
  const { identity } = door
  serveAnyone(door, contract.readInvitation, ({ desk, body }) => readInvitation(desk, body.token))
  serveAnyone(door, contract.acceptInvitation, async ({ desk, body, request, reply }) => {
    const { email, hasUser } = await readInvitation(desk, body.token)
    const signedIn = hasUser ? await identity.signIn(email, body.password, headersOf(request)) : null
    if (signedIn?.ok === false) {
      throw invalid("You have a password on this desk already, and it is another one.", "password")
    }
    const passwordHash = await identity.hashPassword(body.password)
    const slug = await acceptInvitation(desk, { token: body.token, name: body.name, passwordHash })
    handCookies(signedIn ?? (await identity.signIn(email, body.password, headersOf(request))), reply)
    return { slug }
  })
}
