import type { Calendar } from "../calendar.ts"
import { zoneNamed } from "../calendar/zone.ts"
import type { FoundTime, Span } from "../review-format.ts"
import { written } from "./frame.ts"
import type { Bounds, Frame } from "./frame.ts"
import { readWhen } from "./read-when.ts"
import { resolve } from "./resolve.ts"
import { startsIn } from "./starts.ts"
import { toldAsPast } from "./surroundings.ts"
import { tokenAt, tokensOf } from "./tokens.ts"
import type { Tokens } from "./tokens.ts"
import type { Day, Moment, When } from "./when.ts"

/** `now` RFC 3339; `zone` IANA; `start` and `end` bound the part of the text that is read. */
export type TimeContext = {
  readonly now?: string
  readonly zone: string
  readonly calendar: Calendar
  readonly start?: number
  readonly end?: number
}

/**
 * Every time in the text by which something could be due, in order, the longest phrase winning. Without a readable
 * `now`, or with an unknown zone, words and kind only. Times that are over, or come every week, are left out. Never
 * throws; takes time linear in the text.
 */
export function findTimes(text: string, context: TimeContext): readonly FoundTime[] {
  return aheadOf(readTimes(text, context))
}

/** A time of the text; `isAhead` where something could be due by it. `time` is null where no day of the calendar is meant. */
export type ReadTime = Span & { readonly time: FoundTime | null; readonly isAhead: boolean }

export function aheadOf(read: readonly ReadTime[]): readonly FoundTime[] {
  return read.flatMap(({ time, isAhead }) => (time !== null && isAhead ? [time] : []))
}

/** The same with the times that are over: with their instants where the words fix them. */
export function readTimes(text: string, context: TimeContext): readonly ReadTime[] {
  const tokens = tokensOf(text, context.start ?? 0, context.end ?? text.length)
  let frame: Frame | null | undefined
  const found: ReadTime[] = []
  const nextStart = startsIn(tokens)
  let index = nextStart(0)
  while (index < tokens.length) {
    const read = readWhen(tokens, index)
    if (read === null) {
      index = nextStart(index + 1)
      continue
    }
    if (frame === undefined) frame = frameOf(context) // most texts hold no time
    found.push(foundTime(text, tokens, { when: read.value, index, next: read.next }, frame))
    index = nextStart(read.next)
  }
  return found
}

function frameOf({ now, zone, calendar }: TimeContext): Frame | null {
  if (now === undefined) return null
  const own = zoneNamed(zone)
  if (own === null || zoneNamed(calendar.zone) === null) return null
  try {
    const { epochMilliseconds, epochNanoseconds } = Temporal.Instant.from(now)
    const fraction = Number(epochNanoseconds % 1_000_000n) / 1e6
    return { now: epochMilliseconds + fraction, zone: own, calendar, written: new Map() }
  } catch {
    return null
  }
}

type Place = { readonly when: When; readonly index: number; readonly next: number }

function foundTime(text: string, tokens: Tokens, place: Place, frame: Frame | null): ReadTime {
  const { when, index, next } = place
  const isOver = isGone(when) || (looksBack(when) && toldAsPast(tokens, index, next))
  const said = isOver ? asPast(when) : when
  const bounds = frame === null || said === null ? null : resolveSafely(said, frame)
  const start = tokenAt(tokens, index).start
  const end = tokenAt(tokens, next - 1).end
  if (frame !== null && bounds === null && mustResolve(when) && !isOver)
    return { start, end, time: null, isAhead: false }
  const isAhead = !isOver && (frame === null || bounds?.until === undefined || bounds.until >= frame.now)
  const time = { start, end, text: text.slice(start, end), kind: kindOf(when), ...told(bounds, frame) }
  return { start, end, time, isAhead }
}

/** The day that was, where words tell of one that is over; null where they do not fix it. */
function asPast(when: When): Moment | null {
  if (when.shape !== "moment" || when.day === undefined || when.edge === "since" || when.clockEdge === "since")
    return null
  const day = pastDay(when.day)
  return day === null ? null : { ...when, day }
}

function pastDay(day: Day): Day | null {
  if (day.kind === "gone") return day.was ?? null
  if (day.kind === "weekday") return { kind: "shifted", day, months: 0, days: -7, workingDays: 0 }
  if (day.kind === "date" && day.date.year === undefined && day.date.month !== undefined)
    return { kind: "shifted", day, months: -12, days: 0, workingDays: 0 }
  return day.kind === "offset" ? day : null
}

function resolveSafely(when: When, frame: Frame): Bounds | null {
  try {
    return resolve(when, frame)
  } catch {
    return null // outside the years that Temporal knows
  }
}

function isGone(when: When): boolean {
  if (when.shape === "gone") return true
  if (when.shape === "range") return isGone(when.first) || isGone(when.last)
  if (when.shape === "moment") return when.day?.kind === "gone" || when.edge === "since" || when.clockEdge === "since"
  return when.shape === "period" && when.edge === "since"
}

/** Whether the same words could as well speak of a past day: "on Monday", "2 March"; not "by Monday", not "tomorrow". */
function looksBack(when: When): boolean {
  if (when.shape === "range") return looksBack(when.first)
  if (when.shape === "period") return when.edge === "on" && when.named !== undefined && when.year === undefined
  if (when.shape !== "moment" || when.edge !== "on") return false
  if (when.clockEdge !== undefined && when.clockEdge !== "on") return false
  if (when.day === undefined) return when.clock !== undefined
  if (when.day.kind === "offset") return when.day.days === 0 && when.part !== undefined && when.part !== "end"
  return when.day.kind === "date"
    ? when.day.date.year === undefined
    : when.day.kind === "weekday" && when.day.week !== "next"
}

/** A day that cannot be found is over or no day at all; a span "of purchase" or a vague word stands without instants. */
function mustResolve(when: When): boolean {
  if (when.shape === "range") return mustResolve(when.last)
  return when.shape === "period" || (when.shape === "moment" && when.zone !== "unknown")
}

function kindOf(when: When): FoundTime["kind"] {
  if (when.shape === "vague") return "vague"
  if (when.shape === "span") return when.loose ? "implied" : "certain"
  if (when.shape === "range")
    return kindOf(when.first) === "certain" && kindOf(when.last) === "certain" ? "certain" : "implied"
  return when.shape === "moment" && isFixed(when) ? "certain" : "implied"
}

function isFixed(moment: Moment): boolean {
  return moment.clock !== undefined || moment.part === undefined
}

function told(bounds: Bounds | null, frame: Frame | null): Pick<FoundTime, "from" | "until"> {
  if (bounds === null || frame === null) return {}
  const { from, until } = bounds
  return {
    ...(from === undefined ? {} : { from: written(frame, from) }),
    ...(until === undefined ? {} : { until: written(frame, until) }),
  }
}
