import { readClock } from "./clock.ts"
import type { Fact } from "./fact.ts"
import { daysIn, hoursIn, scheduleIn } from "./hours.ts"
import type { Opening, Schedule } from "./hours.ts"
import { isDenied } from "./polarity.ts"
import { smooth } from "./smooth.ts"
import { tokensOf } from "./tokens.ts"

/** A day on which there is something, at hours that the fact does not say. */
export const SOME_TIME: NonNullable<Opening> = { from: -1, until: -1 }

/** When something is open, leaves or takes place, whatever the type of the fact; null where it says nothing of that. */
export function scheduleOf(fact: Fact): Schedule | null {
  const { type, value, attribute, statement, scope } = fact
  if (type === "boolean") return typeof value === "boolean" ? daysSaid(value, fact) : null
  if (type === "list") return Array.isArray(value) ? (timetableOf(value, statement) ?? daysOnly(value)) : null
  if (type !== "text" || typeof value !== "string") return null
  const schedule = scheduleIn(value) ?? daysOnly([value]) ?? (HOURS.test(attribute) ? scheduleIn(statement) : null)
  const days = Object.values(scope ?? {})
    .map((text) => daysIn(text))
    .find((found) => found.length > 0)
  if (schedule === null || days === undefined) return schedule
  return new Map([...schedule].filter(([day]) => days.includes(day)))
}

const HOURS = /\b(?:hours|opening|open)\b/i

const WEEK = [1, 2, 3, 4, 5, 6, 7]

/** "Monday", "Tuesday", "Wednesday": the days of dispatch, and no others. */
function daysOnly(values: readonly string[]): Schedule | null {
  const each = values.map((value) => daysIn(value))
  if (each.length === 0 || each.some((days) => days.length === 0)) return null
  const open = new Set(each.flat())
  return new Map(WEEK.map((day) => [day, [open.has(day) ? SOME_TIME : null]]))
}

/** "07:30", "13:00", "18:30": when something leaves, on the days that the statement names. */
function timetableOf(values: readonly string[], statement: string): Schedule | null {
  const points = values.map((value) => {
    const tokens = tokensOf(value, 0, Math.min(value.length, 40))
    const clock = readClock(tokens, 0)
    return clock === null || clock.next < tokens.length ? null : { from: clock.minutes, until: clock.minutes }
  })
  if (points.length < 2 || points.includes(null)) return null
  const named = hoursIn(tokensOf(statement, 0, Math.min(statement.length, 400))).flatMap(({ days }) => days)
  return new Map((named.length > 0 ? named : WEEK).map((day) => [day, points]))
}

/** "lessons on Sundays: no", and what the statement says of other days besides: "Saturdays are fine". */
function daysSaid(holds: boolean, { attribute, statement }: Fact): Schedule | null {
  const own = daysWithin(attribute)
  if (own.length === 0) return null
  const schedule = new Map<number, readonly Opening[]>()
  for (const day of own) schedule.set(day, [holds === isDenied(smooth(attribute)) ? null : SOME_TIME])
  for (const piece of statement.slice(0, 400).split(/[;,.]/)) {
    for (const day of daysWithin(piece))
      if (!schedule.has(day)) schedule.set(day, [isDenied(smooth(piece)) ? null : SOME_TIME])
  }
  return schedule
}

/** The days that a text names, where it tells no hours. */
function daysWithin(text: string): readonly number[] {
  const parts = hoursIn(tokensOf(text, 0, Math.min(text.length, 200)))
  return parts.every(({ opening }) => opening === undefined || opening === null)
    ? parts.flatMap(({ days }) => days)
    : []
}
