import { type DueStep, type Given, type NoticeStep, nextLook, nextStep } from "../../ledger/next-step.ts"
import { isOvertaken, recipientsOf } from "../../ledger/recipients.ts"
import { type WorkspaceSettings, rulesOf } from "../../ledger/workspace-settings.ts"
import type { CustomerPromise } from "../../ledger/customer-promise.ts"
import type { Queries } from "../database/database.ts"
import { setNextLook } from "../database/due.ts"
import type { PromiseKey } from "../database/entries.ts"
import { isOwnerOnIt, readGiven } from "../database/notices.ts"
import { readSettings } from "../database/settings.ts"
import { readTeam } from "../database/team.ts"
import { type Desk, deskActor } from "./desk.ts"
import { readPromiseForChange, recordEntry } from "./record-entry.ts"
import { passOver, tell } from "./tell.ts"

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
  if (due !== null) await give(queries, desk, { key, ownerId: promise.ownerId, due })
  const after = due === null ? given : withStep(given, due)
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

type Giving = { readonly key: PromiseKey; readonly ownerId: string; readonly due: DueStep }

/** Writes a row for each member whom the step tells. The owner is passed over where it would say nothing new. */
async function give(queries: Queries, desk: Desk, { key, ownerId, due: { step, then } }: Giving): Promise<void> {
  if (step.kind !== "notice") return
  // A reminder of the owner alone needs nobody else: in a large team the others are many rows.
  const isOwnerAlone = then.length === 0 && OWNER_STEPS.has(step.step)
  const team = isOwnerAlone ? [] : await readTeam(queries, key.workspaceId, desk.now().toString())
  const recipients = recipientsOf(step.step, ownerId, team)
  const isPassedOver = isOvertaken(recipients, then, ownerId, team)
  for (const memberId of recipients.ids) {
    const isSilent = isPassedOver || (memberId === ownerId && (await isOwnerOnIt(queries, key, ownerId)))
    const telling = { key, step: step.step, round: step.round, memberId, isOwnerAgain: recipients.isOwnerAgain }
    if (isSilent) await passOver(queries, desk, telling)
    else await tell(queries, desk, telling)
  }
}

const OWNER_STEPS: ReadonlySet<NoticeStep> = new Set(["half", "soon", "due"])

function withStep(given: readonly Given[], { step }: DueStep): readonly Given[] {
  return step.kind === "break" ? given : [...given.filter((one) => one.step !== step.step), step]
}
