import { addMonths } from "../calendar/days.ts"
import { instantAfterWorking } from "../calendar/working-time.ts"
import { endOfDay, todayIn, workingDayAfter } from "./frame.ts"
import type { Bounds, Frame } from "./frame.ts"
import { resolveMoment } from "./resolve-moment.ts"
import { resolvePeriod } from "./resolve-period.ts"
import type { Moment, Period, Span, Vague, When } from "./when.ts"

const HOURS: Readonly<Partial<Record<Span["unit"], number>>> = { second: 1 / 3600, minute: 1 / 60, hour: 1 }

/** Turns the words into instants. Null when they cannot be fixed: counted from elsewhere, vague without a stated meaning, over. */
export function resolve(when: When, frame: Frame): Bounds | null {
  if (when.shape === "moment") return resolveMoment(when, frame)
  if (when.shape === "period") return resolvePeriod(when, frame)
  if (when.shape === "span") return resolveSpan(when, frame)
  if (when.shape === "range") return resolveRange(when.first, when.last, frame)
  if (when.shape === "vague") return resolveVague(when, frame)
  return null
}

function resolveRange(first: Moment | Period, last: Moment | Period, frame: Frame): Bounds | null {
  const edge = last.shape === "moment" && last.edge === "by" ? "on" : last.edge
  const begin = resolve(first, frame)
  const end = resolve({ ...last, edge }, followsOn(last) ? laterFrame(frame, begin) : frame)
  if (end?.until === undefined) return begin
  const from = begin?.from ?? begin?.until
  const ordered = from !== undefined && from <= end.until
  return ordered ? { from, until: end.until } : { until: end.until }
}

/** Whether the second is looked for from the first on: in "Tuesday or Wednesday" the Wednesday after that Tuesday. */
function followsOn(last: Moment | Period): boolean {
  if (last.shape === "period") return last.named !== undefined
  const { day } = last
  return (
    day !== undefined &&
    (day.kind === "date" || day.kind === "pair" || (day.kind === "weekday" && day.week === "coming"))
  )
}

function laterFrame(frame: Frame, begin: Bounds | null): Frame {
  const from = begin?.from ?? begin?.until
  return from !== undefined && from > frame.now ? { ...frame, now: from } : frame
}

/** Hours and minutes run to the minute; days and longer end with the working time of their last day. */
function resolveSpan(span: Span, frame: Frame): Bounds | null {
  if (span.since === "elsewhere") return null
  const until = after(span, span.most, frame)
  if (until === null) return null
  const from = span.least < span.most ? after(span, span.least, frame) : null
  return from === null ? { until } : { from, until }
}

function after({ unit, working }: Span, count: number, frame: Frame): number | null {
  const hours = HOURS[unit]
  if (hours !== undefined) {
    if (working) return workingAfter(frame, count * hours * 60)
    return frame.now + Math.round(count * hours * 3600) * 1000
  }
  const today = todayIn(frame)
  if (working && unit === "day") {
    const day = workingDayAfter(frame, today, Math.ceil(count))
    return day === null ? null : endOfDay(frame, day)
  }
  if (unit === "day" || unit === "week") return endOfDay(frame, today + Math.ceil(count * (unit === "week" ? 7 : 1)))
  const months = unit === "year" ? count * 12 : count
  const whole = Math.floor(months)
  return endOfDay(frame, addMonths(today, whole) + Math.ceil((months - whole) * 30))
}

function workingAfter({ calendar, now }: Frame, minutes: number): number | null {
  return minutes === 0 ? now : instantAfterWorking(calendar, Math.floor(now), minutes * MINUTE)
}

const MINUTE = 60_000 // milliseconds

/** What the workspace says the words mean, in working minutes: the very words, or else the plainest of their group. */
function resolveVague({ words, like }: Vague, frame: Frame): Bounds | null {
  const minutes = meaningOf(frame, words) ?? meaningOf(frame, like)
  const until = minutes === undefined ? null : workingAfter(frame, minutes)
  return until === null ? null : { until }
}

function meaningOf({ calendar }: Frame, words: string): number | undefined {
  const minutes = Object.hasOwn(calendar.meanings, words) ? calendar.meanings[words] : undefined
  return minutes !== undefined && Number.isFinite(minutes) && minutes >= 0 ? minutes : undefined
}
