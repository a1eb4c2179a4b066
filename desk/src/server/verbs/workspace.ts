import { assertAnswerCheck } from "../../ledger/answer-check.ts"
import { assertCustomerPage } from "../../ledger/customer-page.ts"
import { assertAfterSale } from "../../ledger/withdrawal.ts"
import { assertPolicy } from "../../ledger/follow-through-policy.ts"
import { type WorkspaceSettings, assertHours } from "../../ledger/workspace-settings.ts"
import { dropPlanned } from "../database/answer-checks.ts"
import { insertChange } from "../database/changes.ts"
import { planChecks } from "../database/outcome-checks.ts"
import { lockWorkspace, updateWorkspace } from "../database/workspaces.ts"
import { auditDeskTexts } from "./audit-desk-texts.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { filledIn } from "./holidays.ts"
import { recomputeLooks } from "./looks.ts"
import { assertZone } from "./set-up.ts"
import { log } from "./settings-log.ts"

type Given<T> = { readonly [Name in keyof T]?: T[Name] | undefined }

export type WorkspaceChange = {
  readonly name?: string | undefined
  readonly settings?: Given<WorkspaceSettings> | undefined
}

/** Changes the name, and those settings that are given; when each promise must be looked at again follows from them. */
export async function changeWorkspace(
  desk: Desk,
  actor: Actor,
  { name, settings = {} }: WorkspaceChange,
): Promise<void> {
  assertRole(actor, "admin")
  if (settings.zone !== undefined) assertZone(settings.zone)
  if (settings.hours !== undefined) assertHours(settings.hours)
  if (settings.followThrough !== undefined) assertPolicy(settings.followThrough)
  if (settings.customerPage !== undefined) assertCustomerPage(settings.customerPage)
  if (settings.afterSale !== undefined) assertAfterSale(settings.afterSale)
  if (settings.answerCheck !== undefined) assertAnswerCheck(settings.answerCheck)
  const holidays = settings.holidays ? await filledIn(desk, settings.holidays) : settings.holidays
  await commit(desk, async (queries) => {
    // First, as by whoever asks: they hold a check, and then what the rest of this holds.
    if (settings.answerCheck?.on === false) await dropPlanned(queries, actor.workspaceId)
    const before = await lockWorkspace(queries, actor.workspaceId)
    const after = overridden(before.settings, { ...settings, holidays })
    await updateWorkspace(queries, { id: actor.workspaceId, name: name ?? before.name, settings: after })
    await log(queries, desk, actor, {
      kind: "settings-changed",
      before: { name: before.name, ...before.settings },
      after: { name: name ?? before.name, ...after },
    })
    await recomputeLooks(queries, actor.workspaceId, after)
    const at = desk.now().toString()
    if (settings.afterSale !== undefined) {
      await planChecks(queries, actor.workspaceId, { ...after.afterSale.outcome, zone: after.zone, now: at })
    }
    await insertChange(queries, { workspaceId: actor.workspaceId, kind: "workspace", id: actor.workspaceId, at })
    await auditDeskTexts(queries, desk, actor.workspaceId)
  })
}

function overridden(before: WorkspaceSettings, given: Given<WorkspaceSettings>): WorkspaceSettings {
  return {
    zone: given.zone ?? before.zone,
    hours: given.hours ?? before.hours,
    daysOff: given.daysOff ?? before.daysOff,
    holidays: given.holidays === undefined ? before.holidays : given.holidays,
    closedSays: given.closedSays ?? before.closedSays,
    meanings: given.meanings ?? before.meanings,
    graceMinutes: given.graceMinutes ?? before.graceMinutes,
    followThrough: given.followThrough ?? before.followThrough,
    customerPage: given.customerPage ?? before.customerPage,
    publicReport: given.publicReport ?? before.publicReport,
    publicProtocol: given.publicProtocol ?? before.publicProtocol,
    contactForm: given.contactForm ?? before.contactForm,
    afterSale: given.afterSale ?? before.afterSale,
    answerCheck: given.answerCheck ?? before.answerCheck,
    bots: given.bots ?? before.bots,
    rules: given.rules ?? before.rules,
    access: given.access ?? before.access,
    deeds: given.deeds ?? before.deeds,
  }
}
