import { amountClaim } from "./amount-claim.ts"
import { hoursClaim } from "./hours-claim.ts"
import type { Unit } from "./context.ts"
import type { Asked, Judged, Place } from "./find-claims.ts"
import { isScopeUnsaid } from "./under-condition.ts"
import { yesNoClaim } from "./yes-no-claim.ts"

/** What the customer asked is claimed by whoever says yes to it: "> so it's free? / That's correct." Null where nothing is affirmed. */
export function affirmedClaim({ clause, units: around, reading }: Place, asked: Asked): Judged | null {
  if (asked.questions.length === 0) return null
  const words = clause.words.replace(ADDRESSED, "")
  const isYes = YES.test(words)
  if ((!isYes && !NO.test(words)) || clause.values.length > 0) return null
  const question = asked.questions.at(-1)
  if (question === undefined) return null
  const units: Unit[] = [
    { ...question, nearness: 1 },
    ...asked.units.map((unit) => ({ ...unit, nearness: Math.min(unit.nearness, 0.85), isAsked: true })),
    ...around.map((unit) => ({ ...unit, nearness: Math.min(unit.nearness, 0.85) })),
  ]
  const place: Place = {
    clause: question,
    units,
    around: [],
    stance: "says",
    mark: undefined,
    promise: undefined,
    reading: { ...reading, text: "" },
  }
  const judged = yesNoClaim(place, !isYes) ?? amountClaim(place) ?? hoursClaim(place)
  if (judged === null || isOfSomeOnly(judged, place)) return null
  if (judged.kind === "policy" || isYes) return judged
  return { ...judged, verdict: judged.verdict === "supported" ? "contradicted" : "supported" }
}

/** "Can I get a refund? / Yes", of what is not refunded to those who pay by the month, where others pay by the year: which it is is not said. */
function isOfSomeOnly({ verdict, entry }: Judged, place: Place): boolean {
  if (verdict !== "contradicted" || entry === undefined || !isScopeUnsaid(place, entry)) return false
  const { subject, scope = {} } = entry.fact
  return place.reading.facts.entries.some(
    ({ fact }) =>
      fact.subject === subject &&
      Object.entries(fact.scope ?? {}).some(
        ([dimension, value]) => scope[dimension] !== undefined && scope[dimension] !== value,
      ),
  )
}

/** ", Mrs. Doyle" at the end. */
const ADDRESSED = /, (?:(?:dr|mr|mrs|ms|herr|frau)\.? )?[\p{L}'-]+[^\p{L}]*$/u

const YES =
  /^(?:yes|yep|yeah|yup|correct|exactly|indeed|absolutely|certainly|that's (?:right|correct|true|it)|that is (?:right|correct|true)|you (?:sure|certainly|absolutely )?\s*(?:can|do|will|are|may)\b(?= indeed|[^a-z]*$)|(?:it|we|they) (?:sure |certainly )?(?:is|are|do|does|can|will)\b(?= indeed|[^a-z]*$)|you can, yes\b|(?:it|we|they|you) (?:is|are|do|does|can|will|would|may|could)(?: indeed)?, (?:yes|yep|indeed|of course)\b|(?:we|it|they|you) would(?: indeed)?[^a-z]*$|(?:i'm )?afraid (?:so|it does|it is|they do|they are|you do)[^a-z]*$|(?:exactly|quite|dead) right|spot on|you(?:'ve)? got it|that's how it (?:is|works)|of course|sure(?: thing)?|you're right|right,)/
const NO =
  /^(?:no|nope|not at all|i'm afraid not|unfortunately not|sadly not|afraid not|(?:it|we|they|you) (?:isn't|aren't|don't|doesn't|can't|cannot|won't|wouldn't)(?:,? (?:no|sadly|unfortunately|i'm afraid))?(?=[^a-z]*$)|i'm sorry, no)\b(?! (?:problem|worries|worry|trouble|rush|hurry))/
