import type { Token } from "./tokens.ts"

/** A time of day in minutes after midnight; `isBare` where only a number was said. */
export type Clock = { readonly minutes: number; readonly isBare: boolean; readonly next: number }

/** "8am", "8.30 p.m.", "18:00", "noon", "9 o'clock". */
export function readClock(tokens: readonly Token[], index: number): Clock | null {
  const token = tokens[index]
  if (token === undefined) return null
  if (token.text === "noon" || token.text === "midday") return { minutes: 720, isBare: false, next: index + 1 }
  if (token.text === "midnight") return { minutes: 1_440, isBare: false, next: index + 1 }
  if (token.kind !== "number") return null
  const { hour, minute, next } = figures(tokens, index)
  if (!(hour <= 24) || minute >= 60) return null
  const half = readHalf(tokens, next)
  if (half !== null && hour <= 12)
    return { minutes: ((hour % 12) + half.add) * 60 + minute, isBare: false, next: half.next }
  if (tokens[next]?.text === "o'clock") return { minutes: hour * 60 + minute, isBare: true, next: next + 1 }
  const isWritten = next > index + 1 || (tokens[next]?.text === "h" && tokens[next]?.start === token.end)
  return isWritten
    ? { minutes: hour * 60 + minute, isBare: false, next: tokens[next]?.text === "h" ? next + 1 : next }
    : null
}

/** A bare hour within hours that are being told: "9 to 18", "between 8 and 8". */
export function readBareHour(tokens: readonly Token[], index: number): Clock | null {
  const clock = readClock(tokens, index)
  if (clock !== null) return clock
  const token = tokens[index]
  if (token?.kind !== "number" || !/^\d{1,2}$/.test(token.text) || token.value > 24) {
    const word = HOUR_WORDS.indexOf(token?.text ?? "")
    return word < 1 ? null : { minutes: word * 60, isBare: true, next: index + 1 }
  }
  return { minutes: token.value * 60, isBare: true, next: index + 1 }
}

const HOUR_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ")

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
  const word = tokens[index]?.text ?? ""
  if (word === "am" || word === "pm") return { add: word === "pm" ? 12 : 0, next: index + 1 }
  const isDotted = (word === "a" || word === "p") && tokens[index + 1]?.text === "." && tokens[index + 2]?.text === "m"
  if (!isDotted) return null
  return { add: word === "p" ? 12 : 0, next: tokens[index + 3]?.text === "." ? index + 4 : index + 3 }
}
