import type { Unit } from "./context.ts"
import type { Judged, Place } from "./find-claims.ts"
import { hoursIn } from "./hours.ts"
import type { Opening, Schedule, ToldHours } from "./hours.ts"
import { isInForce } from "./in-force.ts"
import { matchesOf } from "./match.ts"
import type { Match } from "./match.ts"
import { isDenied } from "./polarity.ts"
import { inScope } from "./scope.ts"

/** What opening hours say to a clause: "we are open until 6 on Saturdays", "closed on Mondays". */
export function hoursClaim(place: Place): Judged | null {
  const { clause, units, reading, stance } = place
  if (stance === "own" || stance === "past" || !reading.facts.hasSchedule) return null
  const told = hoursIn(clause.tokens)
  if (told.length === 0) return null
  const { words } = clause
  const match = matchesOf(units, reading.facts, ({ schedule }) => schedule !== null).find(
    ({ subject, unexplained, entry }) => {
      const opens =
        OPEN.test(words) ||
        entry.aliases.some(({ concepts, isUs }) => !isUs && concepts.every((each) => units[0]?.concepts.has(each)))
      return opens && subject >= 0.3 && unexplained <= 1.6
    },
  )
  if (match === undefined) return null
  const group = reading.facts.groups.get(match.entry.group) ?? []
  const scoped = inScope(group, units, reading.known, reading.facts)
  const entry = scoped.entries.find(({ fact }) => isInForce(fact, reading.day))
  const schedule = entry?.schedule ?? null
  if (schedule === null || entry === undefined || scoped.open.length > 0) return null
  const denied = isDenied(words.replace(/\bclosed\b/g, ""))
  const answers = told.map((part) => fits(part, schedule, denied)).filter((answer) => answer !== null)
  if (answers.length === 0) return null
  const isExact = told.length === 1 && told[0]?.opening !== undefined && answers.every(Boolean)
  if (match.subject < 0.4 && !isExact) return null
  if (!answers.every(Boolean) && !SURELY_OPEN.test(words) && !isSaid(match, units)) return null
  return { verdict: answers.every(Boolean) ? "supported" : "contradicted", kind: "date", entry, score: match.score }
}

function isSaid({ entry }: Match, units: readonly Unit[]): boolean {
  return entry.aliases.some(({ concepts, isUs }) => !isUs && concepts.every((each) => units[0]?.concepts.has(each)))
}

/** Goes against opening hours only what speaks of being open or of coming. */
const SURELY_OPEN =
  /\b(?:open|opens|opening|closed|closes?|closing|shut|hours|reach|available|staffed|here|come|drop|pop|visit|call|ring|around the clock)\b/

const OPEN =
  /\b(?:open|opens|opening|closed|closes?|closing|shut|hours|reach|available|staffed|there|here|in|come|drop|pop|visit|call|ring|phone|every day|around the clock)\b/

/** Whether the hours are as told; null where that cannot be said. */
function fits({ days, opening, isEnd, isStart }: ToldHours, schedule: Schedule, denied: boolean): boolean | null {
  const told = days.length > 0 ? days : [...schedule.keys()].filter((day) => isOpen(schedule, day))
  if (opening === undefined) return told.every((day) => isOpen(schedule, day) !== denied)
  if (opening === null) return told.every((day) => !isOpen(schedule, day)) !== denied
  if (denied) return null
  const agreed = told.map((day) =>
    (schedule.get(day) ?? []).some((each) => agrees(each, opening, isEnd === true, isStart === true)),
  )
  if (days.length > 0) return agreed.every(Boolean)
  const isVaried = new Set(told.map((day) => JSON.stringify(schedule.get(day)))).size > 1
  return agreed.some(Boolean) ? true : isVaried ? null : false
}

function isOpen(schedule: Schedule, day: number): boolean {
  return (schedule.get(day) ?? []).some((each) => each !== null)
}

function agrees(own: Opening, told: NonNullable<Opening>, isEnd: boolean, isStart: boolean): boolean {
  if (own === null) return false
  return (isEnd || own.from === told.from) && (isStart || own.until === told.until)
}
