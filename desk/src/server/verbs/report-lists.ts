import type { CountedPromise } from "../../ledger/counted-promise.ts"
import { writeCsv } from "../../ledger/csv.ts"
import { invalid } from "../../ledger/error.ts"
import { type CaseFigure, SAID_FIGURES } from "../../ledger/report-figure.ts"
import { type Figure, OUTCOMES, behindFigure } from "../../ledger/trust-report.ts"
import { casesMade } from "../../ledger/until-done.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import { listSaidIds } from "../database/customers-said.ts"
import { type PromiseView, listPromisesById } from "../database/promises.ts"
import { type ReportCase, listReportCases } from "../database/report-cases.ts"
import { readSettings } from "../database/settings.ts"
import { type ReportAsked, listCounted, listOpenIds } from "../database/trust-report.ts"
import { type Actor, type Desk, assertRole } from "./desk.ts"
import { periodOf } from "./trust-report.ts"

const BEHIND_MAX = 200 // rows on one screen; the CSV has all

/** The promises behind a figure, newest first, and how many there are. `invalid` for a figure that there is not. */
export async function listBehindFigure(
  desk: Desk,
  workspaceId: string,
  asked: ReportAsked & { readonly figure: string },
): Promise<{ readonly count: number; readonly items: readonly PromiseView[] }> {
  const ids = await idsBehind(desk, workspaceId, asked)
  return { count: ids.length, items: await listPromisesById(desk.database, workspaceId, ids.slice(0, BEHIND_MAX)) }
}

async function idsBehind(
  desk: Desk,
  workspaceId: string,
  asked: ReportAsked & { readonly figure: string },
): Promise<readonly string[]> {
  const [kind, name] = asked.figure.split(":")
  const said = SAID_FIGURES.find((each) => kind === "said" && each === name)
  if (kind === "open") return listOpenIds(desk.database, workspaceId, asked)
  if (said !== undefined) return listSaidIds(desk.database, workspaceId, said, asked)
  if (kind === "made") return madeBehind(desk, workspaceId, asked, name === "open")
  return (await closedBehind(desk, workspaceId, asked, figureOf(asked.figure))).map(({ id }) => id)
}

/** Those made in the period, by the first promise of each; `onlyOpen`: not done yet. */
async function madeBehind(desk: Desk, workspaceId: string, asked: ReportAsked, onlyOpen: boolean) {
  const calendar = calendarOf(await readSettings(desk.database, workspaceId))
  const counted = (await listCounted(desk.database, workspaceId, asked)).filter(({ erased }) => !erased)
  return casesMade(counted, periodOf(desk, asked), calendar)
    .filter(({ done }) => !onlyOpen || !done)
    .toSorted((a, b) => b.first.begunAt - a.first.begunAt || (a.first.id < b.first.id ? -1 : 1))
    .map(({ first }) => first.id)
}

/** What is behind a figure that counts no promises, newest first, and how many there are. Who sent in spite of a hold is told to leads and admins. */
export async function listCasesBehind(
  desk: Desk,
  actor: Actor,
  asked: ReportAsked & { readonly figure: CaseFigure },
): Promise<{ readonly count: number; readonly items: readonly ReportCase[] }> {
  if (asked.figure === "overridden") assertRole(actor, "lead")
  const shown = { now: desk.now().toString(), most: BEHIND_MAX }
  return listReportCases(desk.database, actor.workspaceId, asked.figure, asked, shown)
}

/** Every promise that was closed in the period, a line each, without names and words: what somebody recounts the figures from. */
export async function trustReportAsCsv(desk: Desk, workspaceId: string, asked: ReportAsked): Promise<string> {
  const closed = await closedBehind(desk, workspaceId, asked, { kind: "closed" })
  const head = ["promise", "deed", "outcome", "evidence", "begun", "due", "ended"]
  const lines = closed.map((each) => [
    each.id,
    each.deed,
    each.outcome,
    each.evidence ?? "",
    instantOf(each.begunAt),
    instantOf(each.dueUntil),
    instantOf(each.state === "broken" ? each.brokenAt : each.endedAt),
  ])
  return writeCsv([head, ...lines])
}

async function closedBehind(desk: Desk, workspaceId: string, asked: ReportAsked, figure: Figure) {
  const calendar = calendarOf(await readSettings(desk.database, workspaceId))
  const counted: readonly CountedPromise[] = await listCounted(desk.database, workspaceId, asked)
  return behindFigure(counted, figure, periodOf(desk, asked), calendar)
}

const EVIDENCE = ["message", "call", "visit", "file", "customer", "word"] as const

function figureOf(text: string): Figure {
  const [kind, name = ""] = text.split(":")
  const outcome = OUTCOMES.find((each) => each === name)
  const evidence = EVIDENCE.find((each) => each === name)
  if (kind === "closed" || kind === "kept") return { kind }
  if (kind === "outcome" && outcome !== undefined) return { kind: "outcome", outcome }
  if (kind === "evidence" && evidence !== undefined) return { kind: "evidence", evidence }
  if (kind === "lateness") return { kind: "lateness", bar: Number(name) }
  throw invalid(
    `There is no figure “${text}”. Known: closed, kept, open, outcome:NAME, evidence:NAME, lateness:0 to 6, said:NAME, made:all, made:open.`,
    "figure",
  )
}

function instantOf(milliseconds: number | null): string {
  return milliseconds === null ? "" : Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()
}
