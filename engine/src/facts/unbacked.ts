import type { ClaimKind } from "../review-format.ts"
import type { Judged, Place } from "./find-claims.ts"
import { readClock } from "./clock.ts"
import { kindOf } from "./amount-claim.ts"

/** A statement about product, service or company that no fact speaks to; null where the clause is none, or one cannot be sure. */
export function unbackedClaim(place: Place): Judged | null {
  const { clause, reading, stance } = place
  if (stance !== "says" || !speaksOfUs(place)) return null
  const { words } = clause
  if (NO_CLAIM.test(words) || clause.concepts.size === 0) return null
  if (
    reading.promises.some(
      ({ start, end, actor }) => start < clause.end && clause.start < end && actor.kind !== "company",
    )
  )
    return null
  const value = clause.values.find((said) => said.value.kind !== "count" || said.value.of !== "")
  const hasClock = clause.tokens.some((_, at) => readClock(clause.tokens, at) !== null)
  if (value !== undefined || hasClock) {
    const kind: ClaimKind = value === undefined ? "date" : kindOf(value.value)
    return PRESENT.test(words) ? { verdict: "unsupported", kind, score: 1 } : null
  }
  return ABLE.test(words) && telling(place) >= (OURS.test(words) && clause.concepts.size >= 2 ? 1 : 2)
    ? { verdict: "unsupported", kind: "capability", score: 1 }
    : null
}

/** Whether the subject is we, ours, a product of the book, or what the customer can have from us. */
function speaksOfUs({ clause, reading }: Place): boolean {
  const words = clause.words.replace(/^(?:and|but|so|also|yes|no|sure|well|which|by the way|oh|plus)[, ]+/, "")
  if (
    /^(?:we|our|all our|all of our|every|each|there's|there is|there are|you can|you'll|you get|you also|the|a|an|it|its|it's|they|this|these|for|with|in|which|that|delivery|shipping)\b/.test(
      words,
    )
  )
    return true
  return clause.concepts.size > 0 && [...clause.concepts].some((concept) => reading.facts.byConcept.has(concept))
}

function telling({ clause, reading }: Place): number {
  let count = 0
  for (const concept of clause.concepts) if (reading.facts.weights.against(concept) >= 0.8) count++
  return count
}

const NO_CLAIM =
  /\b(?:i|i'm|i'll|i've|i'd|my|me|let me|your|he|she|his|her|someone|carrier|courier|please|thank|thanks|sorry|apolog\w+|love|hope|glad|happy|look forward|wish|understand|appreciate|feel free|let us know|good luck|welcome|congratulations|enjoy|if you (?:could|can|like|want|wish|need|prefer))\b|\bwe(?:'ve| have| need| hope| understand| appreciate| received| are sorry|'re sorry|'re still|'ll)\b/
const PRESENT =
  /\b(?:is|are|it's|there's|that's|costs?|takes?|can|cannot|can't|has|have|had to|do|does|don't|doesn't|gives?|gets?|comes?|includes?|weighs?|holds?|lasts?|runs?|opens?|closes?|starts?|ends?|pays?|earns?|stays?|works?|offers?|need|needs|requires?|must|charge|charges|arrives?|applies|apply|ships?|delivers?|you'll|accepts?|covers?|fits?|seats?|expires?|serves?|sells?|allows?|supports?|stores?|keeps?|returns?|free)\b/
const OURS = /^(?:(?:and|but|so|also)[, ]+)*(?:all )?(?:of )?our\b/
const ABLE =
  /^(?:(?:and|but|so|also|yes|sure|well|plus|which|by the way|all|most|both|every)[, ]+)*(?:we|our|you can|you'll (?:also )?(?:get|find|receive|have)|you (?:also )?(?:get|receive)|the|it|its|it's|they|there's|there is|there are|this|these)\b.*\b(?:is|are|can|offer|offers|have|has|do|does|use|uses|make|makes|include|includes|get|receive|find|accept|accepts|support|supports|work|works|come|comes|ship|deliver|provide|sell|stock|made|run|runs|cover|covers|include|includes|stays?|let|lets|allows?|handles?|integrates?|syncs?|guarantees?)\b/
