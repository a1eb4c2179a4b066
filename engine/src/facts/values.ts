import { boundOf } from "./bounds.ts"
import { readDate } from "./dates.ts"
import { readDuration } from "./durations.ts"
import { readFree } from "./free.ts"
import { readMoney } from "./moneys.ts"
import { readNumbers } from "./numbers.ts"
import { readClock } from "./clock.ts"
import type { Token } from "./tokens.ts"
import { measureOf } from "./units.ts"
import type { Count, Percent, Said } from "./value.ts"

/** Every amount, date and length of time that the tokens say, in order; none overlaps another. Times of day are passed over. */
export function valuesIn(tokens: readonly Token[]): readonly Said[] {
  const found: Said[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (token === undefined || !mayBegin(token)) {
      at++
      continue
    }
    const clock = readClock(tokens, at)
    if (clock !== null) {
      at = clock.next
      continue
    }
    const said =
      readFree(tokens, at) ??
      readMoney(tokens, at) ??
      readPercent(tokens, at) ??
      readDate(tokens, at) ??
      readDuration(tokens, at) ??
      readCount(tokens, at)
    if (said === null) at++
    else {
      found.push(said)
      at = said.to
    }
  }
  return found
}

/** Most words begin no value; looking each of them up once is cheaper than asking every reader. */
function mayBegin({ kind, text }: Token): boolean {
  return kind === "word" ? BEGINNINGS.has(text) : kind === "number" || text.charCodeAt(0) > 127 || text === "$"
}

const BEGINNINGS: ReadonlySet<string> = new Set(
  (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen " +
    "twenty thirty forty fifty sixty seventy eighty ninety half a an full in as once twice unlimited without no " +
    "free complimentary gratis waived waive waives falls on nothing pay charge charged cost charges costs paying " +
    "eur usd gbp chf us sek dkk nok pln czk huf inr cad aud nzd sgd brl zar mxn cny krw try isk ron bgn jpy kr rs " +
    "noon midday midnight january february march april may june july august september october november december " +
    "jan feb mar apr jun jul aug sep sept oct nov dec new christmas boxing the end first next same " +
    "immediately instantly instant immediate overnight straight right at while never n't don't doesn't lifetime lifelong forever " +
    "indefinitely indefinite for"
  ).split(" "),
)

/** "10%", "ten per cent", "a tenth off", "half price". */
function readPercent(tokens: readonly Token[], index: number): Said<Percent> | null {
  const share = readShare(tokens, index)
  if (share !== null) return share
  const number = readNumbers(tokens, index)
  if (number === null) return null
  const sign = tokens[number.next]?.text ?? ""
  const isTwo = sign === "per" && tokens[number.next + 1]?.text === "cent"
  if (sign !== "%" && sign !== "percent" && sign !== "pct" && !isTwo) return null
  const to = number.next + (isTwo ? 2 : 1)
  const bound = boundOf(tokens, index, to)
  return { value: { kind: "percent", min: number.min, max: number.max, bound }, from: index, to }
}

const FULL_OF = /^(?:refund|fare|price|amount|purchase|cost|sum)$/
const SHARES: ReadonlyMap<string, number> = new Map([
  ["tenth", 10],
  ["fifth", 20],
  ["quarter", 25],
  ["third", 33.3],
  ["half", 50],
])

function readShare(tokens: readonly Token[], index: number): Said<Percent> | null {
  const word = tokens[index]?.text ?? ""
  const isFull = word === "full" && FULL_OF.test(tokens[index + 1]?.text ?? "")
  if (isFull || (word === "in" && tokens[index + 1]?.text === "full"))
    return { value: { kind: "percent", min: 100, max: 100, bound: "exact" }, from: index, to: index + (isFull ? 1 : 2) }
  const hasArticle = word === "a" || word === "one"
  const at = hasArticle ? index + 1 : index
  const share = SHARES.get(tokens[at]?.text ?? "")
  const isOfPrice =
    tokens[at + 1]?.text === "the" && /^(?:price|purchase|cost|fee|rate|amount)$/.test(tokens[at + 2]?.text ?? "")
  const next = isOfPrice ? "price" : (tokens[at + 1]?.text ?? "")
  if (share === undefined || !(next === "off" || next === "price" || (hasArticle && next === "of" && share !== 50)))
    return null
  if (!hasArticle && share !== 50) return null
  const value: Percent = { kind: "percent", min: share, max: share, bound: "exact" }
  return { value, from: index, to: at + 1 }
}

