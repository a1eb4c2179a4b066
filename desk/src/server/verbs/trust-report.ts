import { writeCsv } from "../../ledger/csv.ts"
import { invalid } from "../../ledger/error.ts"
import {
  type CountedPromise,
  type Figure,
  OUTCOMES,
  type Period,
  type PromiseFigures,
  behindFigure,
  promiseFigures,
} from "../../ledger/trust-report.ts"
import { type Share, shareOf } from "../../ledger/wilson.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import {
  type AfterSaleCounts,
  type CorrectionCounts,
  countAfterSale,
  countCorrections,
} from "../database/after-sale-report.ts"
import { type DeclineCount, countDeclines, countWroteAgain } from "../database/declines.ts"
import { type PromiseView, listPromisesById } from "../database/promises.ts"
import { readSettings } from "../database/settings.ts"
import {
  type CustomersSaid,
  type OverrideView,
  type ReportAsked,
  type Returning,
  type ReviewedCounts,
  countCustomersSaid,
  countOpen,
  countReviewed,
  listCounted,
  listOverrides,
  listReturning,
} from "../database/trust-report.ts"
import type { Desk } from "./desk.ts"

export type TrustReport = PromiseFigures & {
  readonly openNow: number
  readonly customersSaid: CustomersSaid
  readonly reviewed: ReviewedCounts
  readonly overrides: readonly OverrideView[]
  readonly declines: { readonly byBasis: readonly DeclineCount[]; readonly wroteAgain: Share }
  readonly corrections: CorrectionCounts
  /** The shares are of the counts beside them. */
  readonly afterSale: AfterSaleCounts & {
    readonly undoneShare: Share
    readonly recommendedShare: Share
    readonly misledShare: Share
    readonly helpedShare: Share
  }
  readonly returning: readonly { readonly treated: Returning["treated"]; readonly share: Share }[]
}

const OVERRIDES_MAX = 50 // the newest; the count beside them is of all

/** The figures of a workspace over a period, computed from the rows and entries when they are asked for. */
export async function readTrustReport(desk: Desk, workspaceId: string, asked: ReportAsked): Promise<TrustReport> {
  const { database } = desk
  const calendar = calendarOf(await readSettings(database, workspaceId))
  const counted = await listCounted(database, workspaceId, asked)
  const now = desk.now().toString()
  const returning = await listReturning(database, workspaceId, asked, now)
  const again = await countWroteAgain(database, workspaceId, asked, now)
  return {
    ...promiseFigures(counted, periodOf(desk, asked), calendar),
    openNow: await countOpen(database, workspaceId, asked),
    customersSaid: await countCustomersSaid(database, workspaceId, asked),
    reviewed: await countReviewed(database, workspaceId, asked),
    overrides: await listOverrides(database, workspaceId, asked, OVERRIDES_MAX),
    declines: {
      byBasis: await countDeclines(database, workspaceId, asked),
      wroteAgain: shareOf(again.wrote, again.n),
    },
    corrections: await countCorrections(database, workspaceId, asked),
    afterSale: withShares(await countAfterSale(database, workspaceId, asked)),
    returning: returning.map(({ treated, n, returned }) => ({ treated, share: shareOf(returned, n) })),
  }
}

/** Of those who answered, how many said yes: who says nothing is in no share, and stands beside it as asked. */
function withShares(counts: AfterSaleCounts): TrustReport["afterSale"] {
  return {
    ...counts,
    undoneShare: shareOf(counts.undone, counts.orders),
    recommendedShare: shareOf(counts.recommendedUndone, counts.recommended),
    misledShare: shareOf(counts.misledUndone, counts.misled),
    helpedShare: shareOf(counts.yes, counts.yes + counts.partly + counts.no),
  }
}

const BEHIND_MAX = 200 // rows on one screen; the CSV has all

/** The promises behind a figure, newest first, and how many there are. `invalid` for a figure that there is not. */
export async function listBehindFigure(
  desk: Desk,
  workspaceId: string,
  asked: ReportAsked & { readonly figure: string },
): Promise<{ readonly count: number; readonly items: readonly PromiseView[] }> {
  const behind = await closedBehind(desk, workspaceId, asked, figureOf(asked.figure))
  const ids = behind.slice(0, BEHIND_MAX).map(({ id }) => id)
  return { count: behind.length, items: await listPromisesById(desk.database, workspaceId, ids) }
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

function periodOf(desk: Desk, { from, until }: ReportAsked): Period {
  return {
    from: Temporal.Instant.from(from).epochMilliseconds,
    until: Temporal.Instant.from(until).epochMilliseconds,
    now: desk.now().epochMilliseconds,
  }
}

const EVIDENCE = ["message", "call", "visit", "file", "customer", "word"] as const

function figureOf(text: string): Figure {
  const [kind, name = ""] = text.split(":")
  const outcome = OUTCOMES.find((each) => each === name)
  const evidence = EVIDENCE.find((each) => each === name)
  if (kind === "closed") return { kind: "closed" }
  if (kind === "outcome" && outcome !== undefined) return { kind: "outcome", outcome }
  if (kind === "evidence" && evidence !== undefined) return { kind: "evidence", evidence }
  if (kind === "lateness") return { kind: "lateness", bar: Number(name) }
  throw invalid(`There is no figure “${text}”. Known: closed, outcome:NAME, evidence:NAME, lateness:0 to 6.`, "figure")
}

function instantOf(milliseconds: number | null): string {
  return milliseconds === null ? "" : Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()
}
