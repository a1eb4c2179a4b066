import { isModified, isOtherPet, propertyTraits, strangers } from "./amount-traits.ts"
import type { Words } from "./amount-traits.ts"
import { candidatesFor } from "./candidates.ts"
import { readClock } from "./clock.ts"
import { saysName, saysWholeName } from "./entry.ts"
import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { DAYS, LIGHT } from "./light-words.ts"
import { nameTraits } from "./name-traits.ts"
import { mayBeNamed, mayBeSaid } from "./may-be-said.ts"
import { isDenied } from "./polarity.ts"
import type { Proposition } from "./statements.ts"
import { likeliest, weigherOf } from "./likeliest.ts"
import { wordsOf } from "./words-of.ts"
import { toldOf, verdictOf } from "./yes-no-verdict.ts"
import type { YesNoVerdict } from "./yes-no-verdict.ts"
import { YES_NO_NONE_WEIGHTS, YES_NO_WEIGHTS } from "./yes-no-weights.ts"

/** What speaks for it that a clause says yes or no to a fact. Weighed in yes-no-weights.ts. */
export type YesNoTrait =
  | "name"
  | "nameNear"
  | "nameWeight"
  | "wholeName"
  | "othersName"
  | "property"
  | "share"
  | "propertyNear"
  | "rest"
  | "scopeHere"
  | "scopeNear"
  | "kinName"
  | "kinNear"
  | "kinProperty"
  | "foreign"
  | "others"
  | "other"
  | "modified"
  | "none"
  | "aside"
  | "absence"
  | "us"
  | "emptyName"
  | "crowd"
  | "told"

/** What speaks for it that it says yes or no to none of them. */
export type YesNoNoneTrait =
  | "constant"
  | "predicate"
  | "denied"
  | "amount"
  | "orders"
  | "personal"
  | "case"
  | "promise"
  | "foreign"
  | "unknown"

export type YesNoOption = {
  readonly entry: Entry
  readonly proposition: Proposition
  readonly verdict: YesNoVerdict | null
  readonly traits: Readonly<Record<YesNoTrait, number>>
  /** How much of the words of its property the clause says, and what is around it; 0 to 1, by what each tells. */
  readonly saidShare: number
  /** The chance that this is what is said yes or no to. */
  readonly chance: number
}

export type YesNoNoneTraits = Readonly<Record<YesNoNoneTrait, number>>

/** The facts that a clause may say yes or no to, likeliest first: a conditional logit over what speaks for each. `denied`: what was asked is answered with no. */
export function yesNoOptionsOf(place: Place, denied?: boolean): readonly YesNoOption[] {
  const found = candidatesFor(place.units, place.reading.facts).filter(({ propositions }) => propositions.length > 0)
  if (found.length === 0) return []
  const words = wordsOf(place)
  const told = toldOf(place.clause, denied)
  const crowd = Math.log2(1 + found.length)
  const namedHere = found.filter((entry) => saysWholeName(entry, (each) => words.own.has(each)))
  const named = new Set(namedHere.map(({ fact }) => fact.subject.toLowerCase()))
  const raw = found.flatMap((entry) =>
    entry.propositions.flatMap((proposition, at): readonly Omit<YesNoOption, "chance">[] => {
      if (!isTouched(entry, proposition, words) || isOfUnsaidDay(proposition, words)) return []
      if (proposition.isAbsence === true && !isAbsent(proposition, place, entry)) return []
      const verdict = verdictOf(place, entry, proposition, told(entry, proposition))
      const traits = {
        ...wordTraits(entry, proposition, words),
        othersName: named.size > 0 && !named.has(entry.fact.subject.toLowerCase()) ? 1 : 0,
        none: verdict === null ? 1 : 0,
        aside: at > 0 && proposition.isAbsence !== true ? 1 : 0,
        absence: proposition.isAbsence === true ? 1 : 0,
        crowd,
      }
      return [{ entry, proposition, verdict, traits, saidShare: saidShareOf(entry, proposition, words) }]
    }),
  )
  return raw.length === 0 ? [] : likeliest(raw, weigh, weighNone(yesNoNoneOf(place)))
}

function saidShareOf({ names }: Entry, { concepts }: Proposition, { own, near, kinHere, rarity }: Words): number {
  // A clause that says something of the thing itself does not say it of what stands around it.
  const isMore = [...own].every((concept) => names.has(concept) || LIGHT.has(concept))
  let whole = 0
  let said = 0
  for (const concept of concepts) {
    if (names.has(concept)) continue
    const weight = rarity(concept)
    whole += weight
    said +=
      weight * Math.max(own.has(concept) ? 1 : 0, isMore ? (near.get(concept) ?? 0) : 0, kinHere.get(concept) ?? 0)
  }
  return whole === 0 ? 1 : said / whole
}

/** "No lessons on Sundays" says nothing of lessons on a day that nobody names. */
function isOfUnsaidDay({ concepts }: Proposition, { near, text }: Words): boolean {
  const days = concepts.filter((concept) => DAYS.has(concept))
  return days.length > 0 && !days.some((day) => near.has(day)) && !near.has("+weekend") && !ANY_DAY.test(text)
}

