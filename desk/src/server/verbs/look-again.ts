import { type DueStep, nextLook, nextStep } from "../../ledger/next-step.ts"
import { isOvertaken, nextTellable, recipientsOf } from "../../ledger/recipients.ts"
import { type WorkspaceSettings, calendarOf, rulesOf } from "../../ledger/workspace-settings.ts"
import type { CustomerPromise } from "../../ledger/customer-promise.ts"
import type { Queries } from "../database/database.ts"
import { setNextLook } from "../database/due.ts"
import type { PromiseKey } from "../database/entries.ts"
import { insertNotice, isOwnerOnIt, readGiven } from "../database/notices.ts"
import { readSettings } from "../database/settings.ts"
import { readTeam, readWorkingPattern } from "../database/team.ts"
import { type Desk, deskActor } from "./desk.ts"
import { readPromiseForChange, recordEntry } from "./record-entry.ts"

/**
 * Takes the step that is due by the calendar and the policy of today: writes notices or marks the promise broken, and
 * says when to look again, all in the caller's transaction. Only says when to look again where nothing is due.
 */
export async function lookAgain(queries: Queries, desk: Desk, key: PromiseKey): Promise<void> {
  const { promise } = await readPromiseForChange(queries, key)
  const settings = await readSettings(queries, key.workspaceId)
  const given = await readGiven(queries, key)
  const due = nextStep(promise, rulesOf(settings), given, desk.now())
  if (due !== null && due.step.kind === "break") return markBroken(queries, desk, key, promise, settings)
  if (due !== null) await give(queries, desk, { key, promise, settings, due })
  const after = due === null ? given : await readGiven(queries, key)
  await setNextLook(queries, key, nextLook(promise, rulesOf(settings), after)?.toString() ?? null)
}

async function markBroken(
  queries: Queries,
  desk: Desk,
  key: PromiseKey,
  { dueUntil }: CustomerPromise,
  { graceMinutes }: WorkspaceSettings,
): Promise<void> {
  if (dueUntil === null) throw new Error("a promise without a due time is not marked broken")
  await recordEntry(queries, desk, deskActor(key.workspaceId), key.promiseId, {
    kind: "broken",
    body: { until: dueUntil, graceMinutes },
    texts: null,
  })
}

type Giving = {
  readonly key: PromiseKey
  readonly promise: CustomerPromise
  readonly settings: WorkspaceSettings
  readonly due: DueStep
}

/** Writes a row for each member whom the step tells. The owner is passed over where it would say nothing new. */
async function give(queries: Queries, desk: Desk, { key, promise, settings, due }: Giving): Promise<void> {
  const { step, then } = due
  if (step.kind !== "notice") return
  const { ownerId } = promise
  const now = desk.now().toString()
  const team = await readTeam(queries, key.workspaceId, now)
  const recipients = recipientsOf(step.step, ownerId, team)
  const isPassedOver = isOvertaken(recipients, then, ownerId, team)
  for (const memberId of recipients.ids) {
    const isSilent = isPassedOver || (memberId === ownerId && (await isOwnerOnIt(queries, key, ownerId)))
    await insertNotice(queries, {
      ...key,
      noticeId: desk.newId(),
      step: step.step,
      round: step.round,
      memberId,
      isOwnerAgain: recipients.isOwnerAgain,
      createdAt: now,
      showAt: isSilent ? null : await tellableAt(queries, desk, { key, settings, memberId }),
    })
  }
}

async function tellableAt(
  queries: Queries,
  desk: Desk,
  { key, settings, memberId }: Pick<Giving, "key" | "settings"> & { readonly memberId: string },
): Promise<string> {
  const now = desk.now()
  const own = await readWorkingPattern(queries, key.workspaceId, memberId, now.toString())
  return nextTellable({ calendar: calendarOf(settings), zone: own?.zone ?? null, away: own?.away ?? [] }, now).toString()
}
