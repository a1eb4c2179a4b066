import type { Alias, Entry } from "./entry.ts"
import type { Words } from "./amount-traits.ts"
import type { Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { inScope } from "./scope.ts"
import type { Value } from "./value.ts"
import { wordsOf } from "./words-of.ts"

/** Shares told close by, and those of facts that are spoken of, as parts of one. */
export function sharesAround(place: Place, all: readonly Value[], priced: Entry): readonly number[] {
  const { reading, units } = place
  const words = wordsOf(place)
  const told = all.flatMap((value) => (value.kind === "percent" ? [value.max] : []))
  const spoken = reading.facts.shares.filter((entry) => {
    if (!isInForce(entry.fact, reading.day)) return false
    const isSaid = entry.attribute.some((each) => SHARES.has(each) && words.near.has(each))
    if (!isSaid && !entry.aliases.some((alias) => isNamed(alias, words))) return false
    // A discount on food is none on what is priced.
    if (!entry.attribute.every((each) => SHARES.has(each) || words.near.has(each) || priced.all.has(each))) return false
    const group = reading.facts.groups.get(entry.group) ?? []
    return inScope(group, units, reading.known, reading.facts).entries.includes(entry)
  })
  const held = spoken.flatMap(({ value }) => (value?.kind === "percent" && value.min === value.max ? [value.max] : []))
  return [...new Set([...told, ...held])].flatMap((percent) => (percent > 0 ? [percent / 100] : []))
}

const SHARES: ReadonlySet<string> = new Set(["+discount", "+extra"])

/** Most of its name is said, but for what it is: "with the student card", of a student discount. */
function isNamed({ concepts, isUs }: Alias, { near, kinNear }: Words): boolean {
  const telling = concepts.filter((each) => !SHARES.has(each))
  const said = telling.filter((each) => near.has(each) || kinNear.has(each)).length
  return !isUs && said > 0 && said >= telling.length * MOST
}

const MOST = 0.6