const ANY_DAY = /\b(?:(?:every|any|each) day|seven days|all week|daily)\b/

/** Whether the clause or what is around it says or may say a word of its name or of what is so: of others the chance is next to none. */
function isTouched(entry: Entry, { concepts }: Proposition, words: Words): boolean {
  if (isOtherPet(entry.all, words.own)) return false
  return mayBeNamed(words, entry) || mayBeSaid(words, concepts) || mayBeSaid(words, entry.scoped)
}

type WordTrait = Exclude<YesNoTrait, "othersName" | "none" | "aside" | "absence" | "crowd">

function wordTraits(entry: Entry, { concepts }: Proposition, words: Words): Record<WordTrait, number> {
  const named = nameTraits(entry.aliases, words)
  const property = propertyTraits(concepts, entry, words)
  return {
    ...named,
    ...property,
    ...strangers(entry, words),
    // Where the words of the property are the subject's own ("treated: rabbits"), the name is all there is.
    share: concepts.every((concept) => entry.names.has(concept)) ? named.name : property.share,
    modified: isModified(entry, words) ? 1 : 0,
    told: isToldWhole(entry, concepts, words) ? 1 : 0,
    us: entry.aliases.every(({ isUs }) => isUs) ? 1 : 0,
    emptyName: words.isEmpty ? named.nameNear : 0,
  }
}

/** The clause says each word of it that tells something, and no other fact has them all: its subject need not be named. */
function isToldWhole({ names }: Entry, concepts: readonly string[], { own, rarity }: Words): boolean {
  const telling = concepts.filter((concept) => !LIGHT.has(concept) && !names.has(concept))
  return (
    telling.length > 0 && telling.every((concept) => own.has(concept)) && telling.some((each) => rarity(each) >= 0.8)
  )
}

/** "no notice period", "without a deposit": denied right before the thing. */
function isAbsent({ concepts }: Proposition, { clause }: Place, entry: Entry): boolean {
  const isNamedHere = saysName(entry, (each) => clause.concepts.has(each))
  if (
    isNamedHere &&
    REFUSED.test(clause.words) &&
    concepts.some((concept) => DEEDS.has(concept) && clause.concepts.has(concept))
  )
    return true
  return clause.tokens.some(
    ({ text }, at) =>
      (ABSENT.test(text) || (text === "have" && isDenied(clause.words))) &&
      clause.tokens.slice(at + 1, at + 4).some(({ concept }) => !EVERYWHERE.has(concept) && concepts.includes(concept)),
  )
}

/** "can't be refunded", of a time within which one can. */
const REFUSED = /\b(?:can't|cannot|can not|never|not possible to) (?:be |ever be |get |have )?/
const DEEDS: ReadonlySet<string> = new Set(["+refund", "+return", "+cancel", "+change"])

/** Of "no charge" nothing is absent but the price. */
const EVERYWHERE: ReadonlySet<string> = new Set(["+price", "+change"])
const ABSENT = /^(?:no|without|any|zero)$/

/** What speaks for it that a clause says yes or no to none of them. */
export function yesNoNoneOf(place: Place): YesNoNoneTraits {
  const { clause, stance, promise } = place
  const { own, against, isKnown } = wordsOf(place)
  const { words } = clause
  let foreign = 0
  let known = 0
  for (const concept of own) {
    if (isKnown(concept)) known++
    else foreign += against(concept)
  }
  return {
    constant: 1,
    predicate: PREDICATE.test(words) ? 1 : 0,
    denied: isDenied(words) ? 1 : 0,
    amount: clause.values.length > 0 || clause.tokens.some((_, at) => readClock(clause.tokens, at) !== null) ? 1 : 0,
    orders: stance === "orders" ? 1 : 0,
    personal: PERSONAL.test(words) ? 1 : 0,
    case: CASE.test(words) ? 1 : 0,
    promise: promise !== undefined && promise.actor.kind !== "company" ? 1 : 0,
    foreign: Math.min(4, foreign),
    unknown: known === 0 ? 1 : 0,
  }
}

/** Says that there is such a thing, that it can be had, or that it is all right. */
export const PREDICATE =
  /\b(?:available|offer(?:ed|s)?|included|includes?|comes? with|part of|can|can't|cannot|may|accept(?:ed|s)?|possible|option|supports?|there(?:'s| is| are|'re)|don't|doesn't|must|need|needs|has to|have to|welcome|allowed|fine|ok|okay|out|no problem|works|(?:is|are) (?:\w+ )?\w{4,}able|(?:is|are|gets?) (?:\w+ly )?(?:made|done|run|taken|kept|given|held|provided|served|sold|lent)|we(?:'ll)? (?:\w+ly )?(?:make|run|give|provide|serve|fill|keep|lend|teach|treat|do|have|take|offer|sell|don't|can|also)|we've|there's|too|as well)\b/
const PERSONAL = /\b(?:i|i'm|i've|i'll|i'd|me|my)\b/
const CASE = /\b(?:your (?:order|refund|payment|bill|invoice|parcel|booking|appointment)|so far|right now|this time)\b/

const weigh = weigherOf(YES_NO_WEIGHTS)
const weighNone = weigherOf(YES_NO_NONE_WEIGHTS)
