import { boundOf } from "./bounds.ts"
import { readOne } from "./numbers.ts"
import type { ReadNumber } from "./numbers.ts"
import type { Token } from "./tokens.ts"
import { timeUnitOf, WORKING } from "./units.ts"
import type { Duration, Said, Scale } from "./value.ts"
import { textAt } from "../words.ts"

/** "48 hours", "five working days", "a 2-year", "within a week", "immediately", "for life". */
export function readDuration(
  tokens: readonly Token[],
  index: number,
  number: ReadNumber | null,
): Said<Duration> | null {
  return readFixed(tokens, index) ?? readCounted(tokens, index, number) ?? readSingle(tokens, index)
}

function readCounted(tokens: readonly Token[], index: number, number: ReadNumber | null): Said<Duration> | null {
  if (number === null) return null
  const unit = readUnit(tokens, number.next)
  if (unit === null) return null
  const rest = readRest(tokens, unit)
  const bound = boundOf(tokens, index, rest.next)
  const [min, max] = [number.min * unit.size + rest.more, number.max * unit.size + rest.more]
  return said(index, rest.next, { min, max, scale: unit.scale, bound })
}

/** "2 hours 45 minutes", "2h45", "one year and six months", "an hour and a half". */
function readRest(tokens: readonly Token[], unit: Unit): { readonly more: number; readonly next: number } {
  const at = tokens[unit.next]?.text === "and" ? unit.next + 1 : unit.next
  if (at > unit.next && tokens[at]?.text === "a" && /^(?:half|quarter)$/.test(textAt(tokens, at + 1)))
    return { more: unit.size * (tokens[at + 1]?.text === "half" ? 0.5 : 0.25), next: at + 2 }
  if (at > unit.next && tokens[at]?.text === "three" && tokens[at + 1]?.text === "quarters")
    return { more: unit.size * 0.75, next: at + 2 }
  const number = readOne(tokens, at)
  if (number === null || unit.scale === "working days") return { more: 0, next: unit.next }
  const smaller = readUnit(tokens, number.next)
  if (smaller !== null && smaller.scale === unit.scale && smaller.size < unit.size)
    return { more: number.value * smaller.size, next: smaller.next }
  const isHour = unit.size === 1 && unit.scale === "hours"
  if (isHour && isMinutes(tokens, at, number)) return { more: number.value / 60, next: number.next }
  const isGlued = tokens[at]?.start === tokens[unit.next - 1]?.end && isHour
  return isGlued && number.value < 60 ? { more: number.value / 60, next: number.next } : { more: 0, next: unit.next }
}

/** "two hours forty" */
function isMinutes(tokens: readonly Token[], at: number, { value, next }: { value: number; next: number }): boolean {
  const after = tokens[next]
  return (
    tokens[at]?.kind === "word" &&
    tokens[at - 1]?.kind === "word" &&
    value >= 5 &&
    value < 60 &&
    (after === undefined || after.kind === "sign" || /^(?:to|from|and|for|by|on|in|with|at)$/.test(after.text))
  )
}

/** "within a week", "an hour", "the first year", "the next working day" */
function readSingle(tokens: readonly Token[], index: number): Said<Duration> | null {
  const word = textAt(tokens, index)
  if (word === "the" && BEFOREHAND.test(`${tokens[index + 1]?.text} ${tokens[index + 2]?.text}`))
    return said(index, index + 2, { ...lengthOf(tokens, index + 1), bound: boundOf(tokens, index, index + 2) })
  if (WHOLE.test(textAt(tokens, index + 1)) && /^(?:the|a|an|one)$/.test(word)) {
    const whole = readUnit(tokens, index + 2)
    if (whole !== null && whole.scale !== "working days")
      return said(index, whole.next, { min: whole.size, max: whole.size, scale: whole.scale, bound: "exact" })
  }
  const opens = word === "a" || word === "an" || word === "full"
  const isFirst = word === "first" && tokens[index - 1]?.text === "the"
  const isNext =
    (word === "next" || word === "same") && /^(?:day|working|business|weekday)$/.test(textAt(tokens, index + 1))
  if (!opens && !isFirst && !isNext) return null
  const full = /^(?:full|good)$/.test(textAt(tokens, index + 1)) ? 1 : 0
  const unit = readUnit(tokens, index + 1 + full)
  if (unit === null) return null
  const isOrTwo =
    opens && full === 0 && /^or (?:two|so)$/.test(`${tokens[unit.next]?.text} ${tokens[unit.next + 1]?.text}`)
  if (isOrTwo) return readOrTwo(tokens, index, unit)
  const rest = readRest(tokens, unit)
  if (opens && rest.more === 0 && !isLength(tokens, index) && !standsAlone(tokens, index, rest.next)) return null
  const size = word === "same" ? 0 : unit.size + rest.more
  return said(index, rest.next, { min: size, max: size, scale: unit.scale, bound: boundOf(tokens, index, rest.next) })
}

/** "a day or two", "a week or so", and of what days: "an hour or two, working hours that is" */
function readOrTwo(tokens: readonly Token[], index: number, unit: Unit): Said<Duration> {
  const isTwo = tokens[unit.next + 1]?.text === "two"
  const next = unit.next + 2
  const named = tokens[next]?.text === "," ? readUnit(tokens, next + 1) : null
  const { scale, size } = named?.scale === "working days" && unit.size === 24 ? named : unit
  return said(index, next, { min: size, max: isTwo ? 2 * size : size, scale, bound: isTwo ? "exact" : "about" })
}

