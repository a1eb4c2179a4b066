import { compareDate } from "./compare.ts"
import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { matchesOf } from "./match.ts"
import type { DateValue } from "./value.ts"

/** When an offer runs: "the sale is already on", "starts on Monday, 23 November", "ended on 30 June", "until the 30th". */
export function validityClaim(place: Place): Judged | null {
  const { clause, units, reading, stance } = place
  if (stance === "own" || !reading.facts.hasOffers) return null
  const { words } = clause
  const dates = clause.values.flatMap(({ value }) => (value.kind === "date" ? [value] : []))
  const isRunning = RUNNING.test(words)
  const isOver = OVER.test(words)
  if (!isRunning && !isOver && dates.length === 0) return null
  const matches = matchesOf(
    units,
    reading.facts,
    ({ fact }) => fact.validFrom !== undefined || fact.validUntil !== undefined,
  )
  const offers = matches.filter(
    ({ subject, entry, unexplained }) => subject >= 0.7 && unexplained <= 1.3 && isOffer(entry),
  )
  const match = offers[0]
  if (match === undefined) return null
  const { entry, score } = match
  const base = { kind: "date" as const, entry, score }
  for (const date of dates) {
    const agreeing = offers.find((offer) => agreesWith(date, offer.entry, words) === true)
    if (agreeing !== undefined) return { ...base, entry: agreeing.entry, verdict: "supported" }
    const isNamed = [...entry.names].some((name) => clause.concepts.has(name)) // an offer that is over must be
    const isClear =
      match.cover >= 0.5 &&
      EDGE.test(words) &&
      clause.values.length === 1 &&
      (isNamed || isInForce(entry.fact, reading.day))
    if (isClear && agreesWith(date, entry, words) === false) return { ...base, verdict: "contradicted" }
  }
  if (dates.length > 0 || (!isRunning && !isOver)) return null
  const { validFrom = "", validUntil = "9999" } = entry.fact
  const runs = validFrom <= reading.day && reading.day <= validUntil
  if (isRunning) return { ...base, verdict: runs ? "supported" : "contradicted" }
  return { ...base, verdict: validUntil < reading.day ? "supported" : "contradicted" }
}

const RUNNING =
  /\b(?:already|now|currently|still|is|are|'s|'re) (?:already |now |still )?(?:running|on(?= (?:now|already|at)|$)|live|under way|in full swing|valid|available)\b|'s (?:running|live|already on)\b|\bhas (?:already )?(?:started|begun)\b|\b(?:starts?|begins?) (?:today|now)\b/
const OVER =
  /\b(?:is|are|was) (?:already |now )?over\b|\b(?:has |have )?(?:ended|expired|finished|lapsed)\b|\b(?:ran|has run|have run|runs) out\b|\b(?:wrapped up|came to an end|drew to a close)\b/

const EDGE =
  /\b(?:starts?|begins?|started|began|ends?|ended|runs?|ran|finish(?:es|ed)|wrapped up|until|till|through|expires?|expired)\b/

/** An offer has an end; a price that holds since a day has none. */
function isOffer({ fact }: Entry): boolean {
  return fact.validUntil !== undefined
}

/** Whether a date is the offer's first or last day, by the words before it. Null where the words do not say which. */
function agreesWith(date: DateValue, { fact, value }: Entry, words: string): boolean | null {
  if (value?.kind === "date") return null
  const edge = date.edge === "on" ? edgeIn(words) : date.edge
  const day = edge === "until" ? fact.validUntil : edge === "from" ? fact.validFrom : undefined
  if (day === undefined) return null
  const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number)
  const agreement = compareDate(date, { kind: "date", year, month, day: dayOfMonth, edge: "on" })
  return agreement === null ? null : agreement === "same"
}

function edgeIn(words: string): DateValue["edge"] {
  if (/\b(?:starts?|begins?|started|began|opens?)\b/.test(words)) return "from"
  return /\b(?:ends?|ended|finish(?:es|ed)|runs? out|ran out|wrapped up|expires?|expired|last|through|until|till)\b/.test(
    words,
  )
    ? "until"
    : "on"
}
