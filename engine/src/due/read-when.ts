import { eventWords, readEvent, readRound, roundWords } from "./event.ts"
import { momentWords, readMoment } from "./moment.ts"
import { periodWords, readPeriodInRange } from "./period.ts"
import { innerTable, leadTable, readPhrase } from "./phrase-table.ts"
import { readMinutesAlone, readSpan, readThisTime, spanWords, thisTimeWords } from "./span.ts"
import { standsApartBefore } from "./surroundings.ts"
import { beginsWithDigit, isDigit, tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import { readSingle } from "./single.ts"
import { readVague, vagueWords } from "./vague.ts"
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
  let best: Read<When> | null = null
  for (const reader of readersFrom(tokens, index)) {
    const read = reader(tokens, index)
    if (read !== null && (best === null || read.next > best.next)) best = read
  }
  return best
}

type Reader = (tokens: Tokens, index: number) => Read<When> | null

/** Who reads on from a token: most first words lead into one or two kinds of time. */
function readersFrom(tokens: Tokens, index: number): readonly Reader[] {
  const first = tokenAt(tokens, index)
  readers ??= readersByWord()
  return readers.get(first.text) ?? (beginsWithDigit(first) ? OF_DIGITS : NOBODY)
}

/** Whatever begins with a digit; no other reader has a phrase that does. */
const OF_DIGITS: readonly Reader[] = [readJoined, readSpan]
const NOBODY: readonly Reader[] = []
let readers: ReadonlyMap<string, readonly Reader[]> | null = null

/** Of times that are equally long, the one of the earlier reader counts. */
function readersByWord(): ReadonlyMap<string, readonly Reader[]> {
  const opened: readonly (readonly [Reader, Iterable<string>])[] = [
    [readJoined, new Set([...momentWords(), ...periodWords])],
    [readBetween, RANGE_LEADS.keys()],
    [readSpan, new Set(spanWords())],
    [readMinutesAlone, ["in"]],
    [readUrgent, vagueWords()],
    [readThisTime, thisTimeWords()],
    [readEvent, new Set(eventWords())],
    [readRound, roundWords],
  ]
  const made = new Map<string, Reader[]>()
  for (const [reader, words] of opened)
    for (const word of words) {
      if (isDigit(word.charCodeAt(0))) continue
      const known = made.get(word)
      if (known === undefined) made.set(word, [reader])
      else known.push(reader)
    }
  return made
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
