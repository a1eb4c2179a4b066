import { eachScope } from "./each-scope.ts"
import type { Fact, FactBook } from "./fact.ts"
import { EMPTY } from "./empty-words.ts"
import { indexOf } from "./candidates.ts"
import type { Index } from "./candidates.ts"
import { isInForce } from "./in-force.ts"
import { entryOf } from "./entry.ts"
import type { Entry } from "./entry.ts"
import { isMeasured } from "./units.ts"
import { kinOf } from "./kin.ts"
import { LIGHT } from "./light-words.ts"
import { SLIGHT } from "./slight-words.ts"
import type { Kin } from "./kin.ts"
import { raritiesOf } from "./rarity.ts"
import { seasonNamesOf } from "./seasons.ts"
import { isThreshold } from "./threshold-claim.ts"
import { weightsOf } from "./weights.ts"
import type { Weights } from "./weights.ts"

/** A fact book made ready for reading messages. Build it once and pass it again and again. */
export type CompiledFacts = {
  readonly facts: readonly Fact[]
  readonly currency: string
  readonly entries: readonly Entry[]
  /** Which entries have a concept in their names (subject, aliases) or attribute. */
  readonly byConcept: ReadonlyMap<string, readonly number[]>
  /** Facts about superlatives and comparisons, with what is on file for them. */
  readonly evidence: readonly Entry[]
  /** What a name says besides: "Kestrel" is also called "Kestrel e-bike". */
  readonly implies: ReadonlyMap<string, ReadonlySet<string>>
  /** Every value that a dimension of scope has in the book: plan to Solo, Team, Group. */
  readonly dimensions: ReadonlyMap<string, readonly string[]>
  /** Groups that are the only ones of their subject with their kind of value, so that the kind alone tells the property. */
  readonly soles: ReadonlySet<string>
  /** Groups that alone in the book have their unit: of gigabytes, only the storage. */
  readonly onlyUnits: ReadonlySet<string>
  /** Groups of whose property no other subject speaks: of a notice period, only the contract. */
  readonly onlyProperties: ReadonlySet<string>
  /** Facts of one property: its versions and scopes. */
  readonly groups: ReadonlyMap<string, readonly Entry[]>
  readonly index: Index
  /** Words of what else statements say that is so or not so: "registration included". */
  readonly asideWords: ReadonlySet<string>
  /** Words of the items of lists. */
  readonly itemWords: ReadonlySet<string>
  /** Facts that say from which age or sum on something is so. */
  readonly thresholds: readonly Entry[]
  /** Prices that some need not pay. */
  readonly exempting: readonly Entry[]
  /** Times of the year by the names that the book gives them: "high season". */
  readonly seasonNames: ReadonlyMap<string, string>
  /** Lists of ways to pay, of languages, of countries. */
  readonly kindLists: readonly Entry[]
  /** Facts that are a share: discounts and surcharges. */
  readonly shares: readonly Entry[]
  /** Facts about hours. */
  readonly schedules: readonly Entry[]
  /** Whether a fact ends on some day. */
  readonly hasOffers: boolean
  readonly weights: Weights
  /** How much each concept tells about which fact is meant. */
  readonly rarities: ReadonlyMap<string, number>
  /** The book's concepts that other words may stand for. */
  readonly kin: Kin
  /** Words without a meaning of their own that are names in this book: "Plus", "Team". */
  readonly names: ReadonlySet<string>
}

/** Makes a fact book ready. Never throws; a fact whose value cannot be read backs nothing. */
export function compileFacts(given: FactBook): CompiledFacts {
  const book = { ...given, facts: eachScope(given.facts) }
  const names = namesIn(book)
  const currency = book.currency ?? ""
  const entries = book.facts.map((fact, index) => entryOf(fact, { index, currency, names, company: book.name ?? "" }))
  const byConcept = byConceptOf(entries)
  return {
    facts: given.facts,
    currency,
    entries,
    byConcept,
    evidence: entries.filter(({ isSuperlative }) => isSuperlative),
    weights: weightsOf(entries, byConcept),
    rarities: raritiesOf(entries),
    kin: kinOf(byConcept.keys()),
    implies: impliesOf(entries),
    dimensions: dimensionsOf(book),
    soles: alone(entries, kindOf),
    groups: Map.groupBy(entries, ({ group }) => group),
    index: indexOf(entries, byConcept),
    hasOffers: book.facts.some(({ validUntil }) => validUntil !== undefined),
    asideWords: new Set(
      entries.flatMap(({ propositions }) =>
        propositions.flatMap(({ concepts }) =>
          concepts.filter((concept) => !LIGHT.has(concept) && !SLIGHT.has(concept)),
        ),
      ),
    ),
    itemWords: new Set(entries.flatMap(({ items }) => items.flat())),
    thresholds: entries.filter(isThreshold),
    exempting: entries.filter(({ exemption }) => exemption !== null),
    seasonNames: seasonNamesOf(book.facts),
    kindLists: entries.filter(({ listKind }) => listKind !== null),
    shares: entries.filter(({ value }) => value?.kind === "percent"),
    schedules: entries.filter(({ schedule }) => schedule !== null),
    onlyUnits: alone(entries, unitOf),
    onlyProperties: alone(entries, propertyOf),
    names,
  }
}

