import type { Period } from "../../ledger/counted-promise.ts"
import { type PromiseFigures, promiseFigures } from "../../ledger/trust-report.ts"
import { type Share, shareOf } from "../../ledger/wilson.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import {
  type AfterSaleCounts,
  type CorrectionCounts,
  countAfterSale,
  countCorrections,
  countUntold,
} from "../database/after-sale-report.ts"
import { type AnswerCounts, countAnswers } from "../database/answers-report.ts"
import { type DeclineCount, countDeclines, countWroteAgain } from "../database/declines.ts"
import { readSettings } from "../database/settings.ts"
import { type Returning, listReturning } from "../database/returning-report.ts"
import {
  type FactCounts,
  type OverrideView,
  type ReviewedCounts,
  countFacts,
  countReviewed,
  countSent,
  listOverrides,
} from "../database/reviewed-report.ts"
import { type CustomersSaid, countCustomersSaid } from "../database/customers-said.ts"
import { type ReportAsked, countOpen, listCounted } from "../database/trust-report.ts"
import type { Desk } from "./desk.ts"

export type TrustReport = PromiseFigures & {
  readonly openNow: number
  readonly customersSaid: CustomersSaid
  readonly reviewed: ReviewedCounts
  /** Facts as they are now, whatever the period. */
  readonly facts: FactCounts
  readonly overrides: readonly OverrideView[]
  readonly declines: { readonly byBasis: readonly DeclineCount[]; readonly wroteAgain: Share }
  readonly corrections: CorrectionCounts
  /** The shares are of the counts beside them. */
  readonly afterSale: AfterSaleCounts & {
    readonly undoneShare: Share
    readonly recommendedShare: Share
    readonly misledShare: Share
    readonly letDownShare: Share
    readonly helpedShare: Share
  }
  /** Whether our answers helped: the share of those who answered. */
  readonly answers: AnswerCounts & { readonly helpedShare: Share }
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
    facts: await countFacts(database, workspaceId, now),
    overrides: await listOverrides(database, workspaceId, asked, OVERRIDES_MAX),
    declines: {
      byBasis: await countDeclines(database, workspaceId, { from: asked.from, until: asked.until }),
      wroteAgain: shareOf(again.wrote, again.n),
    },
    corrections: await countCorrections(database, workspaceId, asked),
    afterSale: withShares(await countAfterSale(database, workspaceId, asked)),
    answers: withHelped(await countAnswers(database, workspaceId, asked)),
    returning: returning.map(({ treated, n, returned }) => ({ treated, share: shareOf(returned, n) })),
  }
}

/** The few figures of the report that stand on Today. */
export type Headlines = {
  readonly inTime: Share
  readonly late: { readonly n: number; readonly median: number | null }
  readonly sent: number
  readonly overridden: number
  readonly corrections: { readonly people: number; readonly notYet: number }
}

/** The same figures as in the report of the period, without what takes long to count; and which corrections wait now. */
export async function readHeadlines(desk: Desk, workspaceId: string, asked: ReportAsked): Promise<Headlines> {
  const { database } = desk
  const calendar = calendarOf(await readSettings(database, workspaceId))
  const counted = await listCounted(database, workspaceId, asked)
  const { inTime, outcomes, lateness } = promiseFigures(counted, periodOf(desk, asked), calendar)
  const { messages, overridden } = await countSent(database, workspaceId, asked)
  return {
    inTime,
    late: { n: outcomes.late, median: lateness.medianLate },
    sent: messages,
    overridden,
    corrections: await countUntold(database, workspaceId),
  }
}

/** Of those who answered, how many said yes: who says nothing is in no share, and stands beside it as asked. */
function withHelped<Counts extends AnswerCounts>(counts: Counts): Counts & { readonly helpedShare: Share } {
  return { ...counts, helpedShare: shareOf(counts.yes, counts.yes + counts.partly + counts.no) }
}

function withShares(counts: AfterSaleCounts): TrustReport["afterSale"] {
  return {
    ...withHelped(counts),
    undoneShare: shareOf(counts.undone, counts.orders),
    recommendedShare: shareOf(counts.recommendedUndone, counts.recommended),
    misledShare: shareOf(counts.misledUndone, counts.misled),
    letDownShare: shareOf(counts.letDownUndone, counts.letDown),
  }
}

export function periodOf(desk: Desk, { from, until }: ReportAsked): Period {
  return {
    from: Temporal.Instant.from(from).epochMilliseconds,
    until: Temporal.Instant.from(until).epochMilliseconds,
    now: desk.now().epochMilliseconds,
  }
}
