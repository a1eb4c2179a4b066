import { boundOf } from "./bounds.ts"
import { readCount } from "./counts.ts"
import { readDate } from "./dates.ts"
import { readDuration } from "./durations.ts"
import { readEndless } from "./endless.ts"
import { readFree } from "./free.ts"
import { CODES, readMoney } from "./moneys.ts"
import { readNumbers, readOne } from "./numbers.ts"
import type { ReadNumber } from "./numbers.ts"
import { readClock } from "./clock.ts"
import type { Token } from "./tokens.ts"
import type { Percent, Said } from "./value.ts"
import { textAt } from "../words.ts"

/** Every amount, date and length of time that the tokens say, in order; none overlaps another. Times of day are passed over. */
export function valuesIn(tokens: readonly Token[]): readonly Said[] {
  const found: Said[] = []
  let at = 0
  while (at < tokens.length) {
    const readers = readersOf(tokens[at])
    if (readers === undefined) {
      at++
      continue
    }
    const clock = readClock(tokens, at)
    if (clock !== null) {
      at = clock.next
      continue
    }
    const said = firstOf(readers, tokens, at)
    if (said === null) at++
    else {
      found.push(said)
      at = said.to
    }
  }
  return found
}

/** `number`: the number that the tokens say from there on, with which most values begin. */
type Reader = (tokens: readonly Token[], index: number, number: ReadNumber | null) => Said | null

function firstOf(readers: readonly Reader[], tokens: readonly Token[], at: number): Said | null {
  const number = readNumbers(tokens, at)
  for (const read of readers) {
    const said = read(tokens, at, number)
    if (said !== null) return said
  }
  return null
}

/** Who is asked for the value that begins with it, in turn; undefined for most words. */
function readersOf(token: Token | undefined): readonly Reader[] | undefined {
  if (token === undefined) return undefined
  if (token.kind === "word") return BY_WORD.get(token.text)
  return token.kind === "number" || token.text.charCodeAt(0) > 127 || token.text === "$" ? ALL : undefined
}

const NUMBERS =
  "a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen " +
  "twenty thirty forty fifty sixty seventy eighty ninety zero half"

/** Each reader with the words that a value of its kind may begin with. */
const BEGINNINGS: readonly (readonly [Reader, string])[] = [
  [
    readFree,
    "free complimentary gratis waived waive waives falls on nothing a one take ask need require want collect no without zero " +
      "pay charge charged cost charges costs paying",
  ],
  [readMoney, `${NUMBERS} tenner fiver ${CODES}`],
  [readPercent, `${NUMBERS} every all whole full in tenth fifth quarter third`],
  [
    readDate,
    "january february march april may june july august september october november december " +
      "jan feb mar apr jun jul aug sep sept oct nov dec new christmas boxing the end",
  ],
  [readEndless, "as however no isn't without"],
  [
    readDuration,
    `${NUMBERS} an the first next same full immediately instantly instant immediate overnight straight right at on while ` +
      "never n't don't doesn't lifetime lifelong forever indefinitely indefinite for no",
  ],
  [
    readCount,
    `${NUMBERS} once twice as unlimited without no under over first third fourth fifth sixth seventh eighth ninth tenth`,
  ],
]

const ALL = BEGINNINGS.map(([read]) => read)
const BY_WORD = byWord()

function byWord(): ReadonlyMap<string, readonly Reader[]> {
  const found = new Map<string, Reader[]>("noon midday midnight quarter".split(" ").map((clock) => [clock, []]))
  for (const [read, words] of BEGINNINGS) {
    for (const word of words.split(" ")) {
      const listed = found.get(word)
      if (listed === undefined) found.set(word, [read])
      else listed.push(read)
    }
  }
  return found
}

/** "10%", "ten per cent", "a tenth off", "half price". */
function readPercent(tokens: readonly Token[], index: number, number: ReadNumber | null): Said<Percent> | null {
  const share = readShare(tokens, index)
  if (share !== null) return share
  if (number === null) return null
  const outOf = readOutOf(tokens, index, number)
  if (outOf !== null) return outOf
  const sign = textAt(tokens, number.next)
  const isTwo = sign === "per" && tokens[number.next + 1]?.text === "cent"
  if (sign !== "%" && sign !== "percent" && sign !== "pct" && !isTwo) return null
  const to = number.next + (isTwo ? 2 : 1)
  if (`${textAt(tokens, to)} ${textAt(tokens, to + 1)} ${textAt(tokens, to + 2)}` === "of the time") return null
  const bound = boundOf(tokens, index, to)
  return { value: { kind: "percent", min: number.min, max: number.max, bound }, from: index, to }
}

/** "nine out of ten of ours"; a mark, "4.85 out of 5", is no share. */
function readOutOf(tokens: readonly Token[], from: number, { max, next }: ReadNumber): Said<Percent> | null {
  if (textAt(tokens, next) !== "out" || textAt(tokens, next + 1) !== "of" || !Number.isInteger(max)) return null
  const whole = readOne(tokens, next + 2)
  if (whole === null || whole.value < max || RATED.test(textAt(tokens, from - 1))) return null
  return { value: percent((100 * max) / whole.value), from, to: whole.next }
}

