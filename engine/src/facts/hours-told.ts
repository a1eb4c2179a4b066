import { SAME_SENTENCE } from "./context.ts"
import type { Unit } from "./context.ts"
import type { Place } from "./find-claims.ts"
import { hoursIn } from "./hours.ts"
import type { ToldHours } from "./hours.ts"
import { spelt } from "./tokens.ts"
import type { Token } from "./tokens.ts"

/** The days and hours that a clause tells, with the day that was told before it where it names none itself. */
export function toldHours(place: Place): readonly ToldHours[] {
  const { clause, units } = place
  const told = hoursIn(clause.tokens)
  if (told.length === 0 && THEN.test(clause.words)) {
    const days = units.slice(1).flatMap(({ tokens, nearness }) => (nearness >= BEFORE ? (namedDays(tokens) ?? []) : []))
    return days.length === 0 ? told : [{ days, opening: /\bopen\b/.test(clause.words) ? undefined : null }]
  }
  if (told.length !== 1 || told.some(({ days }) => days.length > 0)) return told
  const days = daysAround(place)
  return days.length === 0 ? told : told.map((part) => ({ ...part, days }))
}

const THEN = /\b(?:open|closed|shut) (?:then|that day)\b/
const BEFORE = 0.4

/** "Come by on Saturday morning, we open at nine", "Tonight, we're open till seven": the day that is told beside the hours or just before. */
function daysAround({ clause, units, reading }: Place): readonly number[] {
  if (USUALLY.test(clause.words)) return []
  const own = dayOfToday(clause.tokens, reading.day)
  if (own !== null) return [own]
  for (const { tokens, nearness } of units.slice(1)) {
    if (nearness < LAST_SENTENCE) break
    const isBefore = (tokens[0]?.start ?? 0) < clause.start
    if (!isBefore && nearness >= SAME_SENTENCE) continue
    const days =
      nearness < SAME_SENTENCE && (IS_OVER.test(spelt(tokens)) || I_AM.test(spelt(tokens))) ? null : namedDays(tokens)
    if (days !== null) return days
  }
  return []
}

const USUALLY =
  /\b(?:every|any|each|all) (?:single )?day\b|\b(?:daily|usually|normally|generally|otherwise|as usual|as a rule|our hours)\b/
const LAST_SENTENCE = 0.7
const I_AM = /\bi'm (?:away|off|out|not)\b/
/** What has happened, rather than what is so. */
export const IS_OVER = /\b(?:was|were|had|came|went|got|ordered|bought|arrived|called|rang|phoned|wrote|asked|missed)\b/

/** The days of words that tell nothing else of hours; null where they name none, or several groups of days. */
function namedDays(tokens: readonly Token[]): readonly number[] | null {
  const parts = hoursIn(tokens)
  const [only] = parts.filter(({ days }) => days.length > 0)
  return only === undefined || parts.length > 1 ? null : only.days
}

/** The weekday of "today", "tonight" and "tomorrow". */
function dayOfToday(tokens: readonly Token[], day: string): number | null {
  if (day === "") return null
  const said = tokens.find(({ text }) => text === "today" || text === "tonight" || text === "tomorrow")?.text
  if (said === undefined) return null
  const today = weekdayOf(day)
  return said === "tomorrow" ? (today % 7) + 1 : today
}

/** ISO weekday of YYYY-MM-DD. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The clause, with the one before it where it has no verb of its own: "…, and on Sundays from eleven". */
export function wordsWithVerb({ clause, units }: Place, verb: RegExp): string {
  const before: Unit | undefined = units[1]
  if (before === undefined || before.nearness < SAME_SENTENCE || verb.test(clause.words)) return clause.words
  return `${spelt(before.tokens)} ${clause.words}`
}
