import { candidatesFor, nearnessOf } from "./candidates.ts"
import type { CompiledFacts } from "./compile.ts"
import type { Unit } from "./context.ts"
import { saysName } from "./entry.ts"
import type { Entry } from "./entry.ts"
import { keptOf } from "./last-clause.ts"
import { LIGHT } from "./light-words.ts"

/** How well a fact fits what a clause speaks of. */
export type Match = {
  readonly entry: Entry
  readonly score: number
  /** Nearness of the words that name the subject; 0 where nothing names it. */
  readonly subject: number
  /** Share of the words that make the property, by weight. */
  readonly cover: number
  /** Weight of the clause's words that the fact says nothing of. */
  readonly unexplained: number
  /** Whether the clause itself names the subject or says a word of the property. */
  readonly isHere: boolean
  /** Only its unit or its property names it: another subject of which the fact says nothing may be meant. */
  readonly isUnnamed: boolean
  /** Whether the clause itself says a whole name of the subject. */
  readonly isNamed: boolean
}

/** The facts that a clause may speak of, best first. `units[0]` is the clause itself. */
export function matchesOf(
  units: readonly Unit[],
  facts: CompiledFacts,
  accepts: (entry: Entry) => boolean,
): readonly Match[] {
  return (keptOf(units).matches ??= readMatches(units, facts)).filter(({ entry }) => accepts(entry))
}

function readMatches(units: readonly Unit[], facts: CompiledFacts): readonly Match[] {
  const place: Scoring = { own: units[0], near: nearnessOf(units), facts }
  return candidatesFor(units, facts)
    .map((entry) => matchOf(entry, place))
    .sort((one, other) => other.score - one.score)
}

type Scoring = {
  readonly own: Unit | undefined
  readonly near: ReadonlyMap<string, number>
  readonly facts: CompiledFacts
}

function matchOf(entry: Entry, place: Scoring): Match {
  const { own, near, facts } = place
  const named = subjectOf(place, entry)
  const isOnly = facts.onlyUnits.has(entry.group)
  const isNamed = isOnly || (facts.onlyProperties.has(entry.group) && saysProperty(own, entry, facts))
  const subject = Math.max(named.subject, isNamed ? SOLE : 0)
  const cover = Math.max(coverOf(near, entry, facts), isOnly || facts.soles.has(entry.group) ? SOLE : 0)
  let unexplained = 0
  let shared = 0
  for (const concept of own?.concepts ?? []) {
    if (entry.all.has(concept)) shared += facts.weights.of(concept)
    else unexplained += facts.weights.against(concept)
  }
  const length = Math.min(2, named.length - 1)
  const score = 3 * subject + 0.3 * length + 2 * cover + 0.4 * Math.min(3, shared) - 1.2 * Math.min(4, unexplained)
  return {
    entry,
    score,
    subject,
    cover,
    unexplained,
    isUnnamed: named.subject < 0.3,
    isHere: isHere(own, entry),
    isNamed: isNamedIn(own, entry),
  }
}

function isNamedIn(clause: Unit | undefined, entry: Pick<Entry, "aliases">): boolean {
  const own = clause?.own ?? clause?.concepts
  return saysName(entry, (concept) => own?.has(concept) === true)
}

/** The clause says each word of the property, and one of them tells much. */
function saysProperty(clause: Unit | undefined, { attribute }: Entry, { weights }: CompiledFacts): boolean {
  return (
    attribute.every((concept) => clause?.concepts.has(concept)) &&
    attribute.some((concept) => weights.of(concept) >= 0.6 && !LIGHT.has(concept))
  )
}

function isHere(clause: Unit | undefined, { aliases, attribute }: Entry): boolean {
  const own = clause?.own ?? clause?.concepts
  if (own === undefined) return false
  if (attribute.some((concept) => own.has(concept))) return true
  return isNamedIn(clause, { aliases })
}

const SOLE = 0.55

type Subject = { readonly subject: number; readonly length: number }

/** The nearest words that hold a whole name of the subject; "we" is understood everywhere, but faintly. */
function subjectOf({ near, own, facts: { weights } }: Scoring, { aliases }: Entry): Subject {
  let subject = 0
  let length = 1
  for (const { concepts, isUs, isPartial } of aliases) {
    const said = Math.max(nearestOf(near, concepts), partOf(own, concepts))
    const nearness = isUs
      ? US
      : isPartial && concepts.some((concept) => weights.of(concept) < 1)
        ? said * PARTIAL
        : said
    const words = isUs ? 1 : concepts.length
    if (nearness > subject || (nearness === subject && words > length)) {
      subject = nearness
      length = words
    }
  }
  return { subject, length }
}

const US = 0.5
const PARTIAL = 0.25 // "lesson" of "first lesson", where others have lessons, too

/** Half of a name or more. */
function partOf(clause: Unit | undefined, wanted: readonly string[]): number {
  if (wanted.length < 2) return 0
  let hits = 0
  let isTelling = false
  for (const concept of wanted) {
    if (clause?.concepts.has(concept) !== true) continue
    hits++
    if (!FAINT_NAMES.has(concept)) isTelling = true
  }
  const share = hits / wanted.length
  return isTelling && share >= 0.5 ? PART * share : 0
}

/** Half a name tells nothing where it is the word for prices. */
const FAINT_NAMES: ReadonlySet<string> = new Set(["+price", "+discount", "+extra", "+free", "+limit", "+least"])

const PART = 0.6

function nearestOf(near: ReadonlyMap<string, number>, wanted: readonly string[]): number {
  let least = 1
  for (const concept of wanted) least = Math.min(least, near.get(concept) ?? 0)
  return least
}

const FAINT = 0.4 // of "minimum term", "term" makes the property

function coverOf(near: ReadonlyMap<string, number>, { attribute }: Entry, { weights }: CompiledFacts): number {
  if (attribute.length === 0) return 0.9
  let all = 0
  let hit = 0
  for (const concept of attribute) {
    const weight = weights.of(concept) * (LIGHT.has(concept) ? FAINT : 1)
    all += weight
    hit += weight * (near.get(concept) ?? 0)
  }
  return hit / all
}
