import { boundOf } from "./bounds.ts"
import { readNumbers, readOne } from "./numbers.ts"
import type { ReadNumber } from "./numbers.ts"
import { stemOf } from "./stem.ts"
import type { Token } from "./tokens.ts"
import { currencyOf, HUNDREDTHS, measureOf, timeUnitOf } from "./units.ts"
import type { Money, Said } from "./value.ts"
import { textAt } from "../words.ts"

/** "$20", "EUR 69", "20 euros a month", "4,95 €", "99 cents". */
export function readMoney(tokens: readonly Token[], index: number, number: ReadNumber | null): Said<Money> | null {
  const written = noteAt(tokens, index) ?? signFirst(tokens, index)
  return written ?? (number === null ? null : (figureFirst(tokens, index, number) ?? spoken(tokens, index)))
}

/** "fourteen fifty a month", "it's nineteen ninety-nine": a price in words without its currency; not "at six thirty". */
function spoken(tokens: readonly Token[], index: number): Said<Money> | null {
  if (tokens[index]?.kind !== "word") return null
  const whole = readOne(tokens, index)
  if (whole === null || whole.value < 1 || whole.value > 99 || tokens[whole.next]?.kind !== "word") return null
  const part = readOne(tokens, whole.next)
  if (part === null || part.value < 10 || part.value > 99 || !Number.isInteger(part.value + whole.value)) return null
  const isPer = readPer(tokens, part.next).next > part.next
  const isPrice = PRICED.test(textAt(tokens, index - 1))
  const isClock = whole.value <= 12 && /^(?:fifteen|thirty|forty)$/.test(textAt(tokens, whole.next))
  if (!isPer && !(isPrice && !isClock && isEnd(tokens[part.next]))) return null
  const amount = whole.value + part.value / 100
  return money(tokens, index, part.next, { min: amount, max: amount, currency: "" })
}

