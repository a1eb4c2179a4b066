import type { ClaimKind, ClaimVerdict, Finding, FoundClaim, FoundPromise, Span } from "../review-format.ts"
import { clausesOf } from "./clauses.ts"
import type { Clause } from "./clauses.ts"
import type { CompiledFacts } from "./compile.ts"
import { ANSWERED, contextOf, SAME_SENTENCE } from "./context.ts"
import type { Unit } from "./context.ts"
import type { Entry } from "./entry.ts"
import { amountsAround, inPounds } from "./amounts-around.ts"
import { affirmedClaim } from "./affirmation.ts"
import { amountClaim } from "./amount-claim.ts"
import { askedIn } from "./asked.ts"
import type { Asked } from "./asked.ts"
import { factClaim } from "./fact-claim.ts"
import { comparisonClaim } from "./comparison-claim.ts"
import { paidClaim } from "./paid-claim.ts"
import { sweep } from "./overlap.ts"
import { evidenceClaim, KINDS } from "./evidence-claim.ts"
import { goesOn, isOtherCase } from "./goes-on.ts"
import type { Before } from "./goes-on.ts"
import { unbackedClaim } from "./unbacked.ts"
import { kindClaim } from "./kind-claim.ts"
import { namedOf } from "./list-kinds.ts"
import { forgetClause } from "./last-clause.ts"
import { LIGHT } from "./light-words.ts"
import { type Stance, stanceOf, VERB } from "./stance.ts"
import type { Known } from "./known-value.ts"
import { nearby, totalClaim } from "./total-claim.ts"
import type { Read } from "./total-claim.ts"
import type { Value } from "./value.ts"

/** What is read, and with which facts. */
export type Reading = {
  readonly text: string
  readonly own: readonly Span[]
  readonly sentences: readonly Span[]
  readonly asides: readonly Span[]
  readonly promises: readonly FoundPromise[]
  /** What the customer said just before. */
  readonly previous: string
  readonly known: Known
  /** YYYY-MM-DD */
  readonly day: string
  readonly facts: CompiledFacts
  /** What the rules of wording found. */
  readonly findings: readonly Finding[]
}

/** A claim with the fact it was laid beside. */
export type Claim = FoundClaim & { readonly entry?: Entry; readonly open?: readonly string[] }

/** A clause with what is needed to read it. */
export type Place = {
  readonly clause: Clause
  readonly units: readonly Unit[]
  /** Amounts told in the rest of the sentence and in the one before. */
  readonly around: readonly Value[]
  readonly stance: Stance
  /** What the rules of wording found in it of superlatives, comparisons and guarantees. */
  readonly mark: Finding | undefined
  readonly promise: FoundPromise | undefined
  readonly reading: Reading
}

export type Judged = {
  readonly verdict: ClaimVerdict
  readonly kind: ClaimKind
  readonly entry?: Entry
  readonly open?: readonly string[]
  readonly score: number
}

/** What the author asserts about product, service or company, with what the facts say to it; in order, none overlapping. */
export function findClaims(reading: Reading): readonly Claim[] {
  const asked = askedIn(reading)
  const places = placesIn(reading, asked)
  let unbacked = false
  let before: readonly Read[] = []
  let last: Before = null
  const claims = places.flatMap((place, at) => {
    const own =
      judgedAt(place) ??
      affirmedClaim(place, questionBefore(places, at) ?? asked) ??
      (unbacked ? goesOn(place, places[at - 1]) : null)
    if (isOtherCase(own, place, last)) return []
    const judged = own === null || own.verdict === "unsupported" ? (totalClaim(place, before) ?? own) : own
    unbacked = judged?.verdict === "unsupported"
    before = nearby(before, place, judged)
    last = judged === null ? last : { judged, place }
    return judged === null ? [] : [{ at, claim: claimOf(reading.text, place.clause, judged) }]
  })
  forgetClause()
  return merged(reading.text, places, claims)
}

/** "Is the deposit paid back? Yes": what the author asks and answers. */
function questionBefore(places: readonly Place[], at: number): Pick<Asked, "questions" | "units"> | null {
  const sentence = places[at - 1]?.clause.sentence
  if (sentence === undefined || sentence === places[at]?.clause.sentence) return null
  const questions: Clause[] = []
  for (let before = at - 1; places[before]?.clause.sentence === sentence; before--) {
    const { clause, stance } = places[before] ?? {}
    if (clause !== undefined && stance === "asks") questions.unshift(clause)
  }
  return questions.length === 0 ? null : { questions, units: [] }
}

/** The clauses of a message, each with what it takes to read it. */
export function placesIn(reading: Reading, asked: Asked = askedIn(reading)): readonly Place[] {
  const { text, facts } = reading
  const read = reading.sentences.flatMap((sentence) => clausesOf(text, sentence, reading.asides, facts.names))
  const clauses = facts.currency === "GBP" ? read : read.map(inPounds)
  const markIn = sweep(reading.findings.filter(({ rule }) => KINDS.has(rule)))
  const promiseIn = sweep(reading.promises)
  // A share that the customer asks for ("is it half price?") is none that we give.
  const askedFor = asked.amounts.filter(({ kind }) => kind !== "percent")
  let stance: Stance | null = null
  return clauses.map((clause, at) => {
    const isSame = clauses[at - 1]?.sentence === clause.sentence
    const before = text.slice(Math.max(clause.sentence.start, clause.start - 60), clause.start)
    stance = stanceOf(text, clause, before, isSame ? stance : null)
    const units = unitsOf(contextOf(clauses, at, asked.unit), clause.words, facts)
    return {
      clause,
      units,
      around: [...amountsAround(clauses, at), ...askedFor],
      stance,
      mark: markIn(clause),
      promise: promiseIn(clause),
      reading,
    }
  })
}

