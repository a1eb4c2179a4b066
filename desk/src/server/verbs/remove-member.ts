import { revokeKeysOf } from "../database/api-keys.ts"
import { deleteSessionsOfMember } from "../database/identity-security.ts"
import type { Queries } from "../database/database.ts"
import * as members from "../database/members.ts"
import { readPromise } from "../database/promises.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { assertNotLast, memberChanged, presentMember } from "./members.ts"
import { recordEntry } from "./record-entry.ts"
import { log } from "./settings-log.ts"

export type Removed = { readonly handedOver: number; readonly to: string }

/**
 * Removes a member. What they owe goes to their stand-in, else to an admin, and each promise has an entry that says so.
 * The API keys that they made stop working: they may know them; they are signed out everywhere. `conflict` for the last admin.
 */
export function removeMember(desk: Desk, actor: Actor, memberId: string): Promise<Removed> {
  assertRole(actor, "admin")
  return commit(desk, async (queries) => {
    const admins = await members.lockAdmins(queries, actor.workspaceId)
    await members.lockMember(queries, actor.workspaceId, memberId)
    const member = await presentMember(queries, actor, memberId)
    assertNotLast(admins, memberId)
    const to = await successorOf(queries, actor, member, admins)
    const promises = await members.listOwnedPromises(queries, actor.workspaceId, memberId)
    for (const promiseId of promises) await giveTo(queries, desk, actor, promiseId, to)
    await revokeKeysOf(queries, actor.workspaceId, memberId, desk.now().toString())
    await deleteSessionsOfMember(queries, actor.workspaceId, memberId)
    await members.giveTasks(queries, actor.workspaceId, memberId, to)
    await members.markMemberRemoved(queries, actor.workspaceId, memberId, desk.now().toString())
    const after = { handedOver: promises.length, to }
    await log(queries, desk, actor, { kind: "member-removed", subjectId: memberId, after })
    await memberChanged(queries, desk, actor, memberId)
    return { handedOver: promises.length, to }
  })
}

/** To an admin where the one it would go to may not see its conversation. */
async function giveTo(queries: Queries, desk: Desk, actor: Actor, promiseId: string, to: string): Promise<void> {
  const conversationId = (await readPromise(queries, actor.workspaceId, promiseId))?.conversationId ?? null
  const ownerId = (await members.findPresentOwner(queries, actor.workspaceId, to, conversationId)) ?? to
  const event = { kind: "handed-over", body: { ownerId, why: "removed" }, texts: null } as const
  await recordEntry(queries, desk, actor, promiseId, event)
}

/** Ends every session of a member, whatever workspace they are looking at, and says how many there were. */
export function signMemberOut(desk: Desk, actor: Actor, memberId: string): Promise<number> {
  assertRole(actor, "admin")
  return commit(desk, async (queries) => {
    await presentMember(queries, actor, memberId)
    const ended = await deleteSessionsOfMember(queries, actor.workspaceId, memberId)
    await log(queries, desk, actor, { kind: "member-signed-out", subjectId: memberId, after: { ended } })
    await memberChanged(queries, desk, actor, memberId)
    return ended
  })
}

async function successorOf(
  queries: Queries,
  actor: Actor,
  { id, standInId }: members.MemberView,
  admins: readonly string[],
): Promise<string> {
  const standIn = standInId === null ? null : await members.readMember(queries, actor.workspaceId, standInId)
  if (standIn !== null && standIn.removedAt === null) return standIn.id
  const others = admins.filter((admin) => admin !== id)
  const to = others.find((admin) => admin === actor.by.id) ?? others[0]
  if (to === undefined) throw new Error("a workspace without an admin")
  return to
}