const PRICED = /^(?:is|it's|are|be|costs?|pays?|charges?|for|to|that's|they're)$/

function isEnd(token: Token | undefined): boolean {
  return token === undefined || token.kind === "sign" || /^(?:and|for|with|on|in|plus)$/.test(token.text)
}

/** "a tenner", "a fiver": of the book's currency. */
function noteAt(tokens: readonly Token[], index: number): Said<Money> | null {
  const isArticle = tokens[index]?.text === "a"
  const at = isArticle ? index + 1 : index
  const one = isArticle ? ONES.get(textAt(tokens, at)) : undefined
  if (one !== undefined && tokens[at + 1]?.text !== "of")
    return money(tokens, index, at + 1, { min: 1, max: 1, currency: one })
  const amount = NOTES.get(textAt(tokens, at))
  return amount === undefined ? null : money(tokens, index, at + 1, { min: amount, max: amount, currency: "" })
}

/** "a pound a cup" */
const ONES: ReadonlyMap<string, string> = new Map([
  ["pound", "GBP"],
  ["euro", "EUR"],
  ["dollar", "$"],
  ["buck", "$"],
  ["quid", "GBP"],
  ["franc", "CHF"],
])

const NOTES: ReadonlyMap<string, number> = new Map([
  ["fiver", 5],
  ["tenner", 10],
])

function signFirst(tokens: readonly Token[], index: number): Said<Money> | null {
  const token = tokens[index]
  if (token === undefined || token.kind === "number") return null
  const sign = CODE.has(token.text) || token.kind === "sign" ? currencyOf(token.text) : null
  if (sign === null) return null
  const before = tokens[index - 1]
  const currency = (sign === "$" && before?.end === token.start && DOLLARS.get(before.text)) || sign
  const number = inThousands(tokens, index + 1) ?? readNumbers(tokens, index + 1)
  return number === null || tokens[index + 1]?.kind !== "number" || isTried(token, tokens[number.next])
    ? null
    : money(tokens, index, number.next, { ...number, currency })
}

/** "US$20", "NZ$20" */
const DOLLARS: ReadonlyMap<string, string> = new Map([
  ["us", "USD"],
  ["c", "CAD"],
  ["ca", "CAD"],
  ["a", "AUD"],
  ["au", "AUD"],
  ["nz", "NZD"],
  ["s", "SGD"],
  ["hk", "HKD"],
])

export const CODES =
  "eur usd gbp chf us sek dkk nok pln czk huf inr cad aud nzd sgd brl zar mxn cny krw try isk ron bgn jpy kr rs aed sar omr qar kwd thb myr idr php ils egp hkd twd"
const CODE: ReadonlySet<string> = new Set(CODES.split(" "))

/** "You can try 14 days of it" is no price in lira. */
function isTried({ text }: Token, counted: Token | undefined): boolean {
  return text === "try" && counted !== undefined && (counted.concept !== "" || timeUnitOf(counted.text) !== null)
}

function figureFirst(tokens: readonly Token[], index: number, plain: ReadNumber): Said<Money> | null {
  const spaced = inThousands(tokens, index)
  const isSpaced = spaced !== null && currencyOf(textAt(tokens, spaced.next)) !== null
  const number = isSpaced ? spaced : plain
  const at = tokens[number.next]?.text === "-" ? number.next + 1 : number.next
  const word = textAt(tokens, at)
  const hundredths = HUNDREDTHS.get(word)
  if (hundredths !== undefined) {
    const currency = hundredths === "c" ? "" : hundredths
    return money(tokens, index, at + 1, { min: number.min / 100, max: number.max / 100, currency })
  }
  const currency = currencyOf(word)
  if (currency === null && isWrittenAsPrice(tokens, index, number.next))
    return money(tokens, index, number.next, { ...number, currency: "" })
  if (currency === null && isPaid(tokens, index, number.next))
    return money(tokens, index, number.next, { ...number, currency: "" })
  if (currency === null || (word === "fr" && tokens[at + 1]?.text !== ".")) return null
  const more = centsInWords(tokens, at + 1)
  if (more !== null) {
    const extra = more.value / 100
    return money(tokens, index, more.next, { min: number.min + extra, max: number.max + extra, currency })
  }
  const cents = CENTS_AFTER.test(word) ? readNumbers(tokens, at + 1) : null
  if (
    cents !== null &&
    cents.max < 100 &&
    tokens[at + 1]?.kind === "number" &&
    tokens[at + 1]?.start === tokens[at]?.end
  )
    return money(tokens, index, cents.next, {
      min: number.min + cents.min / 100,
      max: number.max + cents.max / 100,
      currency,
    })
  return money(tokens, index, at + 1, { ...number, currency })
}

/** "1 299 EUR", "EUR 12 500", "CHF 1’299": thousands behind a blank or an apostrophe. */
function inThousands(tokens: readonly Token[], index: number): ReadNumber | null {
  if (tokens[index]?.kind !== "number") return null
  const at = /^['’]$/.test(textAt(tokens, index + 1)) ? index + 2 : index + 1
  const [first, second] = [tokens[index], tokens[at]]
  if (!/^[1-9]\d{0,2}$/.test(first?.text ?? "") || !/^\d{3}(?:[.,]\d\d)?$/.test(second?.text ?? "")) return null
  if (first === undefined || second?.start !== first.end + 1) return null
  const text = textAt(tokens, at + 1)
  if (measureOf(text) !== null || timeUnitOf(text) !== null) return null // "EUR 3 500 g"
  const value = first.value * 1_000 + second.value
  return { min: value, max: value, next: at + 1 }
}

/** "two pounds fifty" */
function centsInWords(tokens: readonly Token[], index: number): ReturnType<typeof readOne> {
  const part = tokens[index]?.kind === "word" && tokens[index - 1]?.kind === "word" ? readOne(tokens, index) : null
  if (part === null || part.value < 5 || part.value > 99 || !Number.isInteger(part.value)) return null
  return isEnd(tokens[part.next]) || readPer(tokens, part.next).next > part.next ? part : null
}

/** "2.80 new, 1.20 used": two figures behind the point, and no measure, share, mark ("rated 4.85") or time of day ("we close 5.30"). */
function isWrittenAsPrice(tokens: readonly Token[], from: number, next: number): boolean {
  if (next !== from + 1 || !/^\d{1,4}[.,]\d\d$/.test(textAt(tokens, from))) return false
  const before = textAt(tokens, from - 1)
  const isSum = before === "to" && SUMS.test(textAt(tokens, from - 2))
  if (!isSum && BEFORE_OTHERS.test(before)) return false
  const { text = "", kind } = tokens[next] ?? {}
  return kind !== "number" && !AFTER_OTHERS.test(text) && measureOf(text) === null && timeUnitOf(text) === null
}

/** "three years come to 43.50" */
const SUMS = /^(?:comes?|adds?|amounts?|up)$/
const BEFORE_OTHERS =
  /^(?:at|until|till|by|to|from|before|after|between|and|-|version|v|section|the|x|×|rated|rating|scores?|scored|opens?|closes?|shuts?|starts?|begins?|ends?|finish(?:es)?|leaves?|departs?)$/
const AFTER_OTHERS =
  /^(?:%|-|\/|per|percent|pm|am|out|stars?|x|×|wide|long|high|deep|tall|thick|train|bus|ferry|boat|flight|sailing|show)$/

/** "costs 24.99 a month", "we charge 15": an amount whose currency goes without saying. */
function isPaid(tokens: readonly Token[], from: number, next: number): boolean {
  if (
    tokens[from]?.kind !== "number" ||
    !/^(?:costs?|pay|pays|charge|charges|paying|for|is|at)$/.test(textAt(tokens, from - 1))
  )
    return false
  const after = tokens[next]
  const isPer = readPer(tokens, next).next > next
  if (isPer)
    return (
      !/^(?:is|for|at)$/.test(textAt(tokens, from - 1)) ||
      /^(?:charged|billed|priced)$/.test(textAt(tokens, from - 2)) ||
      /[.,]\d\d$/.test(textAt(tokens, from))
    )
  return (
    /^(?:costs?|charges?|pay|pays)$/.test(textAt(tokens, from - 1)) &&
    (after === undefined || after.kind === "sign") &&
    after?.text !== "%" &&
    after?.text !== "-" &&
    after?.text !== "per"
  )
}

/** "4€95" */
const CENTS_AFTER = /^[€$£]$/

type Amount = { readonly min: number; readonly max: number; readonly currency: string }

function money(tokens: readonly Token[], from: number, end: number, amount: Amount): Said<Money> {
  const { min, max, currency } = amount
  const { per, next } = readPer(tokens, end)
  return { value: { kind: "money", min, max, currency, per, bound: boundOf(tokens, from, next) }, from, to: next }
}

/** "a month", "per user per month", "/day", "each": as stems, in alphabetical order. */
export function readPer(tokens: readonly Token[], index: number): { readonly per: string; readonly next: number } {
  const parts: string[] = []
  let at = index
  while (parts.length < 3) {
    const word = textAt(tokens, at)
    const next = tokens[at + 1]
    const adverb = ADVERBS.get(word)
    if (adverb !== undefined) {
      parts.push(adverb)
      at += 1
    } else if (/^(?:a|per|each|every|\/)$/.test(word) && next?.text === "kilowatt") {
      parts.push("kwh")
      at += 2
      while (/^(?:-|hour)$/.test(textAt(tokens, at))) at++
    } else if ((word === "/" || word === "per") && next?.kind === "word" && next.text !== "cent") {
      parts.push(stemOf(next.text))
      at += 2
    } else if (
      /^(?:a|an|each|every|the)$/.test(word) &&
      next !== undefined &&
      (isPaidBy(next.text) || isPaidByThing(tokens, at) || isEachOf(tokens, at))
    ) {
      parts.push(stemOf(next.text))
      at += 2
    } else if ((word === "each" || word === "apiece") && parts.length === 0) {
      parts.push("each")
      at += 1
    } else break
  }
  return { per: parts.toSorted().join("/"), next: at }
}

/** "15 dirhams an employee each month" */
function isPaidByThing(tokens: readonly Token[], at: number): boolean {
  const { kind, concept = "" } = tokens[at + 1] ?? {}
  return kind === "word" && concept !== "" && /^(?:an?|per|each|every)$/.test(textAt(tokens, at + 2))
}

/** "£18 each flight", at the end; "each way" is no thing. */
function isEachOf(tokens: readonly Token[], at: number): boolean {
  const { kind, concept = "", text = "" } = tokens[at + 1] ?? {}
  const after = tokens[at + 2]
  const isLast = after === undefined || after.kind === "sign"
  return isLast && kind === "word" && concept !== "" && text !== "way" && /^(?:each|every)$/.test(textAt(tokens, at))
}

const ADVERBS: ReadonlyMap<string, string> = new Map([
  ["monthly", "month"],
  ["yearly", "year"],
  ["annually", "year"],
  ["daily", "day"],
  ["weekly", "week"],
  ["hourly", "hour"],
  ["nightly", "night"],
  ["pm", "month"],
  ["pa", "year"],
])

const PAID_BY =
  /^(?:person|head|quarter|term|season|item|piece|user|seat|member|adult|child|pet|dog|bag|bike|car|kilo|kg|litre|km|mile|page|session|class|lesson|visit|trip|ride|order|load|transfer|withdrawal|plate|guest|room|table|ticket|pair|box|bottle|unit|line|account|card|team|student|call|minute|go|time|way|kwh|mile|gallon|tonne|square|foot|metre|meter|floor|pet|cat|parcel|pound|carton|mover|window|word|sheet|copy|print|shirt|bed|cabin|van|vehicle|passenger|player|game|lane|hole|round|bottle|glass|cup|bouquet)$/

function isPaidBy(word: string): boolean {
  return timeUnitOf(word) !== null || PAID_BY.test(word)
}
