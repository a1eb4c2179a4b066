import { boundOf } from "./bounds.ts"
import { readNumbers } from "./numbers.ts"
import type { ReadNumber } from "./numbers.ts"
import { readAge, readOrdinal } from "./ranks.ts"
import type { Token } from "./tokens.ts"
import { measureOf, timeUnitOf } from "./units.ts"
import type { Count, Said } from "./value.ts"
import { textAt } from "../words.ts"

/** "2,400 grams", "14 models", "once", "as often as you like". */
export function readCount(tokens: readonly Token[], index: number, number: ReadNumber | null): Said<Count> | null {
  const times = readTimes(tokens, index)
  if (times !== null) return times
  const age = readAge(tokens, index) ?? readOrdinal(tokens, index)
  if (age !== null) return age
  if (number === null || isName(tokens, index) || isYear(tokens, index)) return null
  if (isAge(tokens, index, number.next)) {
    const years: Count = { kind: "count", min: number.min, max: number.max, of: "year of age", bound: "exact" }
    return {
      value: years,
      from: index,
      to: /^(?:or|and)$/.test(textAt(tokens, number.next)) ? number.next + 2 : number.next,
    }
  }
  const found = nounAfter(tokens, number.next)
  const group = textAt(tokens, index - 1) === "of" ? (tokens[index - 2]?.concept ?? "") : ""
  const noun = found.of === "" && group !== "" ? { ...found, of: group } : found // "a crew of three"
  if (noun.of === "" && number.max <= 24 && UNTIL.test(textAt(tokens, index - 1))) return null // "until eight"
  const rest = noun.measure === null ? null : restOf(tokens, noun.next, noun.measure)
  const [to, more] = [rest?.next ?? noun.next, rest?.more ?? 0]
  const size = noun.measure?.size ?? 1
  const [min, max] = [number.min * size + more, number.max * size + more]
  const every = periodAfter(tokens, to)
  const often = every === null ? {} : { every }
  return {
    value: { kind: "count", min, max, of: noun.of, bound: boundOf(tokens, index, to), ...often },
    from: index,
    to,
  }
}

/** "a minute" of "120 requests a minute": a unit of time right after what is counted. */
function periodAfter(tokens: readonly Token[], to: number): number | null {
  for (const at of [to, to + 1]) {
    const unit = EACH.test(textAt(tokens, at)) ? timeUnitOf(textAt(tokens, at + 1)) : null
    if (unit !== null) return unit.scale === "months" ? unit.size * HOURS_A_MONTH : unit.size
  }
  return null
}

const EACH = /^(?:an?|per|each|every|\/)$/
const HOURS_A_MONTH = 730

/** "12 kg 500 g", "2 m and 40 cm": the same measure in a smaller unit. */
function restOf(tokens: readonly Token[], index: number, { of, size }: Measure) {
  const number = readNumbers(tokens, tokens[index]?.text === "and" ? index + 1 : index)
  const smaller = number === null ? null : measureOf(textAt(tokens, number.next))
  if (number === null || smaller === null || smaller.of !== of || smaller.size >= size) return null
  return number.min === number.max ? { more: number.max * smaller.size, next: number.next + 1 } : null
}

const UNTIL = /^(?:until|till|til|by)$/

/** "16 or older", "need to be 23" */
function isAge(tokens: readonly Token[], index: number, next: number): boolean {
  const after = `${textAt(tokens, next)} ${textAt(tokens, next + 1)}`
  if (/^(?:or|and) (?:older|younger)$/.test(after)) return true
  if (tokens[index - 1]?.text === "aged") return true
  if (tokens[index - 1]?.text === "of" && tokens[index - 2]?.text === "age") return true
  if (/^(?:at|from)$/.test(textAt(tokens, index - 1)) && SOMEBODY.test(textAt(tokens, next))) return true
  const before = `${textAt(tokens, index - 3)} ${textAt(tokens, index - 2)} ${textAt(tokens, index - 1)}`
  const isNumberOnly = tokens[next] === undefined || tokens[next]?.kind === "sign" || tokens[next]?.text === "to"
  return isNumberOnly && tokens[next]?.text !== "%" && /(?:(?:need|have|has|needs) to|must) be$/.test(before)
}