type Placed = { readonly at: number; readonly claim: Claim }

/** Clauses of one sentence, side by side, that say the same of one fact are one claim. */
function merged(text: string, places: readonly Place[], claims: readonly Placed[]): readonly Claim[] {
  const found: Placed[] = []
  for (const { at, claim } of claims) {
    const last = found.at(-1)
    const isNext = last?.at === at - 1 && places[at]?.clause.sentence === places[at - 1]?.clause.sentence
    const isSame = last?.claim.verdict === claim.verdict && last.claim.factId === claim.factId
    if (last !== undefined && isNext && isSame && claim.factId !== undefined) {
      const { start } = last.claim
      found[found.length - 1] = { at, claim: { ...last.claim, end: claim.end, quote: text.slice(start, claim.end) } }
    } else found.push({ at, claim })
  }
  return found.map(({ claim }) => claim)
}

/** A clause that hardly says what it is about ("and never more than $3") is read with the one before it. */
function unitsOf(units: readonly Unit[], words: string, { weights, byConcept }: CompiledFacts): readonly Unit[] {
  const [own, before] = units
  if (own !== undefined && isLight(own))
    return units.map((unit) => (unit.isAsked === true ? { ...unit, nearness: ANSWERED } : unit))
  if (own === undefined || before === undefined || before.nearness < SAME_SENTENCE) return units
  if (NEW_THING.test(words))
    return units.map((unit) => (unit === own ? unit : { ...unit, nearness: unit.nearness * 0.5 }))
  let telling = 0
  for (const concept of own.concepts) if (byConcept.has(concept) || weights.against(concept) >= 0.8) telling++
  if (telling >= 2) return units
  return [{ ...own, own: own.concepts, concepts: new Set([...own.concepts, ...before.concepts]) }, ...units.slice(1)]
}

function isLight({ concepts }: Unit): boolean {
  for (const concept of concepts) if (!LIGHT.has(concept)) return false
  return true
}

/** "and the voucher is valid for five years": it names what it is about. */
const NEW_THING =
  /^(?:(?:and|but|while) )?(?:the|our|your|a|an|each|every) (?!(?:whole|total|price|cost|rest|lot|first|second|same|other|next|latter)\b)[a-z-]+(?: [a-z-]+)? (?:is|are|costs?|takes?|lasts?|comes?|has|have|can|may|must|opens?|runs?|works?)\b/

function judgedAt(place: Place): Judged | null {
  const { stance } = place
  if (stance === "asks" || stance === "reports" || stance === "doubts") return null
  const evidence = evidenceClaim(place)
  // "guaranteed for five years", where a fact says for how long
  const isLength = evidence?.kind === "guarantee" && place.clause.values.length > 0
  if (evidence !== null) return (isLength ? amountClaim(place) : null) ?? evidence
  const listed = kindClaim(place)
  if (listed !== null) return listed
  const paid = paidClaim(place)
  if (paid !== null) return paid
  const comparison = comparisonClaim(place)
  if (comparison !== undefined) return comparison
  if (place.clause.values.length === 0 && !speaksOfBook(place)) return unbackedClaim(place)
  const best = factClaim(place)
  if (best?.verdict === "contradicted" && isEntered(place.clause)) return null
  return best ?? unbackedClaim(place)
}

/** "Arrival: 07:00", "- Total price: $207": what was entered of one affair, though a fact has the same name. */
function isEntered({ words }: Clause): boolean {
  const label = words.slice(0, words.indexOf(":"))
  const told = words.slice(words.indexOf(":")).replace(/\bmay \d/, "")
  return ENTERED.test(words) && !VERB.test(label) && !VERB.test(told) && !/\p{L}'s (?:[$€£]?\d|an? )/u.test(told)
}

const ENTERED = /^[^:]*\p{L}[^\p{L}\d:]*:[^\p{L}\d]* /u

/** Whether the clause has a word of any fact's name, property or list. */
function speaksOfBook({ clause, units, reading }: Place): boolean {
  const { byConcept, itemWords, asideWords, schedules, kindLists } = reading.facts
  if (kindLists.some(({ listKind }) => listKind !== null && namedOf(listKind, clause.tokens).length > 0)) return true
  for (const concept of units[0]?.concepts ?? [])
    if (byConcept.has(concept) || itemWords.has(concept) || asideWords.has(concept)) return true
  return schedules.length > 0 && OPENS.test(clause.words)
}

const OPENS =
  /\b(?:open|clos|shut|reach|call|come|drop|lock|visit|until|till|before|from|at|start|week|day|mon|tue|wed|thu|fri|sat|sun|gone|leav|vacate)/i

function claimOf(text: string, { start, end, tokens, values }: Clause, judged: Judged): Claim {
  const { kind, entry, open } = judged
  const isOpen = open !== undefined && open.length > 0
  // Which of the facts holds is not known, so none backs it yet.
  const verdict = isOpen ? "unsupported" : judged.verdict
  // The number of a name, "S10", is not what was told beside a fact about money.
  const said = values.find(({ value }) => value.kind === entry?.value?.kind) ?? values[0]
  const value = said === undefined ? "" : text.slice(tokens[said.from]?.start, tokens[said.to - 1]?.end)
  return {
    start,
    end,
    quote: text.slice(start, end),
    kind,
    verdict,
    ...(entry === undefined || isOpen ? {} : { entry, factId: entry.fact.id }),
    ...(isOpen ? { open } : {}),
    ...(value === "" ? {} : { value }),
  }
}
