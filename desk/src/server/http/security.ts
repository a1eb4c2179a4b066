import * as contract from "../../contract/security.ts"
import { Mistake, forbidden, invalid, notFound } from "../../ledger/error.ts"
import { listCredentials, listPasskeys, removePasskey } from "../database/identity-passkeys.ts"
import { deleteSession, deleteSessions, hasSecondFactor, listSessions } from "../database/identity-security.ts"
import type { Desk } from "../verbs/desk.ts"
import { signMemberOut } from "../verbs/remove-member.ts"
import { type UserCaller, headersOf, lacksSecondFactor } from "./caller.ts"
import type { Identity } from "./identity.ts"
import { addPasskey, askForPasskey } from "./passkeys.ts"
import { DONE, type Door, serveMember, serveUser } from "./serve.ts"
import { handCookies } from "./sign-in.ts"
import { logOwn } from "../verbs/settings-log.ts"

/** How somebody signs in, and where they are signed in: their own, and an admin's "sign out everywhere". */
export function serveSecurity(door: Door): void {
  const { identity } = door
  serveUser(door, contract.readSecurity, async ({ desk, caller: { user, session } }) => {
    const secondFactor = await hasSecondFactor(desk.database, user.id)
    const sessions = await listSessions(desk.database, user.id, desk.now().toString())
    return {
      secondFactor,
      recoveryCodesLeft: secondFactor ? await identity.countRecoveryCodes(user.id) : 0,
      passkeys: await listPasskeys(desk.database, user.id),
      sessions: sessions.map((each) => ({
        ...each,
        by: contract.sessionWay.parse(each.by),
        current: each.id === session.id,
      })),
    }
  })
  serveSessions(door)
  serveSecondFactor(door)
  servePasskeys(door)
}

function serveSessions(door: Door): void {
  serveUser(door, contract.endSession, async ({ desk, caller, params }) => {
    if (!(await deleteSession(desk.database, caller.user.id, params.sessionId))) throw notFound("session")
    return DONE
  })
  serveUser(door, contract.endOtherSessions, async ({ desk, caller }) => ({
    ended: await deleteSessions(desk.database, caller.user.id, caller.session.id),
  }))
  serveMember(door, contract.endSessionsOfMember, async ({ desk, actor, params }) => ({
    ended: await signMemberOut(desk, actor, params.memberId),
  }))
}

function serveSecondFactor(door: Door): void {
  const { identity } = door
  serveUser(door, contract.prepareSecondFactor, async ({ desk, caller, body, request }) => {
    await assertOwnFactor(desk, caller)
    if (await hasSecondFactor(desk.database, caller.user.id)) {
      throw new Mistake("conflict", "A code is asked for already. End that first to move to another authenticator.")
    }
    const answer = await identity.prepareSecondFactor(headersOf(request), body.password)
    if (!answer.ok) throw wrongPassword()
    const { totpURI, backupCodes } = (await answer.json()) as { totpURI: string; backupCodes: string[] }
    return { uri: totpURI, recoveryCodes: backupCodes }
  })
  serveUser(door, contract.confirmSecondFactor, async ({ desk, caller, body, request, reply }) => {
    const answer = await identity.enterCode(headersOf(request), body.code.replaceAll(/\s/g, ""))
    if (!answer.ok)
      throw invalid("This is not the code that the desk expects now. Look at your device's clock.", "code")
    handCookies(answer, reply)
    await logOwn(desk, caller.user.id, "second-factor-on")
    return DONE
  })
  serveUser(door, contract.endSecondFactor, async ({ desk, caller, body, request, reply }) => {
    await assertOwnFactor(desk, caller)
    const answer = await identity.endSecondFactor(headersOf(request), body.password)
    if (!answer.ok) throw wrongPassword()
    handCookies(answer, reply)
    await logOwn(desk, caller.user.id, "second-factor-off")
    return DONE
  })
  serveUser(door, contract.createRecoveryCodes, async ({ desk, caller, body, request }) => {
    await assertOwnFactor(desk, caller)
    const answer = await identity.newRecoveryCodes(headersOf(request), body.password)
    if (!answer.ok) throw wrongPassword()
    const { backupCodes } = (await answer.json()) as { backupCodes: string[] }
    await logOwn(desk, caller.user.id, "recovery-codes-made")
    return { recoveryCodes: backupCodes }
  })
}

function servePasskeys(door: Door): void {
  serveUser(door, contract.preparePasskey, async ({ desk, caller, body, request }) => {
    await assertOwnFactor(desk, caller)
    await assertPassword(door.identity, headersOf(request), body.password)
    return askForPasskey(desk, caller.user)
  })
  serveUser(door, contract.createPasskey, async ({ desk, caller, body }) => {
    await addPasskey(desk, caller.user, body)
    await logOwn(desk, caller.user.id, "passkey-added", { name: body.name })
    return DONE
  })
  serveUser(door, contract.deletePasskey, async ({ desk, caller, params }) => {
    await assertOwnFactor(desk, caller)
    if (!(await removePasskey(desk.database, caller.user.id, params.passkeyId))) throw notFound("passkey")
    await logOwn(desk, caller.user.id, "passkey-removed")
    return DONE
  })
}

/**
 * Where a workspace asks for more than a password, somebody who has more shows it before it is changed: whoever knows their
 * password alone could otherwise add a second factor of their own, and come in with that.
 */
async function assertOwnFactor({ database }: Desk, { user, session, memberships }: UserCaller): Promise<void> {
  if (!memberships.some((membership) => lacksSecondFactor(membership, session))) return
  const hasMore = (await hasSecondFactor(database, user.id)) || (await listCredentials(database, user.id)).length > 0
  if (!hasMore) return
  throw forbidden(
    "Sign in with your passkey or code first. Whoever runs this desk can take them away if you lost them.",
  )
}

async function assertPassword(identity: Identity, headers: Headers, password: string): Promise<void> {
  if (!(await identity.isPassword(headers, password))) throw wrongPassword()
}

function wrongPassword(): Error {
  return invalid("The password is another one.", "password")
}