const RATED = /^(?:rated|rating|scored?|scores|mark)$/

const FULL_OF = /^(?:refund|fare|price|amount|purchase|cost|sum)$/
const SHARES: ReadonlyMap<string, number> = new Map([
  ["tenth", 10],
  ["fifth", 20],
  ["quarter", 25],
  ["third", 100 / 3],
  ["half", 50],
])

function readShare(tokens: readonly Token[], index: number): Said<Percent> | null {
  const word = textAt(tokens, index)
  if (isAllBack(tokens, index)) return { value: percent(100), from: index, to: index + 2 }
  const isFull = word === "full" && FULL_OF.test(textAt(tokens, index + 1))
  if (isFull || (word === "in" && tokens[index + 1]?.text === "full"))
    return { value: percent(100), from: index, to: index + (isFull ? 1 : 2) }
  const hasArticle = word === "a" || word === "one"
  const at = hasArticle ? index + 1 : index
  const parts = PARTS.get(textAt(tokens, at + 1))
  const count = parts === undefined ? null : readOne(tokens, at)
  if (parts !== undefined && count !== null && count.next === at + 1 && count.value * parts < 101) {
    const next = textAt(tokens, at + 2)
    if (next === "off" || next === "of" || isOfPrice(tokens, at + 2))
      return { value: percent(count.value * parts), from: index, to: at + 2 }
  }
  if (word === "half" && tokens[index + 1]?.text === "as" && /^(?:much|more)$/.test(textAt(tokens, index + 2)))
    return tokens[index + 3]?.text === "again" ? { value: percent(50), from: index, to: index + 4 } : null
  const share = SHARES.get(textAt(tokens, at))
  if (share === undefined || (!hasArticle && share !== 50)) return null
  const next = textAt(tokens, at + 1)
  const isPart =
    next === "off" ||
    next === "price" ||
    next === "back" ||
    (hasArticle && next === "of" && share !== 50 && !/^an?$/.test(textAt(tokens, at + 2))) ||
    (hasArticle && share !== 50 && /^(?:less|cheaper|comes)$/.test(next)) ||
    (hasArticle && /^(?:save|saves|saving)$/.test(textAt(tokens, index - 1))) ||
    (hasArticle && /^(?:on|to)$/.test(next) && /^(?:add|adds|put|puts|extra)$/.test(textAt(tokens, index - 1)))
  return isPart || isOfPrice(tokens, at + 1) || isComingBack(tokens, index, at + 1)
    ? { value: percent(share), from: index, to: at + 1 }
    : null
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ["tenths", 10],
  ["fifths", 20],
  ["quarters", 25],
  ["thirds", 100 / 3],
])

function percent(share: number): Percent {
  return { kind: "percent", min: share, max: share, bound: "exact" }
}

/** "half the price", "half of what you paid" */
function isOfPrice(tokens: readonly Token[], at: number): boolean {
  let next = tokens[at]?.text === "of" ? at + 1 : at
  if (tokens[next]?.text === "what" && textAt(tokens, next + 1).startsWith("you")) return true
  if (/^(?:the|your|their|its|that)$/.test(textAt(tokens, next))) next++
  if (/^(?:full|normal|usual|adult|regular|standard|monthly|whole|total)$/.test(textAt(tokens, next))) next++
  return PRICES.test(textAt(tokens, next))
}

const PRICES = /^(?:price|purchase|cost|fee|rate|amount|fare|fares|bill|rent|total|sum|money|tariff|deposit|ticket)$/

/** "half comes back to you", "pays half", "goes for half" */
function isComingBack(tokens: readonly Token[], index: number, next: number): boolean {
  const after = tokens[next]
  if (/^comes?$/.test(after?.text ?? "") && /^(?:back|off)$/.test(textAt(tokens, next + 1))) return true
  const isEnd = after === undefined || after.kind === "sign"
  const before = textAt(tokens, index - 1)
  return (
    isEnd &&
    (/^(?:pays?|paying)$/.test(before) ||
      (before === "for" && /^(?:goes|go|travels?)$/.test(textAt(tokens, index - 2))))
  )
}

/** "every penny back", "all of it comes back", "your whole fare back" */
function isAllBack(tokens: readonly Token[], index: number): boolean {
  const word = textAt(tokens, index)
  const next = textAt(tokens, index + 1)
  const isAll =
    (word === "every" && /^(?:penny|cent|euro|dollar|pound)$/.test(next)) ||
    (word === "all" && /^(?:of|your|the)$/.test(next)) ||
    (word === "whole" && PRICES.test(next))
  if (!isAll) return false
  const money = word !== "all" || /^(?:money|it|fare|price|deposit)$/.test(textAt(tokens, index + 2))
  return money && tokens.slice(index + 2, index + 5).some(({ text }) => text === "back" || text === "refunded")
}