/** "at fourteen he can" */
const SOMEBODY = /^(?:he|she|they|kids|children)$/

/** "your 2025 order"; not "2000 leaflets". */
function isYear(tokens: readonly Token[], index: number): boolean {
  return /^(?:19|20)(?!00)\d\d$/.test(textAt(tokens, index)) && measureOf(textAt(tokens, index + 1)) === null
}

/** "500-625-20", "HT-20417", "#3": a number that names; "one of ours", "the new one" counts nothing. */
function isName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  if (token?.text === "one")
    return (
      !/^(?:only|just|is|to|most|least)$/.test(textAt(tokens, index - 1)) &&
      tokens[index + 1]?.concept !== undefined &&
      (tokens[index + 1]?.concept === "" ||
        /^(?:that|this|the|which|each|every|other|another)$/.test(textAt(tokens, index - 1)))
    )
  const before = tokens[index - 1]
  const earlier = tokens[index - 2]
  if (
    before?.text === "#" ||
    /^(?:number|no|ending|room|street|road|lane|avenue|section|line|page|reference|ref|version|issue|iso|en|din|row|platform|gate|flight|bus|form|terminal|model|pitch|table|bay|locker|flat|lot|zone|step|chapter|ticket|case|order|invoice|booking)$/.test(
      before?.text ?? "",
    )
  )
    return true
  if (before?.capital === true && before.end === token?.start) return true // "seat B3"
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
  let at = tokens[index]?.text === "-" ? index + 1 : index
  const none = { of: "", next: index, measure: null }
  const power = POWERS.get(textAt(tokens, at))
  const length = power === undefined ? null : measureOf(textAt(tokens, at + 1))
  if (power !== undefined && length !== null && /^(?:metre|inch)$/.test(length.of))
    return { of: `${power} metre`, next: at + 2, measure: powerOf(power, length) }
  while (ADJECTIVES.has(textAt(tokens, at)) && tokens[at + 1]?.kind === "word") at++
  const token = tokens[at]
  if (token === undefined) return none
  const isLetter = token.text === "a" || token.text === "v" // "10 A", not "10 a month"
  const measure = isLetter && !token.capital ? null : measureOf(token.text)
  const raised = tokens[at + 1]?.start === token.end ? RAISED.get(textAt(tokens, at + 1)) : undefined
  if (measure !== null && raised !== undefined && measure.of === "metre")
    return { of: `${raised} metre`, next: at + 2, measure: powerOf(raised, measure) }
  if (measure !== null) return { of: measure.of, next: at + 1, measure }
  if (token.kind !== "word" || token.concept === "" || token.concept.startsWith("~"))
    return token.text === "times" ? timesNoun(at) : none
  return { of: token.concept, next: at, measure: null }
}

type Measure = NonNullable<ReturnType<typeof measureOf>>

/** "square feet" in square metres. */
function powerOf(power: "square" | "cubic", { of, size }: Measure): Measure {
  const metres = of === "inch" ? size * 0.0254 : size
  return { of: `${power} metre`, size: metres ** (power === "square" ? 2 : 3) }
}

const POWERS: ReadonlyMap<string, "square" | "cubic"> = new Map([
  ["square", "square"],
  ["sq", "square"],
  ["cubic", "cubic"],
  ["cu", "cubic"],
])

/** "30 m²", "30 m2" */
const RAISED: ReadonlyMap<string, "square" | "cubic"> = new Map([
  ["²", "square"],
  ["2", "square"],
  ["³", "cubic"],
  ["3", "cubic"],
])

/** What may stand between a figure and what it counts: "thirty used boxes". */
const ADJECTIVES: ReadonlySet<string> = new Set(
  "strong new used more extra further other additional full whole free separate different small large big old own paid spare single".split(
    " ",
  ),
)

function timesNoun(at: number): Noun {
  return { of: "time", next: at + 1, measure: null }
}

function readTimes(tokens: readonly Token[], index: number): Said<Count> | null {
  const likely = TIMES.get(textAt(tokens, index))
  const told = likely?.find(({ words }) => words.every((word, offset) => tokens[index + offset]?.text === word))
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

/** By their first word. */
const TIMES = Map.groupBy(
  [
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
  ],
  ({ words }) => words[0] ?? "",
)
