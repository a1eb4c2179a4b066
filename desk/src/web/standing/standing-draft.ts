import type { Measure, StandingText } from "../../ledger/standing-promise.ts"

/** A promise to every customer as its form holds it: numbers as they are typed. */
export type StandingDraft = {
  readonly what: string
  readonly limits: string
  readonly complain: string
  readonly kind: Measure["kind"]
  readonly hours: string
  readonly deed: string | null
  readonly percent: string
  readonly why: string
}

const MINUTES_AN_HOUR = 60
const PERCENT_STANDARD = "95"

export function draftOf(known: StandingText | null): StandingDraft {
  const measure: Measure = known?.measure ?? { kind: "first-answer", minutes: 4 * MINUTES_AN_HOUR, percent: 95 }
  return {
    what: known?.what ?? "",
    limits: known?.limits ?? "",
    complain: known?.complain ?? "",
    kind: measure.kind,
    hours: measure.kind === "first-answer" ? String(measure.minutes / MINUTES_AN_HOUR) : "4",
    deed: measure.kind === "kept-in-time" || measure.kind === "told-before-late" ? measure.deed : null,
    percent: measure.kind === "none" ? PERCENT_STANDARD : String(measure.percent),
    why: measure.kind === "none" ? measure.why : "",
  }
}

/** Null while something is missing or no number. */
export function textOf(draft: StandingDraft): StandingText | null {
  const measure = measureOf(draft)
  const what = draft.what.trim()
  if (measure === null || what === "") return null
  return { what, limits: draft.limits.trim(), complain: draft.complain.trim(), measure }
}

function measureOf({ kind, hours, deed, percent: typed, why }: StandingDraft): Measure | null {
  if (kind === "none") return why.trim() === "" ? null : { kind, why: why.trim() }
  const percent = Number(typed)
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) return null
  if (kind !== "first-answer") return { kind, deed, percent }
  const minutes = Math.round(Number(hours.replace(",", ".")) * MINUTES_AN_HOUR)
  return minutes >= 1 ? { kind, minutes, percent } : null
}
