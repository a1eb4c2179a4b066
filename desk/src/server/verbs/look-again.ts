import { type DueStep, type Given, type NoticeStep, nextLook, nextStep } from "../../ledger/next-step.ts"
import { isOvertaken, recipientsOf } from "../../ledger/recipients.ts"
import { calendarOf, rulesOf } from "../../ledger/workspace-settings.ts"
import type { Queries } from "../database/database.ts"
import type { PromiseKey } from "../database/entries.ts"
import { type Looked, type NextLook, type NoticeRow, readLook, writeLooks } from "../database/looks.ts"
import { readTeam } from "../database/team.ts"
import { type Desk, deskActor } from "./desk.ts"
import { recordEntry } from "./record-entry.ts"
import { noticeFor, patternOf } from "./tell.ts"

/**
 * Takes one step for each promise by the calendar and the policy of today: writes notices or marks it broken, and says
 * when to look again, all in the caller's transaction. Only says when to look again where nothing is due.
 */
export async function takeSteps(queries: Queries, desk: Desk, promises: readonly Looked[]): Promise<void> {
  const notices: NoticeRow[] = []
  const looks: NextLook[] = []
  for (const looked of promises) {
    const due = nextStep(looked, rulesOf(looked.settings), looked.given, desk.now())
    if (due?.step.kind === "break") {
      await markBroken(queries, desk, looked)
      continue
    }
    if (due !== null) notices.push(...(await noticesOf(queries, desk, looked, due)))
    const given = due === null ? looked.given : withStep(looked.given, due)
    const nextAt = nextLook(looked, rulesOf(looked.settings), given)?.toString() ?? null
    looks.push({ workspaceId: looked.workspaceId, promiseId: looked.promiseId, nextAt })
  }
  if (looks.length > 0) await writeLooks(queries, { notices, looks })
}

/** As `takeSteps`, for this promise. */
export async function lookAgain(queries: Queries, desk: Desk, key: PromiseKey): Promise<void> {
  const looked = await readLook(queries, key, desk.now().toString())
  if (looked !== null) await takeSteps(queries, desk, [looked])
}

async function markBroken(queries: Queries, desk: Desk, looked: Looked): Promise<void> {
  const { workspaceId, promiseId, dueUntil, settings } = looked
  if (dueUntil === null) throw new Error("a promise without a due time is not marked broken")
  await recordEntry(queries, desk, deskActor(workspaceId), promiseId, {
    kind: "broken",
    body: { until: dueUntil, graceMinutes: settings.graceMinutes },
    texts: null,
  })
}

/** A row for each member whom the step tells. The owner is passed over where it would say nothing new. */
async function noticesOf(
  queries: Queries,
  desk: Desk,
  looked: Looked,
  { step, following }: DueStep,
): Promise<readonly NoticeRow[]> {
  if (step.kind !== "notice") return []
  const { ownerId } = looked
  // A reminder of the owner alone needs nobody else: in a large team the others are many rows.
  const isOwnerAlone = following.length === 0 && OWNER_STEPS.has(step.step)
  const team = isOwnerAlone ? [] : await readTeam(queries, looked.workspaceId, desk.now().toString(), looked.promiseId)
  const recipients = recipientsOf(step.step, ownerId, team)
  const isPassedOver = isOvertaken(recipients, following, ownerId, team)
  const rows: NoticeRow[] = []
  for (const memberId of recipients.ids) {
    const isSilent = isPassedOver || (memberId === ownerId && looked.isOwnerOnIt)
    const pattern = isSilent ? null : await patternFor(queries, desk, looked, memberId)
    const key = { workspaceId: looked.workspaceId, promiseId: looked.promiseId }
    const telling = { key, step: step.step, round: step.round, memberId, isOwnerAgain: recipients.isOwnerAgain }
    rows.push(noticeFor(desk, telling, pattern))
  }
  return rows
}

async function patternFor(queries: Queries, desk: Desk, looked: Looked, memberId: string) {
  if (memberId !== looked.ownerId) return patternOf(queries, looked.workspaceId, memberId, desk.now())
  return looked.owner === null ? null : { calendar: calendarOf(looked.settings), ...looked.owner }
}

const OWNER_STEPS: ReadonlySet<NoticeStep> = new Set(["half", "soon", "due"])

function withStep(given: readonly Given[], { step }: DueStep): readonly Given[] {
  return step.kind === "break" ? given : [...given.filter((one) => one.step !== step.step), step]
}
