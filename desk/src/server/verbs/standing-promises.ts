import { conflict, invalid, notFound } from "../../ledger/error.ts"
import type { MeasuredVersion, StandingText } from "../../ledger/standing-promise.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { readSettings } from "../database/settings.ts"
import * as rows from "../database/standing-promises.ts"
import { type PublicWorkspace, findWorkspaceWithPage } from "../database/trust-report.ts"
import { auditDeskTexts } from "./audit-desk-texts.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { log } from "./settings-log.ts"
import { measuredVersions } from "./standing-measures.ts"

const STANDING_MAX = 30 // a workspace; nobody reads more

/** What is promised to every customer, as it holds now and as it was; each version with what the record shows of it. */
export type StandingView = { readonly id: string; readonly versions: readonly MeasuredVersion[] }

type Span = { readonly from: string; readonly until: string }

export async function listStandingPromises(
  desk: Desk,
  workspaceId: string,
  period: Span,
): Promise<readonly StandingView[]> {
  const views: StandingView[] = []
  for (const { id, versions } of await rows.listStanding(desk.database, workspaceId)) {
    views.push({ id, versions: await measuredVersions(desk, workspaceId, versions, period) })
  }
  return views
}

/** Promises something to every customer from now on. An admin's. */
export function addStandingPromise(desk: Desk, actor: Actor, text: StandingText): Promise<string> {
  return change(desk, actor, async (queries, known) => {
    if (known.length >= STANDING_MAX) throw conflict(`There are ${STANDING_MAX} already. Withdraw one first.`)
    await assertMeasure(queries, actor, text)
    const id = desk.newId()
    await write(queries, desk, actor, { id, version: 1, text, before: null })
    return id
  })
}

/** Another text from now on; until now it is measured by the one before, which stays in the record. */
export async function changeStandingPromise(desk: Desk, actor: Actor, id: string, text: StandingText): Promise<void> {
  await change(desk, actor, async (queries, known) => {
    const before = known.find((each) => each.id === id)?.versions[0]
    if (before === undefined) throw notFound("promise")
    await assertMeasure(queries, actor, text)
    const { what, limits, complain, measure } = before
    const was = { what, limits, complain, measure }
    await write(queries, desk, actor, { id, version: before.version + 1, text, before: was })
  })
}

/** It is promised no more. */
export async function withdrawStandingPromise(desk: Desk, actor: Actor, id: string): Promise<void> {
  await change(desk, actor, async (queries, known) => {
    const before = known.find((each) => each.id === id)?.versions[0]
    if (before === undefined) throw notFound("promise")
    await rows.removeStanding(queries, actor.workspaceId, id, desk.now().toString())
    await log(queries, desk, actor, { kind: "standing-withdrawn", subjectId: id, after: { what: before.what } })
  })
}

export type PublicProtocol = Span & {
  readonly workspace: PublicWorkspace
  readonly promises: readonly StandingView[]
}

/** The last twelve months, until the last midnight of the workspace's zone. Null unless an admin has made the page public. */
export async function readPublicProtocol(desk: Desk, slug: string): Promise<PublicProtocol | null> {
  const workspace = await findWorkspaceWithPage(desk.database, slug)
  if (workspace === null) return null
  const midnight = desk.now().toZonedDateTimeISO(workspace.settings.zone).startOfDay()
  const from = midnight.subtract({ years: 1 }).toInstant().toString()
  const until = midnight.toInstant().toString()
  return { workspace, from, until, promises: await listStandingPromises(desk, workspace.id, { from, until }) }
}

type Written = {
  readonly id: string
  readonly version: number
  readonly text: StandingText
  readonly before: StandingText | null
}

async function write(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { id, version, text, before }: Written,
): Promise<void> {
  const at = desk.now().toString()
  await rows.writeStanding(queries, actor.workspaceId, { id, version, text, by: actor.by, at })
  const kind = before === null ? "standing-added" : "standing-changed"
  const was = before === null ? {} : { before: { ...before } }
  await log(queries, desk, actor, { kind, subjectId: id, ...was, after: { ...text } })
}

async function change<T>(
  desk: Desk,
  actor: Actor,
  work: (queries: Queries, known: readonly rows.StandingRow[]) => Promise<T>,
): Promise<T> {
  assertRole(actor, "admin")
  const { workspaceId } = actor
  return commit(desk, async (queries) => {
    await rows.lockStanding(queries, workspaceId)
    const done = await work(queries, await rows.listStanding(queries, workspaceId))
    await auditDeskTexts(queries, desk, workspaceId)
    await insertChange(queries, { workspaceId, kind: "audit", id: workspaceId, at: desk.now().toString() })
    return done
  })
}

async function assertMeasure(queries: Queries, { workspaceId }: Actor, { measure }: StandingText): Promise<void> {
  if (measure.kind !== "kept-in-time" && measure.kind !== "told-before-late") return
  const { deeds } = await readSettings(queries, workspaceId)
  if (measure.deed !== null && !deeds.some(({ id }) => id === measure.deed)) {
    throw invalid(`There is no kind of promise “${measure.deed}” in this workspace.`, "measure")
  }
}
