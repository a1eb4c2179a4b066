import { candidatesFor } from "./candidates.ts"
import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { DAYS } from "./light-words.ts"
import { nameTraits } from "./name-traits.ts"
import { inScope } from "./scope.ts"
import { stemOf } from "./stem.ts"
import { wordsOf } from "./words-of.ts"

/**
 * Whether something is paid for, told without a figure: "the suite is extra" of what is included, "showers are included" and "there's no
 * corkage" of what has a price, "Saturdays cost the same" of what costs more then. Null where it is not told, or agrees.
 */
export function paidClaim(place: Place): Judged | null {
  const { clause, stance, reading, units } = place
  if (stance !== "says" || clause.values.some(({ value }) => value.kind !== "count" && value.kind !== "date"))
    return null
  const told = stateIn(clause.words)
  if (told === null) return null
  const words = wordsOf(place)
  const against: Entry[] = []
  for (const entry of candidatesFor(units, reading.facts)) {
    if (
      !isPrice(entry) ||
      (told === "even" && !isSurcharge(entry)) ||
      !isInForce(entry.fact, reading.day) ||
      !isNamed(entry, told, words)
    )
      continue
    const scoped = inScope(entry, place)
    if (scoped.isElsewhere || !scoped.entries.includes(entry)) continue
    if (!goesAgainst(told, entry)) return null // of one that is named it is true
    against.push(entry)
  }
  const [entry] = against
  const isSole = against.every(({ fact }) => fact.subject === entry?.fact.subject)
  return entry === undefined || !isSole ? null : { verdict: "contradicted", kind: "price", entry, score: SCORE }
}

const SCORE = 5.5 // beside the scores of other kinds of claims

/** "extra": paid for besides; "included"; "even": no more than usual; else the fee that there is none of. */
type State = "extra" | "included" | "even" | { readonly none: string }

function stateIn(words: string): State | null {
  if (EVEN.test(words)) return "even"
  if (/n't\b|\b(?:not|never|if|unless)\b/.test(words)) return null
  if (EXTRA.test(words)) return "extra"
  if (INCLUDED.test(words)) return "included"
  const none = NONE.exec(words)?.[1]
  return none === undefined ? null : { none: stemOf(none) }
}

const EVEN =
  /\b(?:same (?:price|rate)\b|costs? (?:just |exactly )?the same\b|(?:doesn't|don't|won't|not|never) (?:cost|charge|pay)(?: you)? (?:anything |any )?(?:extra|more)\b(?! than)|no (?:extra|additional) (?:charge|cost|fee)\b|no (?:surcharge|supplement)\b)/
const EXTRA =
  /(?:'s| is| are| costs?| comes?| charged(?: as)?) (?:an )?(?:extra|on top|charged separately|paid separately)(?: charge| cost)?[^a-z]*$|\byou(?:'ll)?(?: have to| need to)? pay (?:extra )?for (?:the |a |your |it\b|that\b)/
/** "in the weekend package" is more than we can tell. */
const INCLUDED =
  /^(?:(?:yes|and|but|so|is|are),? )*(?:(?:the|a|an|your|our|all|that) )?(?:[\w-]+ ){1,4}?(?:(?:is|are|'s) )?(?:also |all |always )?included(?: in (?:the price|that|it))?[^a-z]*$/
const NONE = /\b(?:no|without(?: any| a)?) ([a-z]{4,})(?: fee| charge)?[^a-z]*$/

function isPrice({ value, isFee, fact }: Entry): boolean {
  if (value?.kind === "percent") return isSurcharge({ fact })
  return value?.kind === "money" && (isFee || value.max === 0 || SURCHARGE.test(fact.attribute))
}

function isSurcharge({ fact }: Pick<Entry, "fact">): boolean {
  return SURCHARGE.test(`${fact.attribute} ${fact.statement}`)
}

const SURCHARGE = /\b(?:surcharge|supplement|extra|on top)\b|\bcosts? \d+ ?% more\b/i

function isNamed({ aliases, fact, names }: Entry, told: State, words: ReturnType<typeof wordsOf>): boolean {
  const { name, nameNear, wholeName } = nameTraits(aliases, words)
  if (typeof told === "object") return new RegExp(`\\b${told.none}\\w* (?:fee|charge|cost)`, "i").test(fact.attribute)
  if (wholeName === 1) return true
  const isOfDay = [...names].every((concept) => !DAYS.has(concept) || words.near.has(concept))
  return told === "even" && name + nameNear >= EVEN_NAMED_MIN && isOfDay
}

const EVEN_NAMED_MIN = 0.6

function goesAgainst(told: State, { value }: Entry): boolean {
  if (value?.kind !== "money" && value?.kind !== "percent") return false
  if (told === "extra") return value.max === 0
  return value.max > 0
}
