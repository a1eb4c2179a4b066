import type { Share } from "./wilson.ts"

/**
 * How a promise to every customer is measured from the record. `percent`: of how many in a hundred it is promised. What the
 * record cannot show is not measured, and says why.
 */
export type Measure =
  | { readonly kind: "first-answer"; readonly minutes: number; readonly percent: number }
  | { readonly kind: "kept-in-time"; readonly deed: string | null; readonly percent: number }
  | { readonly kind: "told-before-late"; readonly deed: string | null; readonly percent: number }
  | { readonly kind: "none"; readonly why: string }

export const MEASURES = ["first-answer", "kept-in-time", "told-before-late", "none"] as const

export type StandingText = {
  readonly what: string
  readonly limits: string
  /** Whom a customer turns to when it was not kept. */
  readonly complain: string
  readonly measure: Measure
}

export type StandingVersion = StandingText & {
  readonly version: number
  readonly validFrom: string
  readonly by: string | null
}

/** A version with what the record showed while it held, within the period that was asked for. */
export type MeasuredVersion = StandingVersion & {
  readonly validUntil: string | null
  readonly measured: Measured
}

export type Measured =
  | { readonly kind: "share"; readonly from: string; readonly until: string; readonly share: Share }
  /** It did not hold on any day of the period. */
  | { readonly kind: "outside" }
  | { readonly kind: "none" }

const CASES_MIN = 10 // under it there is not enough record

export type Compared = "not-enough" | "reached" | "below" | "open"

/** What the range allows to say of what was promised: reached, below, or neither with any certainty. */
export function comparedWith({ n, low, high }: Share, percent: number): Compared {
  if (n < CASES_MIN) return "not-enough"
  if (low >= percent) return "reached"
  return high < percent ? "below" : "open"
}

/** How it is measured, in words that a customer can check. */
export function measureText(measure: Measure, deedName: (id: string) => string): string {
  switch (measure.kind) {
    case "first-answer":
      return `Of conversations that customers began, those with a first answer within ${hours(measure.minutes)} of working time: a mail that our outgoing server accepted, or a call or visit that we logged. What is still within that time is not counted. Promised: ${measure.percent} %.`
    case "kept-in-time":
      return `Of ${about(measure.deed, deedName)} with a date that were closed, those kept in time; a new date is not kept. Promised: ${measure.percent} %.`
    case "told-before-late":
      return `Of ${about(measure.deed, deedName)} that were not kept by their date, those of which the customer was told a new date before. Promised: ${measure.percent} %.`
    case "none":
      return `Not measured: ${measure.why}`
  }
}

/** What the record showed, in words. */
export function measuredText(measured: Measured, percent: number | null): string {
  if (measured.kind === "none" || percent === null) return "Not measured"
  if (measured.kind === "outside") return "It did not hold in this period"
  const { share } = measured
  if (comparedWith(share, percent) === "not-enough") return `Not enough record: ${share.n}`
  return `${share.percent} %, range ${share.low} to ${share.high} %: ${share.count} of ${share.n}`
}

export const COMPARED_WORDS: Readonly<Record<Compared, string>> = {
  "not-enough": "",
  reached: "As promised",
  below: "Less than promised",
  open: "The range holds what was promised: the record does not decide",
}

export function percentOf(measure: Measure): number | null {
  return measure.kind === "none" ? null : measure.percent
}

function about(deed: string | null, deedName: (id: string) => string): string {
  return deed === null ? "promises" : `promises of the kind “${deedName(deed)}”`
}

function hours(minutes: number): string {
  if (minutes % 60 !== 0) return `${minutes} minutes`
  return minutes === 60 ? "1 hour" : `${minutes / 60} hours`
}

type Span = { readonly from: string; readonly until: string }

/** Until when each version held: until the next began, or the promise was withdrawn; null: it still holds. Newest first, as given. */
export function withValidity<V extends { readonly validFrom: string }>(
  versions: readonly V[],
  removedAt: string | null,
): readonly (V & { readonly validUntil: string | null })[] {
  return versions.map((each, index) => ({ ...each, validUntil: versions[index - 1]?.validFrom ?? removedAt }))
}

/** The part of a period in which a text held; null when there is none. */
export function overlap(
  { validFrom, validUntil }: { readonly validFrom: string; readonly validUntil: string | null },
  { from, until }: Span,
): Span | null {
  const begin = later(validFrom, from)
  const end = validUntil === null ? until : earlier(validUntil, until)
  return Temporal.Instant.compare(begin, end) < 0 ? { from: begin, until: end } : null
}

function later(one: string, other: string): string {
  return Temporal.Instant.compare(one, other) > 0 ? one : other
}

function earlier(one: string, other: string): string {
  return Temporal.Instant.compare(one, other) < 0 ? one : other
}
