import { readBareHour, readClock } from "./clock.ts"
import { tokensOf } from "./tokens.ts"
import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"

/** From and until in minutes after midnight; null when closed. */
export type Opening = { readonly from: number; readonly until: number } | null

/** ISO weekdays (Monday = 1) to opening. Days that were not said are absent. */
export type Schedule = ReadonlyMap<number, readonly Opening[]>

/** Opening hours as a text gives them: "Tue-Fri 09:00-18:00, Sat 10:00-16:00, closed Sun and Mon". Null where there are none. */
export function scheduleIn(text: string): Schedule | null {
  const tokens = tokensOf(text, 0, Math.min(text.length, 400))
  const parts = hoursIn(tokens)
  if (!parts.some(({ opening }) => opening !== undefined && opening !== null)) return null
  const schedule = new Map<number, readonly Opening[]>()
  for (const { days, opening } of parts) {
    for (const day of days.length > 0 || parts.length > 1 ? days : EVERY_DAY) {
      const listed = (schedule.get(day) ?? []).filter((each) => each !== null)
      if (opening !== undefined) schedule.set(day, opening === null ? [null] : [...listed, opening])
    }
  }
  if (schedule.size === 0) return null
  // What a full week of hours does not name is closed.
  for (let day = 1; day <= 7; day++) if (!schedule.has(day)) schedule.set(day, [null])
  return schedule
}

