import { conceptOf } from "./concepts.ts"
import { inScope } from "./scope.ts"
import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { ONLY } from "./list-claim.ts"
import { mayBeOf, namedOf } from "./list-kinds.ts"
import type { ListKind } from "./list-kinds.ts"
import { isDenied } from "./polarity.ts"

/**
 * What a list of ways to pay, of languages or of countries says to a clause that names one of that kind, whether or not the list has it:
 * "Amex is fine, too", "we also speak Dutch", "you can only pay in cash". Null where nothing is said of having it.
 */
export function kindClaim(place: Place): Judged | null {
  const { clause, stance, reading } = place
  if (stance !== "says") return null
  if (reading.facts.kindLists.length === 0 || clause.values.some(({ value }) => value.kind === "money")) return null
  for (const kind of new Set(reading.facts.kindLists.map(({ listKind }) => listKind))) {
    if (kind === null || !HAD[kind].test(clause.words) || !VERB.test(clause.words)) continue
    const named = namedOf(kind, clause.tokens).map(({ what }) => what)
    const entry = named.length === 0 ? null : listFor(place, kind)
    if (entry !== null) return judged(place, entry, named)
  }
  return null
}

/** The one list of the kind; of several, the one whose names or property the clause says. */
function listFor({ units, reading }: Place, kind: ListKind): Entry | null {
  const lists = reading.facts.kindLists.filter((entry) => entry.listKind === kind && isInForce(entry.fact, reading.day))
  const groups = [...new Set(lists.map(({ group }) => group))]
  const own = units[0]?.concepts
  const meant =
    groups.length === 1
      ? groups
      : groups.filter((group) =>
          lists.some(
            (entry) => entry.group === group && [...entry.names, ...entry.attribute].some((each) => own?.has(each)),
          ),
        )
  const list = lists.find(({ group }) => group === meant[0])
  if (list === undefined || meant.length > 1) return null
  const scoped = inScope(list, { units, reading })
  return scoped.open.length > 0 ? null : (scoped.entries.find((entry) => lists.includes(entry)) ?? null)
}

function judged({ clause, reading }: Place, entry: Entry, named: readonly string[]): Judged | null {
  const base = { kind: "capability" as const, entry, score: 4 }
  const denies = isDenied(clause.words)
  const { byConcept } = reading.facts
  const isListed = (what: string): boolean => entry.listed.some((each) => mayBeOf(each, what))
  const others = named.filter((what) => !isListed(what))
  if (!denies && ONLY_ONE.test(clause.words)) {
    const isAll = entry.listed.every((each) => named.some((what) => mayBeOf(each, what)))
    return { ...base, verdict: isAll && others.length === 0 ? "supported" : "contradicted" }
  }
  // Another fact speaks of it by name: "by invoice in Germany only".
  if (others.some((what) => what.split(" ").every((word) => byConcept.has(conceptOf(word))))) return null
  if (denies && others.length > 0 && others.length < named.length) return null // "not by card but by transfer"
  return { ...base, verdict: others.length > 0 === denies ? "supported" : "contradicted" }
}

const VERB = /\b(?:we|we'll|you|you'll|they|it|it's|our|is|are|can|ship|ships|speaks?|works?)\b/

const ONLY_ONE = new RegExp(
  `${ONLY.source}|\\bonly\\b(?! (?:if|when|once|need|have to|because))|-only\\b|\\bexclusively\\b`,
)

/** How one says that it is had: that one pays so, that it is spoken, that we go there. */
const HAD: Readonly<Record<ListKind, RegExp>> = {
  payment:
    /\b(?:pay|paying|payment|payments|take|takes|accept|accepts|accepted|(?:is|are) (?:also |all |both )?(?:fine|ok|okay|possible|no problem|welcome|good|all right)|works?|by (?:card|invoice|cheque|check|bank|direct)|settle|use)\b/,
  language:
    /\b(?:speaks?|spoken|in|available|answer|support|offer|versions?|editions?|guides?|teach\w*|lessons?|subtitles?|that's (?:it|all|the lot)|(?:what|all) we(?:'ve got| have| offer| speak)|(?:is|are) (?:also )?(?:fine|ok|okay|possible|no problem|welcome))\b/,
  format:
    /\b(?:files?|artwork|formats?|accepts?|takes?|use|send|upload|works?|imports?|exports?|opens?|reads?|need|(?:is|are) (?:also )?(?:fine|ok|okay|possible|no problem|welcome)|(?:won't|will) do)\b/,
  country:
    /\b(?:ships?|shipping|delivers?|sends?|serves?|covers?|available in|work in|operate|moves?|works? (?:in|for)|(?:go|fly|drive|travel) to)\b/,
}
