import { CASE_FIGURES, type CaseFigure } from "../src/ledger/report-figure.ts"
import { OUTCOMES } from "../src/ledger/trust-report.ts"
import type { TrustReport as Whole } from "../src/server/verbs/trust-report.ts"

type TrustReport = Omit<Whole, "overrides">

/** Every figure that opens a list: its name, what the report counts, and which list it is in. */
export function figuresAndLists(report: TrustReport): readonly (readonly [string, number, "promises" | CaseFigure])[] {
  const { evidence, lateness, customersSaid, untilDone, outcomes } = report
  const promises: readonly (readonly [string, number])[] = [
    ["closed", report.closed],
    ["kept", outcomes["in-time"] + outcomes.late],
    ["open", report.openNow],
    ["made:all", untilDone.n],
    ["made:open", untilDone.open],
    ...OUTCOMES.map((outcome) => [`outcome:${outcome}`, outcomes[outcome]] as const),
    ...Object.entries(evidence).map(([kind, count]) => [`evidence:${kind}`, count] as const),
    ...lateness.counts.map((count, bar) => [`lateness:${bar}`, count] as const),
    ...Object.entries(customersSaid).map(([kind, count]) => [`said:${kind}`, count] as const),
  ]
  const counts = countsOf(report)
  return [
    ...promises.map(([figure, count]) => [figure, count, "promises"] as const),
    ...CASE_FIGURES.map((figure) => [figure, counts[figure], figure] as const),
  ]
}

function countsOf(report: TrustReport): Readonly<Record<CaseFigure, number>> {
  const { reviewed, corrections, afterSale, answers } = report
  const { claims } = reviewed
  return {
    "claims:supported": claims.supported,
    "claims:contradicted": claims.contradicted,
    "claims:unsupported": claims.unsupported,
    "claims:needs-evidence": claims.needsEvidence,
    "claims:stale": claims.onStale,
    "facts:stale": report.facts.stale,
    "facts:in-force": report.facts.inForce,
    reviewed: reviewed.messages,
    overridden: reviewed.overridden,
    ...declinesOf(report),
    "corrections:all": corrections.people,
    "corrections:corrected": corrections.corrected,
    "corrections:honoured": corrections.honoured,
    "corrections:left": corrections.left,
    "corrections:not-yet": corrections.notYet,
    "orders:all": afterSale.orders,
    "orders:undone": afterSale.undone,
    "orders:recommended-undone": afterSale.recommendedUndone,
    "orders:misled-undone": afterSale.misledUndone,
    "orders:let-down-undone": afterSale.letDownUndone,
    "outcomes:asked": afterSale.asked,
    "outcomes:yes": afterSale.yes,
    "outcomes:partly": afterSale.partly,
    "outcomes:no": afterSale.no,
    "outcomes:answered": afterSale.helpedShare.n,
    "answers:asked": answers.asked,
    "answers:yes": answers.yes,
    "answers:partly": answers.partly,
    "answers:no": answers.no,
    "answers:answered": answers.helpedShare.n,
    "orders:recommended": afterSale.recommended,
    "orders:misled": afterSale.misled,
    "orders:let-down": afterSale.letDown,
    "returning:in-time": treated(report, "in-time").count,
    "returning:late": treated(report, "late").count,
    "returning:broken": treated(report, "broken").count,
    "treated:in-time": treated(report, "in-time").n,
    "treated:late": treated(report, "late").n,
    "treated:broken": treated(report, "broken").n,
  }
}

function declinesOf({ declines: { byBasis, wroteAgain } }: TrustReport) {
  const n = (basis: string) => byBasis.find((each) => each.basis === basis)?.n ?? 0
  const all = byBasis.reduce((sum, each) => sum + each.n, 0)
  const withAlternative = byBasis.reduce((sum, each) => sum + each.withAlternative, 0)
  return {
    "declines:capability": n("capability"),
    "declines:capacity": n("capacity"),
    "declines:law": n("law"),
    "declines:safety": n("safety"),
    "declines:policy": n("policy"),
    "declines:unfair": n("unfair"),
    "declines:wrong": n("wrong"),
    "declines:all": all,
    "declines:with-alternative": withAlternative,
    "declines:without-alternative": all - withAlternative,
    "declines:wrote-again": wroteAgain.count,
    "declines:month-ago": wroteAgain.n,
  }
}

function treated({ returning }: TrustReport, how: string): { readonly count: number; readonly n: number } {
  return returning.find((each) => each.treated === how)?.share ?? { count: 0, n: 0 }
}