/** "for the whole year" */
const WHOLE = /^(?:whole|entire)$/

/** "until the day before" */
const BEFOREHAND = /^(?:day|week|month|night|evening) before$/

function lengthOf(tokens: readonly Token[], at: number): Omit<Length, "bound"> {
  const { scale, size } = timeUnitOf(textAt(tokens, at)) ?? { scale: "hours", size: 24 }
  return { min: size, max: size, scale }
}

/** "a week" says how often after "once" or a figure, and how long after "within", "for", "takes". */
function isLength(tokens: readonly Token[], index: number): boolean {
  if (tokens[index - 1]?.text === "as") return /^(?:little|short|long|few|much)$/.test(textAt(tokens, index - 2))
  return LENGTH_BEFORE.test(textAt(tokens, index - 1))
}

/** "A year, Noel." is an answer. */
function standsAlone(tokens: readonly Token[], index: number, next: number): boolean {
  const after = textAt(tokens, next)
  return (
    (isSign(tokens[index - 1]) && isSign(tokens[next])) ||
    BESIDE.test(after) ||
    (after === "in" && tokens[next + 1]?.text === "advance")
  )
}

const BESIDE = /^(?:before|ahead|early|earlier|notice)$/

function isSign(token: Token | undefined): boolean {
  return token === undefined || token.kind === "sign"
}

const LENGTH_BEFORE =
  /^(?:it's|have|get|got|gives?|need|needs|requires?|lasting|run|runs|inside|within|with|in|for|take|takes|took|least|about|around|of|under|than|over|after|is|lasts?|until|almost|nearly|roughly|half|to|just|only|maximum)$/

type Unit = { readonly scale: Scale; readonly size: number; readonly next: number }

function readUnit(tokens: readonly Token[], index: number): Unit | null {
  let at = index
  if (tokens[at]?.text === "-") at++
  if (tokens[at]?.text === "full") at++
  if (tokens[at]?.text === "calendar" && timeUnitOf(textAt(tokens, at + 1)) !== null) at++
  const working = WORKING.has(textAt(tokens, at))
  const unitAt = working && timeUnitOf(textAt(tokens, at + 1)) !== null ? at + 1 : at
  const word = textAt(tokens, unitAt).replace(/'s?$/, "")
  if (word === "weekdays" || word === "workdays") return { scale: "working days", size: 1, next: unitAt + 1 }
  const unit = timeUnitOf(word)
  if (
    unit === null ||
    (word === "h" && tokens[unitAt]?.start !== tokens[unitAt - 1]?.end) ||
    (word === "second" &&
      /^(?:hand|\p{L}{3,})$/u.test(textAt(tokens, unitAt + 1)) &&
      at > 0 &&
      tokens[at - 1]?.text === "a") ||
    (word === "min" && tokens[index - 1]?.kind !== "number") // at least
  )
    return null
  if (unitAt === at || unit.scale === "months") return { ...unit, next: unitAt + 1 }
  const days = unit.size < 24 ? unit.size / HOURS_A_WORKING_DAY : unit.size >= 168 ? 5 : 1
  return { scale: "working days", size: days, next: unitAt + 1 }
}

const HOURS_A_WORKING_DAY = 8

function readFixed(tokens: readonly Token[], index: number): Said<Duration> | null {
  for (const { next, length } of FIXED.get(textAt(tokens, index)) ?? []) {
    if (!next.every((word, offset) => word.test(textAt(tokens, index + 1 + offset)))) continue
    return said(index, index + 1 + next.length, { min: length, max: length, scale: "hours", bound: "exact" })
  }
  return null
}

type Fixed = { readonly first: string; readonly next: readonly RegExp[]; readonly length: number }

/** By their first word. */
const FIXED: ReadonlyMap<string, readonly Fixed[]> = Map.groupBy(
  [
    ...fixed("immediately instantly instant immediate overnight", [], 0),
    ...fixed("straight right", [/^away$/], 0),
    ...fixed("at", [/^once$/], 0),
    ...fixed("on", [/^the$/, /^spot$/], 0),
    ...fixed("while", [/^you$/, /^wait$/], 0),
    ...fixed("last", [/^minute$/, /^(?!\p{L}*s$)/u], 0),
    ...fixed("never n't don't doesn't", [/^(?:ever)?expires?$/], Number.POSITIVE_INFINITY),
    ...fixed("lifetime lifelong forever indefinitely indefinite", [], Number.POSITIVE_INFINITY),
    ...fixed("for", [/^life$/], Number.POSITIVE_INFINITY),
    ...fixed("no", [/^(?:expiry|expiration|end)$/, /^date$/], Number.POSITIVE_INFINITY),
  ],
  ({ first }) => first,
)

function fixed(firsts: string, next: readonly RegExp[], length: number): readonly Fixed[] {
  return firsts.split(" ").map((first) => ({ first, next, length }))
}

type Length = { readonly min: number; readonly max: number; readonly scale: Scale; readonly bound: Duration["bound"] }

function said(from: number, to: number, length: Length): Said<Duration> {
  return { value: { kind: "duration", ...length }, from, to }
}
