import { mayBeNumber, readOne } from "./numbers.ts"
import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"

/** A time of day in minutes after midnight; `isBare` where nothing says which half of the day. */
export type Clock = { readonly minutes: number; readonly isBare: boolean; readonly next: number }

/** "8am", "8.30 p.m.", "18:00", "noon", "9 o'clock", "half past seven", "two in the afternoon". */
export function readClock(tokens: readonly Token[], index: number): Clock | null {
  const token = tokens[index]
  if (token === undefined || (!mayBeNumber(token) && !NAMED.has(token.text))) return null
  if (token.text === "noon" || token.text === "midday") return { minutes: 720, isBare: false, next: index + 1 }
  if (token.text === "midnight") return { minutes: 1_440, isBare: false, next: index + 1 }
  const spoken = readSpoken(tokens, index)
  if (spoken !== null) return withPart(tokens, spoken)
  if (token.kind !== "number") {
    const hour = HOURS.get(token.text)
    return hour === undefined ? null : tellingHour(tokens, { minutes: hour * 60, isBare: true, next: index + 1 })
  }
  if (tokens[index + 1]?.text === "h" && LENGTH_BEFORE.test(textAt(tokens, index - 1))) return null // "within 24h"
  const { hour, minute, next } = figures(tokens, index)
  if (!(hour <= 24) || minute >= 60) return null
  const half = readHalf(tokens, next)
  if (half !== null && hour <= 12)
    return { minutes: ((hour % 12) + half.add) * 60 + minute, isBare: false, next: half.next }
  const isWritten = next > index + 1 || (tokens[next]?.text === "h" && tokens[next]?.start === token.end)
  if (!isWritten) return tellingHour(tokens, { minutes: hour * 60, isBare: true, next: index + 1 })
  const end = tokens[next]?.text === "h" ? next + 1 : next
  return withPart(tokens, { minutes: hour * 60 + minute, isBare: false, next: end })
}

/** What begins a time of day besides numbers. */
const NAMED: ReadonlySet<string> = new Set(["noon", "midday", "midnight", "quarter"])

/** A bare hour within hours that are being told: "9 to 18", "between 8 and 8". */
export function readBareHour(tokens: readonly Token[], index: number): Clock | null {
  const clock = readClock(tokens, index)
  if (clock !== null) return clock
  const token = tokens[index]
  if (token?.kind !== "number" || !/^\d{1,2}$/.test(token.text) || token.value > 24) {
    const hour = HOURS.get(token?.text ?? "")
    return hour === undefined ? null : { minutes: hour * 60, isBare: true, next: index + 1 }
  }
  return { minutes: token.value * 60, isBare: true, next: index + 1 }
}

const LENGTH_BEFORE = /^(?:within|in|for|takes?|lasts?|than|under|over|about|every|inside|least|most|only|just)$/

const HOURS: ReadonlyMap<string, number> = new Map(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, at) => [word, at + 1]),
)

/** "half past seven", "quarter to nine", "ten past six"; "half six" is half past. */
function readSpoken(tokens: readonly Token[], index: number): Clock | null {
  const word = textAt(tokens, index)
  const isArticle = word === "a" && tokens[index + 1]?.text === "quarter"
  const at = isArticle ? index + 1 : index
  const first = isArticle ? "quarter" : word
  const minutes = first === "half" ? 30 : first === "quarter" ? 15 : (readOne(tokens, at)?.value ?? Number.NaN)
  const joint = textAt(tokens, at + 1)
  const isJoined = joint === "past" || (joint === "to" && /^(?:quarter|five|ten|twenty)$/.test(first))
  const hour = hourAt(tokens, isJoined ? at + 2 : at + 1)
  if (hour === null || !(minutes > 0 && minutes < 60)) return null
  if (isJoined) {
    const isBefore = joint === "to"
    if (isBefore && first !== "quarter") return null // "ten to six" may be hours
    if (hour === 0) return { minutes: isBefore ? 1_440 - minutes : minutes, isBare: false, next: at + 3 }
    return { minutes: hour * 60 + (isBefore ? -minutes : minutes), isBare: true, next: at + 3 }
  }
  return first === "half" ? { minutes: hour * 60 + 30, isBare: true, next: at + 2 } : null
}

function hourAt(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index]
  if (token === undefined) return null
  if (token.text === "midnight") return 0
  const hour = HOURS.get(token.text) ?? (token.kind === "number" && /^\d{1,2}$/.test(token.text) ? token.value : 0)
  return hour >= 1 && hour <= 12 ? hour : token.text === "noon" ? 12 : null
}

/** A mere hour tells a time of day only with "o'clock" or a part of the day. */
function tellingHour(tokens: readonly Token[], clock: Clock): Clock | null {
  if (tokens[clock.next]?.text === "o'clock") return withPart(tokens, { ...clock, next: clock.next + 1 })
  const parted = withPart(tokens, clock)
  return parted !== clock && clock.minutes <= 720 ? parted : null
}

/** "in the morning", "at night" */
function withPart(tokens: readonly Token[], clock: Clock): Clock {
  const { next, minutes } = clock
  const word = textAt(tokens, next)
  const isNight = word === "at" && tokens[next + 1]?.text === "night"
  const isPart = word === "in" && tokens[next + 1]?.text === "the"
  const isThat = word === "this" || word === "that" || word === "tomorrow"
  const part = isPart ? textAt(tokens, next + 2) : isThat ? textAt(tokens, next + 1) : word === "tonight" ? "night" : ""
  if (!isNight && !PARTS.has(part)) return clock
  const isLate = minutes < 720 && (part === "afternoon" || part === "evening" || (part !== "morning" && minutes >= 300))
  const length = isNight || isThat ? 2 : isPart ? 3 : 0 // "tonight" also says the day
  return { minutes: isLate ? minutes + 720 : minutes, isBare: false, next: next + length }
}

const PARTS: ReadonlySet<string> = new Set(["morning", "afternoon", "evening", "night"])

type Figures = { readonly hour: number; readonly minute: number; readonly next: number }

function figures(tokens: readonly Token[], index: number): Figures {
  const token = tokens[index]
  const colon = tokens[index + 1]
  const minute = tokens[index + 2]
  if (colon?.text === ":" && minute?.kind === "number" && minute.text.length === 2 && colon.start === token?.end)
    return { hour: token.value, minute: minute.value, next: index + 3 }
  const pointed = /^(\d{1,2})\.([0-5]\d)$/.exec(token?.text ?? "")
  if (pointed !== null && readHalf(tokens, index + 1) !== null)
    return { hour: Number(pointed[1]), minute: Number(pointed[2]), next: index + 1 }
  return { hour: token?.value ?? 99, minute: 0, next: index + 1 }
}

/** "am", "p.m." */
function readHalf(tokens: readonly Token[], index: number): { readonly add: number; readonly next: number } | null {
  const word = textAt(tokens, index)
  if (word === "am" || word === "pm") return { add: word === "pm" ? 12 : 0, next: index + 1 }
  const isDotted = (word === "a" || word === "p") && tokens[index + 1]?.text === "." && tokens[index + 2]?.text === "m"
  if (!isDotted) return null
  return { add: word === "p" ? 12 : 0, next: tokens[index + 3]?.text === "." ? index + 4 : index + 3 }
}
