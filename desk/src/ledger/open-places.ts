import type { Finding, Review } from "aboveboard-engine"
import { type Softened, verdictOf } from "./claim.ts"

/** What a place of a saved reply that nothing was known for is called among the findings. */
export const OPEN_PLACE = "protocol/open-place"

/** As `fillReply` leaves them: names and facts that were not known. */
const PLACE = /\{\{\s*(?:customer\.name|member\.name|fact:[^{}]{1,300}?)\s*\}\}/g

/** The review with a finding on each place of a saved reply that was left open: a customer would read its braces. */
export function withOpenPlaces(review: Review, text: string, softened: Softened): Review {
  const severity = softened[OPEN_PLACE] ?? "confirm"
  if (severity === "off" || !text.includes("{{")) return review
  const found = [...text.matchAll(PLACE)].flatMap(({ 0: place, index }): readonly Finding[] => {
    const end = index + place.length
    const isOwn = review.own.some((span) => span.start <= index && end <= span.end)
    return isOwn ? [{ rule: OPEN_PLACE, severity, start: index, end, why: WHY }] : []
  })
  if (found.length === 0) return review
  const findings = [...review.findings, ...found].toSorted((one, other) => one.start - other.start)
  return { ...review, findings, verdict: verdictOf(findings) }
}

const WHY =
  "Nothing is known for this place, so the customer would read it as it stands. Write what belongs there; a fact for some customers only is filled in where it is known that they are one of them."
