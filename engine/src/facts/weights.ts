import type { Entry } from "./entry.ts"
import { SLIGHT } from "./slight-words.ts"

/** How much a concept tells about which fact is meant, from 0 to 1. */
export type Weights = {
  readonly of: (concept: string) => number
  /** How much a concept counts against a fact that says nothing of it. */
  readonly against: (concept: string) => number
}

/** A concept in many facts tells little (inverse document frequency over subject and attribute). */
export function weightsOf(entries: readonly Entry[], byConcept: ReadonlyMap<string, readonly number[]>): Weights {
  const groupsOf = (places: readonly number[]): number => new Set(places.map((at) => entries[at]?.group)).size
  const all = Math.log2(1 + new Set(entries.map(({ group }) => group)).size)
  const weights = new Map<string, number>()
  for (const [concept, places] of byConcept)
    weights.set(concept, Math.max(WEIGHT_MIN, 1 - Math.log2(groupsOf(places)) / Math.max(1, all)))
  return {
    of: (concept) => weights.get(concept) ?? 1,
    against: (concept) => {
      if (concept.startsWith("@")) return 0
      if (concept.startsWith("~")) return 0.2
      if (concept === "+limit" || concept === "+least") return 0.1
      if (SLIGHT.has(concept)) return 0.15
      if (concept.startsWith("+")) return STRONG.has(concept) ? 1.5 : FIRM.has(concept) ? 0.7 : 0.3
      return 1
    },
  }
}

const WEIGHT_MIN = 0.25

/** Classes that make it another property or another person: what is said of students says nothing of pensioners. */
const FIRM = new Set(
  "+deposit +warranty +install +repair +student +senior +adult +baby +driver +guest +penalty".split(" "),
)

/** Classes that make it another thing: express delivery is not standard delivery. */
const STRONG = new Set(
  "+express +trial +abroad +rent +crypto +pet +child +gift +invoice +member +discount +late +install +upgrade".split(
    " ",
  ),
)
