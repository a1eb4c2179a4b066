import { addWorkingTime } from "aboveboard-engine"
import { conflict, forbidden, invalid, notFound } from "../../ledger/error.ts"
import { rulesOf } from "../../ledger/workspace-settings.ts"
import * as away from "../database/away-times.ts"
import type { Queries } from "../database/database.ts"
import { readSettings } from "../database/settings.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { memberChanged, presentMember } from "./members.ts"

const BACK_MINUTES = 480 // working minutes: somebody who was away needs a day to do what is due

export type AwayInput = { readonly memberId: string; readonly from: string; readonly until: string }

/**
 * Says when a member is away. What they owe and is due before they are back for a working day goes to their stand-in,
 * some working time before it begins, or at once when that has passed. `forbidden` for another member's but by an admin;
 * `conflict` where it overlaps another away time of theirs.
 */
export async function setAway(desk: Desk, actor: Actor, { memberId, from, until }: AwayInput): Promise<away.AwayTime> {
  assertOwn(actor, memberId)
  if (Temporal.Instant.compare(from, until) >= 0) throw invalid("It ends before it begins.", "until")
  if (Temporal.Instant.compare(until, desk.now()) <= 0) throw invalid("It is over already.", "until")
  return commit(desk, async (queries) => {
    await presentMember(queries, actor, memberId)
    const set = { id: desk.newId(), memberId, from, until, ...(await handing(queries, desk, actor, from, until)) }
    await assertAlone(queries, desk, actor, set)
    await away.insertAwayTime(queries, actor.workspaceId, set, { by: actor.by.id, at: desk.now().toString() })
    await memberChanged(queries, desk, actor, memberId)
    return set
  })
}

/** Takes an away time back, or ends it now. What was handed over stays where it is. */
export function cancelAway(desk: Desk, actor: Actor, awayId: string): Promise<void> {
  return commit(desk, async (queries) => {
    const found = await away.readAwayTime(queries, actor.workspaceId, awayId)
    if (found === null) throw notFound("away time")
    assertOwn(actor, found.memberId)
    await away.cancelAwayTime(queries, actor.workspaceId, awayId, desk.now().toString())
    await memberChanged(queries, desk, actor, found.memberId)
  })
}

function assertOwn(actor: Actor, memberId: string): void {
  if (actor.by.id === memberId) return
  try {
    assertRole(actor, "admin")
  } catch {
    throw forbidden("You can say when you are away. For others an admin does it.")
  }
}

async function handing(queries: Queries, desk: Desk, actor: Actor, from: string, until: string) {
  const { calendar, policy } = rulesOf(await readSettings(queries, actor.workspaceId))
  const start = Temporal.Instant.from(from)
  const before = addWorkingTime(calendar, start, -policy.awayMinutes) ?? start
  const now = desk.now()
  const back = Temporal.Instant.from(until)
  return {
    handAt: (Temporal.Instant.compare(before, now) < 0 ? now : before).toString(),
    handUntil: (addWorkingTime(calendar, back, BACK_MINUTES) ?? back).toString(),
  }
}

async function assertAlone(queries: Queries, desk: Desk, actor: Actor, set: away.AwayTime): Promise<void> {
  const others = await away.listAwayTimes(queries, actor.workspaceId, desk.now().toString())
  const overlapping = others.some(
    ({ memberId, from, until }) =>
      memberId === set.memberId &&
      Temporal.Instant.compare(from, set.until) < 0 &&
      Temporal.Instant.compare(set.from, until) < 0,
  )
  if (overlapping) throw conflict("They are away at that time already. Take the other time back first.")
}
