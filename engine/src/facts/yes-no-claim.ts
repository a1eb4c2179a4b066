import type { Judged, Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { matchesOf } from "./match.ts"
import { isImpersonal, mayClaim } from "./may-claim.ts"
import type { Match } from "./match.ts"
import { isDenied, sideOf } from "./polarity.ts"
import { inScope } from "./scope.ts"
import type { Proposition } from "./statements.ts"

/** What yes-or-no facts say to a clause: "we don't ship to Norway", "pets are welcome". */
export function yesNoClaim(place: Place, denied?: boolean): Judged | null {
  const { clause, units, reading } = place
  if (place.stance === "own" || place.stance === "past") return null
  const { words } = clause
  const matches = matchesOf(units, reading.facts, ({ propositions }) => propositions.length > 0)
  for (const match of matches) {
    for (const proposition of match.entry.propositions) {
      if (proposition.isAbsence === true && !isAbsent(proposition, place)) continue
      if (!isSaidHere(proposition, match, place)) continue
      const isTold = isToldWhole(proposition, match, place)
      if (match.subject < SUBJECT_MIN && !isTold) continue
      const cover = coverOf(proposition, place, { attribute: match.entry.fact.attribute, words })
      const slack = proposition === match.entry.propositions[0] ? UNEXPLAINED_MAX : UNEXPLAINED_MAX * 1.5
      if (cover < COVER_MIN || match.unexplained > slack) continue
      const judged = judgeOne(place, match, proposition, words, denied)
      // A property alone names no product surely enough to go against its fact.
      if (judged?.verdict === "contradicted" && match.isUnnamed && !isTold) continue
      if (judged?.open !== undefined && !mayClaim(place)) continue
      if (judged?.verdict === "contradicted" && denied === undefined && !isImpersonal(place)) continue
      if (judged !== null) return judged
    }
  }
  return null
}

const ONLY = /\bonly\b(?! (?:if|when|once|need|have to|because))/

const SUBJECT_MIN = 0.4
const COVER_MIN = 0.8
const UNEXPLAINED_MAX = 1.6

function judgeOne(place: Place, match: Match, proposition: Proposition, words: string, told?: boolean): Judged | null {
  const { reading, units } = place
  const denies = told ?? isDenied(words)
  const side = sideOf(words)
  const isFlipped = side !== null && proposition.side !== null && side !== proposition.side
  // "can be cancelled before it leaves" against "cannot be cancelled after it has left": they say the same.
  if (isFlipped && denies === proposition.isDenied) return null
  const group = reading.facts.groups.get(match.entry.group) ?? []
  const scoped = inScope(group, units, reading.known, reading.facts)
  const base = { kind: "policy" as const, score: match.score }
  if (scoped.isElsewhere) {
    const isBeyond = proposition.isOnly && !proposition.isDenied
    return isBeyond ? { ...base, verdict: denies ? "supported" : "contradicted", entry: match.entry } : null
  }
  const holding = scoped.entries.filter(({ fact }) => isInForce(fact, reading.day))
  const entry = holding.find((each) => each === match.entry) ?? holding[0]
  if (entry === undefined) return outOfTime(place, match, proposition, denies, words)
  if (ONLY.test(words) && proposition.isAll && !proposition.isDenied && !denies)
    return { ...base, verdict: "contradicted", entry }
  const own = entry === match.entry ? proposition : entry.propositions[0]
  if (own === undefined) return null
  const isSame = (denies === own.isDenied) !== isFlipped
  const isOpen = scoped.open.length > 0 && holding.some((each) => each.propositions[0]?.isDenied !== own.isDenied)
  return { ...base, verdict: isSame ? "supported" : "contradicted", entry, ...(isOpen ? { open: scoped.open } : {}) }
}

/** "We have stollen at the moment", of what begins in November: told as running before it starts, or after it has ended. */
function outOfTime(
  { reading }: Place,
  { entry, score }: Match,
  { isDenied: isNot }: Proposition,
  denies: boolean,
  words: string,
): Judged | null {
  const { validFrom = "", validUntil = "9999" } = entry.fact
  const isOut = reading.day < validFrom || reading.day > validUntil
  return isOut && !denies && !isNot && NOW.test(words)
    ? { kind: "policy", score, verdict: "contradicted", entry }
    : null
}

const NOW = /\b(?:now|at the moment|already|currently|today|still|this (?:week|month))\b/

/** The clause says all of it, so that the subject need not be named: "no notice period", "the tank has to be full on return". */
function isToldWhole({ concepts, isAbsence }: Proposition, { unexplained }: Match, { units }: Place): boolean {
  const telling = concepts.filter((concept) => isAbsence === true || !LIGHT.has(concept))
  if (!telling.every((concept) => units[0]?.concepts.has(concept))) return false
  return isAbsence === true || (telling.length >= 2 && unexplained <= 0.6)
}

/** "no notice period", "without a deposit": denied right before the thing. */
function isAbsent({ concepts }: Proposition, { clause }: Place): boolean {
  return clause.tokens.some(
    ({ text }, at) =>
      ABSENT.test(text) &&
      clause.tokens.slice(at + 1, at + 4).some(({ concept }) => !EVERYWHERE.has(concept) && concepts.includes(concept)),
  )
}

/** Of "no charge" nothing is absent but the price. */
const EVERYWHERE: ReadonlySet<string> = new Set(["+price", "+change"])

const ABSENT = /^(?:no|without|any|zero|have)$/

/** Whether the clause itself says something of it, or names the subject. */
function isSaidHere({ concepts }: Proposition, { entry }: Match, { units }: Place): boolean {
  const own = units[0]?.concepts ?? new Set()
  if (concepts.some((concept) => own.has(concept) && !LIGHT.has(concept))) return true
  return (
    entry.aliases.some((alias) => !alias.isUs && alias.concepts.every((concept) => own.has(concept))) ||
    concepts.every((concept) => own.has(concept))
  )
}

type Said = { readonly attribute: string; readonly words: string }

/** How much of what it takes to say it is said, in the clause or close by. */
function coverOf({ concepts }: Proposition, { units, reading }: Place, { attribute, words }: Said): number {
  const { weights } = reading.facts
  let all = 0
  let hit = 0
  const isPredicate = PREDICATE.test(words)
  for (const concept of concepts) {
    const weight = weights.of(concept) * (LIGHT.has(concept) || weights.against(concept) < 0.3 ? 0.25 : 1)
    all += weight
    const isSaid = isPredicate && LIGHT.has(concept)
    const nearness = isSaid ? 1 : (units.find((unit) => unit.concepts.has(concept))?.nearness ?? 0)
    hit += weight * (nearness >= 0.85 ? 1 : nearness >= 0.6 ? nearness : 0)
  }
  const isVerb = concepts.length === 1 && /ed$/i.test(attribute) && !/\s/.test(attribute) // "baked", "treated": we do it or not
  if (isVerb && DOING.test(words)) return 1
  if (concepts.every((concept) => LIGHT.has(concept))) return isPredicate || WE_DO.test(words) ? 1 : 0
  return hit / all
}

/** "We deliver on Sundays": whoever does it offers it. */
const WE_DO =
  /^(?:(?:yes|no|and|but|so|also|course|of course|sorry|sure)[, ]+)*we (?:also |do |don't |can |can't |cannot |never |always )?[a-z]+/
const DOING = /\b(?:we|you) (?:also |still |can |don't |do |can't |cannot )*(?:do|have|make|offer|sell|take|get)\b/

/** Says that there is such a thing, or that it can be had. */
const PREDICATE =
  /\b(?:available|offer(?:ed|s)?|have|has|get|gets|included|includes?|comes? with|part of|can|can't|cannot|may|choose|accept(?:ed|s)?|possible|option|supports?|there(?:'s| is| are|'re)|do|does|don't|doesn't|no|must|need|needs|has to|have to|use|uses)\b/

/** Ways to say that something is possible: one stands for the other. */
const LIGHT = new Set(["+works", "+available", "+include", "+buy", "+allow", "accept", "offer", "support", "+require"])
