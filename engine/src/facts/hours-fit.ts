import type { Opening, Schedule, ToldHours } from "./hours.ts"
import { SOME_TIME } from "./schedules.ts"

/** Whether the hours are as told; null where that cannot be said. */
export function fits(part: ToldHours, schedule: Schedule, isDenied: boolean): boolean | null {
  const { days, opening, isPoint } = part
  const denied = isDenied && part.isTurned !== true
  if (days.some((day) => !schedule.has(day))) return null
  const told = days.length > 0 ? days : [...schedule.keys()].filter((day) => isOpen(schedule, day))
  if (opening === undefined) return told.every((day) => isOpen(schedule, day) !== denied)
  if (opening === null) return told.every((day) => !isOpen(schedule, day)) !== denied
  if (denied) return null
  if (told.some((day) => schedule.get(day)?.includes(SOME_TIME) === true))
    return days.length === 0 ? null : days.every((day) => isOpen(schedule, day))
  const agreed = told.map((day) => (schedule.get(day) ?? []).some((each) => agrees(each, opening, part)))
  if (part.isBy === true && !isPointed(schedule) && !agreed.every(Boolean))
    return days.some((day) => isTooLate(schedule.get(day), opening)) ? false : null
  if (isPoint === true && !isPointed(schedule)) {
    if (agreed.length > 0 && agreed.every(Boolean)) return true
    return days.every((day) => isOpen(schedule, day)) ? null : false
  }
  if (days.length > 0) return agreed.every(Boolean)
  const isVaried = new Set(told.map((day) => JSON.stringify(schedule.get(day)))).size > 1
  return agreed.some(Boolean) ? true : isVaried ? null : false
}

/** A time of day rather than hours: "from 15:00". */
export function isPointed(schedule: Schedule | null): boolean {
  return [...(schedule?.values() ?? [])]
    .flat()
    .some((each) => each !== null && each !== SOME_TIME && each.from === each.until)
}

/** Only the days are known. */
export function isDaysOnly(schedule: Schedule | null): boolean {
  return (
    schedule !== null && [...schedule.values()].every((each) => each.every((one) => one === null || one === SOME_TIME))
  )
}

/** Several times of one day, each of which is one that may be told. */
export function isTimetable(schedule: Schedule | null): boolean {
  return schedule !== null && isPointed(schedule) && [...schedule.values()].some((each) => each.length > 1)
}

function isOpen(schedule: Schedule, day: number): boolean {
  return (schedule.get(day) ?? []).some((each) => each !== null)
}

/** Later than it closes. */
function isTooLate(own: readonly Opening[] | undefined, told: NonNullable<Opening>): boolean {
  return own !== undefined && own.every((each) => each === null || each.until < told.until)
}

function agrees(own: Opening, told: NonNullable<Opening>, { isEnd, isStart, isPoint, isBare }: ToldHours): boolean {
  if (own === null) return false
  const same = (one: number, other: number): boolean =>
    one === other || (isBare === true && (one - other) % HALF_A_DAY === 0)
  if (own.from === own.until) return same(own.from, isEnd === true ? told.until : told.from)
  if (isPoint === true) return same(own.from, told.from) || same(own.until, told.from)
  return (isEnd === true || same(own.from, told.from)) && (isStart === true || same(own.until, told.until))
}

const HALF_A_DAY = 720 // minutes