/** "2,400 grams", "14 models", "once", "as often as you like". */
function readCount(tokens: readonly Token[], index: number): Said<Count> | null {
  const times = readTimes(tokens, index)
  if (times !== null) return times
  const number = isName(tokens, index) ? null : readNumbers(tokens, index)
  if (number === null) return null
  const noun = nounAfter(tokens, number.next)
  const bound = boundOf(tokens, index, noun.next)
  const measure = noun.measure
  const size = measure?.size ?? 1
  const value: Count = { kind: "count", min: number.min * size, max: number.max * size, of: noun.of, bound }
  return { value, from: index, to: noun.next }
}

/** "500-625-20", "HT-20417", "#3": a number that names; "one of ours", "the new one" counts nothing. */
function isName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  if (token?.text === "one")
    return (
      !/^(?:only|just|is|to|most|least)$/.test(tokens[index - 1]?.text ?? "") &&
      tokens[index + 1]?.concept !== undefined &&
      tokens[index + 1]?.concept === ""
    )
  const before = tokens[index - 1]
  const earlier = tokens[index - 2]
  if (
    before?.text === "#" ||
    /^(?:number|no|ending|room|street|section|line|page|reference|ref|version|issue)$/.test(before?.text ?? "")
  )
    return true
  const isJoined = before?.text === "-" && before.end === token?.start && earlier?.end === before.start
  const after = tokens[index + 1]
  const goesOn =
    after?.text === "-" &&
    after.start === token?.end &&
    (tokens[index + 3]?.text === "-" || tokens[index + 2]?.kind === "word") &&
    tokens[index + 2]?.start === after.end
  return isJoined || (goesOn && tokens[index + 2]?.kind === "number")
}

type Noun = { readonly of: string; readonly next: number; readonly measure: ReturnType<typeof measureOf> }

/** What is counted: the unit right after the figure, or the word after it. */
function nounAfter(tokens: readonly Token[], index: number): Noun {
  const at = tokens[index]?.text === "-" ? index + 1 : index
  const token = tokens[at]
  const none = { of: "", next: index, measure: null }
  if (token === undefined) return none
  const measure = measureOf(token.text)
  if (measure !== null) return { of: measure.of, next: at + 1, measure }
  if (token.kind !== "word" || token.concept === "") return token.text === "times" ? timesNoun(at) : none
  return { of: token.concept, next: at, measure: null }
}

function timesNoun(at: number): Noun {
  return { of: "time", next: at + 1, measure: null }
}

function readTimes(tokens: readonly Token[], index: number): Said<Count> | null {
  const told = TIMES.find(({ words }) => words.every((word, offset) => tokens[index + offset]?.text === word))
  if (told === undefined) return null
  if (told.words[0] === "once" && !isCount(tokens, index)) return null
  const { min, of, words } = told
  return { value: { kind: "count", min, max: min, of, bound: "exact" }, from: index, to: index + words.length }
}

/** "changed once", "only once a month"; not "once it has left". */
function isCount(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  return next === undefined || next.kind === "sign" || /^(?:a|an|per|every|only|and|or|for|in|each)$/.test(next.text)
}

const TIMES: readonly { readonly words: readonly string[]; readonly min: number; readonly of: string }[] = [
  { words: ["once"], min: 1, of: "time" },
  { words: ["twice"], min: 2, of: "time" },
  { words: ["a", "single", "time"], min: 1, of: "time" },
  { words: ["as", "often", "as"], min: Number.POSITIVE_INFINITY, of: "time" },
  { words: ["as", "many", "times", "as"], min: Number.POSITIVE_INFINITY, of: "time" },
  { words: ["as", "many"], min: Number.POSITIVE_INFINITY, of: "" },
  { words: ["as", "much", "as", "you"], min: Number.POSITIVE_INFINITY, of: "" },
  { words: ["unlimited"], min: Number.POSITIVE_INFINITY, of: "" },
  { words: ["without", "limit"], min: Number.POSITIVE_INFINITY, of: "" },
  { words: ["no", "limit"], min: Number.POSITIVE_INFINITY, of: "" },
]
