import { readEvent, readRound } from "./event.ts"
import { readMoment } from "./moment.ts"
import { readPeriodInRange } from "./period.ts"
import { innerTable, leadTable, readPhrase } from "./phrase-table.ts"
import { readMinutesAlone, readSpan, readThisTime } from "./span.ts"
import { standsApartBefore } from "./surroundings.ts"
import { tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import { readSingle } from "./single.ts"
import { readVague } from "./vague.ts"
import type { Moment, Period, When } from "./when.ts"

const JOINS = innerTable<"or" | "to">([
  ["or", "or|or maybe|or possibly|/|, or|or else|or perhaps|or on|or by"],
  ["to", "to|-|through|until|till|thru|up to"],
])
const RANGE_LEADS = leadTable<true>([
  [true, "between|from|sometime between|some time between|any time between|anytime between"],
])
const AND = innerTable<true>([[true, "and|to|-|until|till|through"]])

/** The longest time expression that begins at the index, one of those that `startsIn` gives. */
export function readWhen(tokens: Tokens, index: number): Read<When> | null {
  if (!standsApartBefore(tokens, index)) return null
  const reads = [
    readJoined(tokens, index),
    readBetween(tokens, index),
    readSpan(tokens, index),
    readMinutesAlone(tokens, index),
    readUrgent(tokens, index),
    readThisTime(tokens, index),
    readEvent(tokens, index),
    readRound(tokens, index),
  ]
  return reads.reduce((best, read) => (read !== null && (best === null || read.next > best.next) ? read : best), null)
}

/** "as soon as possible before Sunday" is fixed by the Sunday. */
function readUrgent(tokens: Tokens, index: number): Read<When> | null {
  const vague = readVague(tokens, index)
  if (vague === null) return null
  const edge = tokenAt(tokens, vague.next).text
  const firm =
    vague.value.like === "asap" && (edge === "before" || edge === "by") ? readMoment(tokens, vague.next) : null
  return firm ?? vague
}

/** "between Monday and Wednesday", "from 3 to 9 May", "between now and Friday". */
function readBetween(tokens: Tokens, index: number): Read<When> | null {
  const lead = readPhrase(RANGE_LEADS, tokens, index)
  if (lead === null) return null
  const first = readSingle(tokens, lead.next) ?? readPeriodInRange(tokens, lead.next)
  const join = first === null ? null : readPhrase(AND, tokens, first.next)
  if (first === null || join === null) return null
  return ranged(first, readSingle(tokens, join.next) ?? readPeriodInRange(tokens, join.next))
}

/** "today or tomorrow", "Tuesday to Thursday", "this or next week". */
function readJoined(tokens: Tokens, index: number): Read<When> | null {
  const first = readSingle(tokens, index)
  if (first === null || first.value.shape === "gone") return first
  const join = readPhrase(JOINS, tokens, first.next)
  if (join === null || tokenAt(tokens, first.next).apart) return first
  const second = readSingle(tokens, join.next)
  if (second === null || second.value.shape !== first.value.shape) return first
  if (join.value === "to" && (hasClock(first.value) || hasClock(second.value))) return first
  return ranged(first, second) ?? first
}

function hasClock(when: When): boolean {
  return when.shape === "moment" && when.clock !== undefined
}

function ranged(first: Read<When>, second: Read<When> | null): Read<When> | null {
  if (second === null || !isDayOrPeriod(first.value) || !isDayOrPeriod(second.value)) return null
  return { value: { shape: "range", first: first.value, last: second.value }, next: second.next }
}

function isDayOrPeriod(when: When): when is Moment | Period {
  return (when.shape === "moment" && when.day?.kind !== "gone") || when.shape === "period"
}