/** How many facts hold on the day of `now` (RFC 3339 or YYYY-MM-DD): what "no conflict found with 212 facts" counts. */
export function factsInForce({ facts }: CompiledFacts, now: string): number {
  return facts.reduce((sum, fact) => sum + (isInForce(fact, now.slice(0, 10)) ? 1 : 0), 0)
}

function impliesOf(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { aliases } of entries) {
    for (const { concepts, isProper } of aliases) {
      const [name] = concepts
      if (!isProper || name === undefined || concepts.length !== 1) continue
      const longer = aliases.filter((other) => other.concepts.length > 1 && other.concepts.includes(name))
      const known = found.get(name) ?? new Set()
      for (const concept of longer.flatMap((other) => other.concepts)) if (concept !== name) known.add(concept)
      if (known.size > 0) found.set(name, known)
    }
  }
  return found
}

function dimensionsOf({ facts }: FactBook): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  for (const { scope } of facts) {
    for (const [name, value] of Object.entries(scope ?? {})) found.set(name, (found.get(name) ?? new Set()).add(value))
  }
  const subjects = [...new Set(facts.map(({ subject }) => subject))]
  return new Map([...found].map(([name, values]) => [name, [...new Set([...values, ...siblingsOf(values, subjects)])]]))
}

/** Of what holds for the "Garden Room" the "Harbour Room" is another: subjects of the book that share its last word. */
function siblingsOf(values: ReadonlySet<string>, subjects: readonly string[]): readonly string[] {
  const kinds = new Set([...values].flatMap((value) => (subjects.includes(value) ? (lastWord(value) ?? []) : [])))
  return subjects.filter((subject) => kinds.has(lastWord(subject) ?? ""))
}

/** Of two or more. */
function lastWord(name: string): string | null {
  const words = name.split(" ")
  return words.length > 1 ? (words.at(-1) ?? null) : null
}

/** The groups that alone have what `keyOf` tells of them. */
function alone(entries: readonly Entry[], keyOf: (entry: Entry) => string | null): ReadonlySet<string> {
  const groups = new Map<string, Set<string>>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key !== null) groups.set(key, (groups.get(key) ?? new Set()).add(entry.group))
  }
  return new Set([...groups.values()].flatMap((same) => (same.size === 1 ? [...same] : [])))
}

function kindOf({ fact, value }: Entry): string | null {
  if (value === null || value.kind === "date") return null
  return `${fact.subject.toLowerCase()}\n${value.kind}\n${value.kind === "count" ? value.of : ""}`
}

function unitOf({ value }: Entry): string | null {
  return value?.kind === "count" && isMeasured(value.of) ? value.of : null
}

function propertyOf({ attribute }: Entry): string | null {
  return attribute.length === 0 ? null : attribute.toSorted().join(" ")
}

function byConceptOf(entries: readonly Entry[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const { index, names, attribute } of entries) {
    for (const concept of new Set([...names, ...attribute])) {
      const listed = found.get(concept)
      if (listed === undefined) found.set(concept, [index])
      else listed.push(index)
    }
  }
  return found
}

/** "Northfield Plus": words that grammar would drop, written with a capital within a name of the book. */
function namesIn({ facts }: FactBook): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { subject, aliases, scope } of facts) {
    for (const name of [subject, ...(aliases ?? []), ...Object.values(scope ?? {})]) {
      const words = name.split(/\s+/)
      for (const [at, word] of words.entries())
        if (NUMBER.test(word) || (/^\d$/.test(word) && /^\p{Lu}/u.test(words[at - 1] ?? ""))) names.add(word) // "the 500", "Vega 9"
      if (words.length === 1 && !/^(?:we|us)$/i.test(name) && EMPTY.has(name.toLowerCase()))
        names.add(name.toLowerCase()) // "Mondays"
      for (const word of words) if (words.length > 1 && /^\p{Lu}\p{L}+$/u.test(word)) names.add(word.toLowerCase())
    }
  }
  return names
}

const NUMBER = /^\d{2,5}$/
