import { conceptOf } from "./concepts.ts"
import type { Alias, Entry } from "./entry.ts"
import type { Words } from "./amount-traits.ts"
import type { Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { isWithin } from "./judge.ts"
import { LIGHT } from "./light-words.ts"
import { inScope } from "./scope.ts"
import { tenseOf } from "./tense.ts"
import type { Value } from "./value.ts"
import { wordsOf } from "./words-of.ts"

/** Shares told close by, and those of facts that are spoken of, as parts of one. */
export function sharesAround(place: Place, all: readonly Value[], priced: Entry): readonly number[] {
  const { reading } = place
  const words = wordsOf(place)
  const told = all.flatMap((value) => (value.kind === "percent" ? [value.max] : []))
  const spoken = reading.facts.shares.filter((entry) => {
    const isSaid = entry.attribute.some((each) => SHARES.has(each) && words.near.has(each))
    const isName = entry.aliases.some((alias) => isNamed(alias, words))
    if (
      isInForce(entry.fact, reading.day)
        ? !isSaid && !isName && !isOnNow(entry, priced, place)
        : !isMeantLater(entry, place, isName)
    )
      return false
    // A discount on food is none on what is priced.
    if (!entry.attribute.every((each) => LIGHT.has(each) || words.near.has(each) || priced.all.has(each))) return false
    return inScope(entry, place).entries.includes(entry)
  })
  const held = spoken.flatMap(({ value }) => (value?.kind === "percent" && value.min === value.max ? [value.max] : []))
  return [...new Set([...told, ...held])].flatMap((percent) => (percent > 0 ? [percent / 100] : []))
}

/** An offer on a thing that runs for some days holds without being named, unless another day is told; not one that asks for a code. */
function isOnNow(entry: Entry, priced: Entry, { clause, reading }: Place): boolean {
  const { subject, statement, scope } = entry.fact
  if (scope !== undefined || ON_ASKING.test(`${subject} ${statement}`)) return false
  if (!entry.attribute.some((each) => !LIGHT.has(each) && priced.all.has(each))) return false
  const dates = clause.values.flatMap(({ value }) => (value.kind === "date" ? [value] : []))
  return (
    entry.fact.validUntil !== undefined &&
    (dates.length === 0 || dates.some((date) => isWithin(date, entry, reading.day)))
  )
}

const ON_ASKING = /\b(?:codes?|coupons?|vouchers?|cards?|mention\w*|members?|students?)\b/i

/** An offer to come: "from 20 December it will be …", "with the Christmas offer". */
function isMeantLater(entry: Entry, place: Place, isName: boolean): boolean {
  const { validFrom = "" } = entry.fact
  const { reading, clause } = place
  if (validFrom <= reading.day || NOW.test(clause.words)) return false
  return isName || tenseOf(place).dates.some((date) => isWithin(date, entry, reading.day))
}

const NOW = /\b(?:now|already|today|currently|at the moment)\b/

const SHARES: ReadonlySet<string> = new Set(["+discount", "+extra"])
/** What an offer calls itself: of the Christmas offer "at Christmas" is enough. */
const OFFERS: ReadonlySet<string> = new Set([
  ...SHARES,
  ...["offer", "deal", "sale", "promotion", "special"].map(conceptOf),
])

/** Most of its name is said, but for what it is: "with the student card", of a student discount. */
function isNamed({ concepts, isUs }: Alias, { near, kinNear }: Words): boolean {
  const telling = concepts.filter((each) => !OFFERS.has(each))
  const said = telling.filter((each) => near.has(each) || kinNear.has(each)).length
  return !isUs && said > 0 && said >= telling.length * MOST
}

const MOST = 0.6