/** The days that a text names and nothing else: "Monday to Friday", "Saturday". */
export function daysIn(text: string): readonly number[] {
  const tokens = tokensOf(text, 0, Math.min(text.length, 100))
  const read = readDays(tokens, 0)
  return read !== null && read.next === tokens.length ? read.days : []
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

/** Days with the hours told of them; null closed, undefined where only the days were told. */
export type ToldHours = {
  readonly days: readonly number[]
  readonly opening: Opening | undefined
  /** Only the end was told: "until 6 pm on Saturdays". */
  readonly isEnd?: boolean
  readonly isStart?: boolean
  /** One time was told, which may be a start or an end: "at ten". */
  readonly isPoint?: boolean
  /** Nothing says which half of the day is meant. */
  readonly isBare?: boolean
  /** By when at the latest somebody is to come or ask, which may be earlier than the end: "before half five". */
  readonly isBy?: boolean
  /** Its "not" says which end is meant: "we don't shut until eight". */
  readonly isTurned?: boolean
}

/** Reads days and times in order: days before their times, or after them ("9 to 5 on weekdays"). */
export function hoursIn(tokens: readonly Token[]): readonly ToldHours[] {
  const parts: ToldHours[] = []
  let days: readonly number[] = []
  let closed = false
  let loose: ToldHours | null = null
  for (let at = 0; at < tokens.length;) {
    const text = textAt(tokens, at)
    const read = readDays(tokens, at)
    const span = read === null ? readSpan(tokens, at) : null
    if (text === "closed" || (text === "shut" && span === null)) {
      closed = true
      if (days.length > 0 && !parts.some((part) => part.days === days)) parts.push({ days, opening: null })
      at++
    } else if (text === "open" && span === null) {
      closed = false
      at++
    } else if (read !== null) {
      days = read.days
      if (closed) parts.push({ days, opening: null })
      else if (loose !== null && readSpan(tokens, read.next) !== null) {
        parts.push(loose, { days, opening: undefined }) // "until half past five, Fridays till four"
        loose = null
      } else if (loose !== null) {
        parts.push({ ...loose, days })
        loose = null
      } else parts.push({ days, opening: undefined })
      at = read.next
    } else if (text === "it's" && days.length > 0 && isHourAlone(tokens, at + 1)) {
      const minutes = readBareHour(tokens, at + 1)?.minutes ?? 0
      parts.splice(-1, 1, { days, opening: { from: minutes, until: minutes }, isPoint: true, isBare: true })
      at += 2
    } else if (span !== null) {
      const last = parts.at(-1)
      const told = { days, ...span.told }
      if (days.length > 0 && last?.days === days && last.opening === undefined) parts[parts.length - 1] = told
      else if (days.length > 0) parts.push(told)
      else loose = told
      closed = false
      at = span.next
    } else at++
  }
  return loose === null ? parts : [...parts, loose]
}

/** "Weekdays it's ten" */
function isHourAlone(tokens: readonly Token[], at: number): boolean {
  const hour = readBareHour(tokens, at)
  return hour !== null && (tokens[hour.next] === undefined || tokens[hour.next]?.kind === "sign")
}

const DAYS: ReadonlyMap<string, number> = new Map(
  [
    "monday mon mondays",
    "tuesday tue tues tuesdays",
    "wednesday wed weds wednesdays",
    "thursday thu thur thurs thursdays",
    "friday fri fridays",
    "saturday sat saturdays",
    "sunday sun sundays",
  ].flatMap((words, index) => words.split(" ").map((word): [string, number] => [word, index + 1])),
)
const GROUPS: ReadonlyMap<string, readonly number[]> = new Map([
  ["weekdays", [1, 2, 3, 4, 5]],
  ["weekday", [1, 2, 3, 4, 5]],
  ["weekends", [6, 7]],
  ["weekend", [6, 7]],
  ["daily", [1, 2, 3, 4, 5, 6, 7]],
])

/** "in the sun", "you sat" */
const NO_DAY = /^(?:the|full|direct|i|you|he|she|we|they|who)$/

type ReadDays = { readonly days: readonly number[]; readonly next: number }

/** "Mon-Fri", "Saturday and Sunday", "weekdays", "every day", "seven days a week". */
function readDays(tokens: readonly Token[], index: number): ReadDays | null {
  const word = textAt(tokens, index)
  const group = GROUPS.get(word)
  if (group !== undefined) return { days: group, next: index + 1 }
  const next = textAt(tokens, index + 1)
  if ((word === "every" || word === "any") && (next === "day" || next === "single"))
    return { days: [1, 2, 3, 4, 5, 6, 7], next: index + 2 }
  if ((word === "seven" || word === "7") && next === "days") return { days: [1, 2, 3, 4, 5, 6, 7], next: index + 2 }
  const first = DAYS.get(word.endsWith("'s") ? word.slice(0, -2) : word)
  if (first === undefined || (/^s(?:un|at)$/.test(word) && NO_DAY.test(textAt(tokens, index - 1)))) return null
  const days = [first]
  let at = index + 1
  if (tokens[at]?.text === ".") at++
  for (;;) {
    const joint = textAt(tokens, at)
    const after = joint === "," && tokens[at + 1]?.text === "and" ? at + 2 : at + 1
    const last = DAYS.get(textAt(tokens, after))
    if (last === undefined || !/^(?:-|to|thru|through|until|and|or|,|&|\/)$/.test(joint)) break
    const isSpan = /^(?:-|to|thru|through|until)$/.test(joint)
    for (let day = ((days.at(-1) ?? last) % 7) + 1; isSpan && day !== last; day = (day % 7) + 1) days.push(day)
    days.push(last)
    at = after + 1
  }
  return { days: [...new Set(days)], next: at }
}

type ReadSpan = {
  readonly told: Omit<ToldHours, "days">
  readonly next: number
}

/** "9-18", "from 9 to 6", "8am to 8pm", "between 8 and 8", "until 6", "from 10", "24 hours". */
function readSpan(tokens: readonly Token[], index: number): ReadSpan | null {
  const word = textAt(tokens, index)
  const always = allDay(tokens, index)
  if (always !== null) return always
  const edge = EDGES.get(word)
  if (edge !== undefined) {
    const at = /^(?:up|down|off|again)$/.test(textAt(tokens, index + 1)) ? index + 1 : index
    if (tokens[at + 1]?.text === "at") return readSpanAt(tokens, at, edge)
  }
  const leads = /^(?:from|between|at|after)$/.test(word)
  if (/^(?:until|till|til|by|before)$/.test(word)) {
    return readEnd(tokens, index)
  }
  const first = readBareHour(tokens, leads ? index + 1 : index)
  if (first === null) return null
  const joint = textAt(tokens, first.next)
  const second = /^(?:-|to|until|till|and)$/.test(joint) ? readBareHour(tokens, first.next + 1) : null
  if (second === null) {
    const { minutes, isBare, next } = first
    if (word === "from" || word === "after")
      return { told: { opening: { from: minutes, until: 1_440 }, isStart: true, isBare }, next }
    const isTime = word === "at" || readClock(tokens, index) !== null
    return isTime ? { told: { opening: { from: minutes, until: minutes }, isPoint: true, isBare }, next } : null
  }
  if (joint === "and" && word !== "between") return null
  const isNight = second.isBare && second.minutes <= first.minutes
  return {
    told: {
      opening: { from: first.minutes, until: isNight ? second.minutes + 720 : second.minutes },
      isBare: first.isBare,
    },
    next: second.next,
  }
}

/** "until six", "before half five"; "not open until ten" begins then, and "don't shut until eight" ends then. */
function readEnd(tokens: readonly Token[], index: number): ReadSpan | null {
  const end = readBareHour(tokens, index + 1)
  if (end === null) return null
  const { isBare, next } = end
  const edge = /^(?:by|before)$/.test(textAt(tokens, index)) ? undefined : deniedEdge(tokens, index)
  if (edge === "isStart")
    return { told: { opening: { from: end.minutes, until: 1_440 }, isStart: true, isBare, isTurned: true }, next }
  const told = { opening: { from: 0, until: afternoon(end.minutes, isBare) }, isEnd: true, isBare }
  if (edge === "isEnd") return { told: { ...told, isTurned: true }, next }
  return { told: /^(?:by|before)$/.test(textAt(tokens, index)) ? { ...told, isBy: true } : told, next }
}

/** The verb before "until" that is denied: "don't shut", "isn't open". */
function deniedEdge(tokens: readonly Token[], until: number): "isEnd" | "isStart" | undefined {
  for (let at = until - 1; at >= Math.max(0, until - 4); at--) {
    const edge = EDGES.get(textAt(tokens, at))
    if (edge === undefined) continue
    const isDenied = [at - 1, at - 2].some((before) => /^(?:not|never|.*n't)$/.test(textAt(tokens, before)))
    return isDenied ? edge : undefined
  }
  return undefined
}

/** "closes at six", "starts at ten in the evening": an edge told with "at". */
function readSpanAt(tokens: readonly Token[], index: number, edge: "isEnd" | "isStart"): ReadSpan | null {
  const at = tokens[index + 1]?.text === "at" ? readBareHour(tokens, index + 2) : null
  if (at === null) return null
  const isEvening = /^(?:evening|night|afternoon)$/.test(textAt(tokens, at.next + 2))
  const minutes = isEvening || (edge === "isEnd" && at.isBare) ? afternoon(at.minutes, at.isBare) : at.minutes
  const opening = edge === "isEnd" ? { from: 0, until: minutes } : { from: minutes, until: 1_440 }
  return { told: { opening, [edge]: true, isBare: at.isBare }, next: at.next }
}

const EDGES: ReadonlyMap<string, "isEnd" | "isStart"> = new Map([
  ...["closes", "close", "shuts", "shut", "ends", "end", "finishes", "finish", "stops", "lock", "locks"].map(
    (word): [string, "isEnd"] => [word, "isEnd"],
  ),
  ...["opens", "open", "opened", "starts", "start", "begins", "begin"].map((word): [string, "isStart"] => [
    word,
    "isStart",
  ]),
])

const ALL_DAY = { opening: { from: 0, until: 1_440 } }

/** "24 hours", "24/7", "around the clock", "day and night", "at any hour". */
function allDay(tokens: readonly Token[], index: number): ReadSpan | null {
  const said = `${textAt(tokens, index)} ${textAt(tokens, index + 1)} ${textAt(tokens, index + 2)}`
  if (said.startsWith("24 hours")) return { told: ALL_DAY, next: index + 2 }
  if (
    /^(?:24 \/ 7|(?:a?round) the clock|day (?:and|or) night|at (?:any|all) (?:hours?|times?)|any time of|whatever the hour)$/.test(
      said,
    )
  )
    return { told: ALL_DAY, next: index + 3 }
  return null
}

/** "until 6" means the evening. */
function afternoon(minutes: number, isBare: boolean): number {
  return isBare && minutes <= 720 ? minutes + 720 : minutes
}
