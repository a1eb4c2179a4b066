import type { Asked } from "./asked.ts"
import type { Clause } from "./clauses.ts"
import { SAME_SENTENCE } from "./context.ts"
import type { Unit } from "./context.ts"
import { factClaim } from "./fact-claim.ts"
import type { Judged, Place } from "./find-claims.ts"
import { kindClaim } from "./kind-claim.ts"
import { paidClaim } from "./paid-claim.ts"
import { toldValues } from "./told-values.ts"
import { isScopeUnsaid } from "./under-condition.ts"
import { saysFree } from "./value.ts"

/**
 * What was asked is claimed by whoever says yes to it: "> so it's free? / That's correct.", "Is it free? For sure." The question is read
 * as the statement that is affirmed or denied. Null where nothing is.
 */
export function affirmedClaim(place: Place, asked: Pick<Asked, "questions" | "units">): Judged | null {
  const { clause } = place
  if (asked.questions.length === 0) return null
  const words = clause.words.replace(ADDRESSED, "")
  const isYes = YES.test(words)
  if (!isYes && !NO.test(words)) return null
  if (!clause.values.every(({ value }) => isYes && saysFree(value))) return null
  const questions = questionsOf(asked)
  for (const question of questions.toReversed()) {
    const judged = answered(place, question, questions, asked.units, isYes)
    if (judged !== null) return judged
  }
  return null
}

/** The parts of the last question; "is that right" asks for nothing but a yes. */
function questionsOf({ questions }: Pick<Asked, "questions">): readonly Clause[] {
  const last = questions.at(-1)
  return questions.filter((each) => each.sentence === last?.sentence && !TAG.test(each.words))
}

const TAG =
  /^(?:and |or )?(?:is|isn't|am i|are|was|would) (?:that|this|it|i) (?:right|correct|true|so|ok|okay)[^a-z]*$|^(?:right|correct|yeah|yes|no|ok)\b[^a-z]*$/

function answered(
  { clause, units: around, reading }: Place,
  question: Clause,
  others: readonly Clause[],
  askedBefore: readonly Unit[],
  isYes: boolean,
): Judged | null {
  const near = (unit: Unit): Unit => ({ ...unit, nearness: Math.min(unit.nearness, SAME_SENTENCE) })
  const place: Place = {
    clause: question,
    units: [
      { ...question, nearness: 1 },
      ...others
        .filter((other) => other !== question)
        .map((other) => ({ ...other, nearness: SAME_SENTENCE, isAsked: true as const })),
      ...askedBefore.map((unit): Unit => ({ ...unit, nearness: SAME_SENTENCE, isAsked: true })), // "He's 19. Can he have one?"
      ...around.map(near),
    ],
    around: [],
    stance: "says",
    mark: undefined,
    promise: undefined,
    reading: { ...reading, text: "" },
  }
  // "So there's no deposit? – Right!", but "You don't ship there, do you? – We do."
  const isDoubted =
    isYes && NEGATED.test(question.words) && !DENYING.test(question.words) && !REPEATS.test(clause.words)
  const judged = kindClaim(place) ?? (isYes ? paidClaim(place) : null) ?? factClaim(place, !isYes || isDoubted)
  if (judged === null || isOfSomeOnly(judged, place)) return null
  if (judged.kind === "policy" || isYes) return judged
  return { ...judged, verdict: judged.verdict === "supported" ? "contradicted" : "supported" }
}

/** "Can I get a refund? / Yes", of what is not refunded to those who pay by the month, where others pay by the year: which it is is not said. */
function isOfSomeOnly({ verdict, entry }: Judged, place: Place): boolean {
  if (verdict !== "contradicted" || entry === undefined || !isScopeUnsaid(place, entry)) return false
  const { subject, scope = {} } = entry.fact
  const { facts } = place.reading
  const isTold = (dimension: string): boolean =>
    toldValues(facts.dimensions.get(dimension) ?? [], place.units, facts) !== null // "I live in Graz"
  if (Object.keys(scope).some(isTold)) return false
  return facts.entries.some(
    ({ fact }) =>
      fact.subject === subject &&
      Object.entries(fact.scope ?? {}).some(
        ([dimension, value]) => scope[dimension] !== undefined && scope[dimension] !== value,
      ),
  )
}

/** "Isn't it free?" asks whether it is. */
const DENYING = /^(?:(?:and|but|so|hi|hello),? )*(?:is|are|do|does|can|have|has|wo|would)n't\b|^can't\b/

const NEGATED = /n't\b|\b(?:no|not|never|without|nobody|none|nothing)\b/
const REPEATS = /^(?:(?:oh|yes|but),? )*(?:you|it|we|they|that|there) (?:is|are|do|does|can|will|would)\b/

/** ", Mrs. Doyle" at the end. */
const ADDRESSED = /, (?:(?:dr|mr|mrs|ms|herr|frau)\.? )?[\p{L}'-]+[^\p{L}]*$/u

const YES =
  /^(?:yes|yep|yeah|yup|correct|exactly|indeed|absolutely|certainly|that's (?:right|correct|true|it)|that is (?:right|correct|true)|you (?:sure|certainly|absolutely )?\s*(?:can|do|will|are|may)\b(?= indeed|[^a-z]*$)|(?:it|we|they) (?:sure |certainly )?(?:is|are|do|does|can|will)\b(?= indeed|[^a-z]*$)|you can, yes\b|(?:it|we|they|you) (?:is|are|do|does|can|will|would|may|could)(?: indeed)?, (?:yes|yep|indeed|of course)\b|(?:we|it|they|you) would(?: indeed)?[^a-z]*$|(?:i'm )?afraid (?:so|it does|it is|they do|they are|you do)[^a-z]*$|(?:exactly|quite|dead) right|spot on|you(?:'ve)? got it|that's how it (?:is|works)|of course|sure(?: thing)?|you're right|right,|right[^a-z]*$|for sure|definitely|totally|you bet|by all means|naturally|aye\b|(?:that's|it's|all) (?:fine|good|ok|okay|no problem)[^a-z]*$|no (?:problem|worries|bother)(?: at all)?[^a-z]*$)/
const NO =
  /^(?:no|nope|not at all|i'm afraid not|unfortunately not|sadly not|afraid not|(?:it|we|they|you) (?:isn't|aren't|don't|doesn't|can't|cannot|won't|wouldn't)(?:,? (?:no|sadly|unfortunately|i'm afraid))?(?=[^a-z]*$)|i'm sorry, no)\b(?! (?:problem|worries|worry|trouble|rush|hurry))/
