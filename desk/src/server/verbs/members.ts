import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { type WorkspaceSettings, assertOwnHours } from "../../ledger/workspace-settings.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import * as members from "../database/members.ts"
import { assertNoOrphans } from "./mailbox-access.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { assertZone } from "./set-up.ts"
import { log } from "./settings-log.ts"

export type MemberChange = {
  readonly name?: string | undefined
  readonly role?: members.MemberRole | undefined
  readonly standInId?: string | null | undefined
  readonly zone?: string | null | undefined
}

/** Changes what is given. `conflict` when the last admin would be none, or when they would own what they could not see any more; `not_found` for a stand-in who is not here. */
export async function changeMember(desk: Desk, actor: Actor, memberId: string, change: MemberChange): Promise<void> {
  assertRole(actor, "admin")
  if (typeof change.zone === "string") assertZone(change.zone)
  await commit(desk, async (queries) => {
    const admins = await members.lockAdmins(queries, actor.workspaceId)
    const member = await presentMember(queries, actor, memberId)
    if (change.role !== undefined && change.role !== "admin") assertNotLast(admins, memberId)
    if (typeof change.standInId === "string") await assertStandIn(queries, actor, memberId, change.standInId)
    await members.updateMember(queries, actor.workspaceId, {
      id: memberId,
      name: change.name ?? member.name,
      role: change.role ?? member.role,
      standInId: change.standInId === undefined ? member.standInId : change.standInId,
      zone: change.zone === undefined ? member.zone : change.zone,
    })
    const { role, standInId, zone } = member
    if (change.role !== undefined && change.role !== member.role) await assertNoOrphans(queries, actor.workspaceId)
    await log(queries, desk, actor, {
      kind: "member-changed",
      subjectId: memberId,
      before: { role, standInId, zone },
      after: {
        role: change.role ?? role,
        standInId: change.standInId === undefined ? standInId : change.standInId,
        zone: change.zone === undefined ? zone : change.zone,
      },
    })
    await memberChanged(queries, desk, actor, memberId)
  })
}

export type OwnPreferences = {
  readonly theme?: "system" | "light" | "dark" | undefined
  readonly keys?: "on" | "off" | undefined
  readonly zone?: string | null | undefined
  /** Within which they are told of promises; null: as the team. */
  readonly hours?: WorkspaceSettings["hours"] | null | undefined
}

/** A member's own; no role is needed. */
export async function changePreferences(
  desk: Desk,
  actor: Actor,
  memberId: string,
  { zone, ...preferences }: OwnPreferences,
): Promise<void> {
  if (typeof zone === "string") assertZone(zone)
  if (preferences.hours) assertOwnHours(preferences.hours)
  await commit(desk, async (queries) => {
    await members.mergePreferences(queries, actor.workspaceId, memberId, preferences)
    if (zone !== undefined) await members.updateMemberZone(queries, actor.workspaceId, memberId, zone)
    await memberChanged(queries, desk, actor, memberId)
  })
}

/** A member who has not been removed. */
export async function presentMember(queries: Queries, actor: Actor, memberId: string): Promise<members.MemberView> {
  const member = await members.readMember(queries, actor.workspaceId, memberId)
  if (member === null || member.removedAt !== null) throw notFound("member")
  return member
}

export function assertNotLast(admins: readonly string[], memberId: string): void {
  if (admins.length === 1 && admins[0] === memberId) {
    throw conflict("This is the only admin. Make somebody else an admin first.")
  }
}

async function assertStandIn(queries: Queries, actor: Actor, memberId: string, standInId: string): Promise<void> {
  if (standInId === memberId) throw invalid("Nobody is their own stand-in. Choose somebody else.", "standInId")
  await presentMember(queries, actor, standInId)
}

export async function memberChanged(queries: Queries, desk: Desk, actor: Actor, id: string): Promise<void> {
  await insertChange(queries, { workspaceId: actor.workspaceId, kind: "member", id, at: desk.now().toString() })
}
