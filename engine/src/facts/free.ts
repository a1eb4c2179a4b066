import type { Token } from "./tokens.ts"
import type { Money, Said } from "./value.ts"
import { textAt } from "../words.ts"

/** "free", "costs nothing", "no fee", "won't pay anything": a price of nought said in words. */
export function readFree(tokens: readonly Token[], index: number): Said<Money> | null {
  const text = textAt(tokens, index)
  if (text === "free" || text === "complimentary" || text === "gratis")
    return isPriceWord(tokens, index) ? free(index, afterFree(tokens, index)) : null
  if (text === "waived" || text === "waive" || text === "waives")
    return isDenied(tokens, index) ? null : free(index, index + 1)
  if (text === "falls" && tokens[index + 1]?.text === "away") return free(index, index + 2)
  if (
    text === "on" &&
    tokens[index + 1]?.text === "us" &&
    tokens[index - 1]?.text !== "that's" &&
    ends(tokens[index + 2])
  )
    return free(index, index + 2)
  const isOnHouse = text === "on" && tokens[index + 1]?.text === "the" && tokens[index + 2]?.text === "house"
  if (isOnHouse && /^(?:is|are|it's|they're|that's|be|was|were|comes?|all)$/.test(textAt(tokens, index - 1)))
    return free(index, index + 3)
  const more = text === "nothing" && MORE.test(textAt(tokens, index + 1)) ? index + 2 : index + 1
  if (text === "nothing" && tokens[more]?.text === "to" && /^(?:pay|put|add)$/.test(textAt(tokens, more + 1)))
    return free(index, more)
  if (text === "nothing") return PAID.test(before(tokens, index, 3)) ? free(index, index + 1) : null
  if (text === "a" || text === "one") {
    const isNone = tokens[index - 1]?.text === "not" && /^(?:cent|penny|dime)$/.test(textAt(tokens, index + 1))
    return isNone ? free(index, index + 2) : null
  }
  if (TAKES.test(text) && isDenied(tokens, index)) return unasked(tokens, index)
  if (text === "no" || text === "without" || text === "zero") return noFee(tokens, index)
  return PAYS.test(text) ? unpaid(tokens, index) : null
}

function free(from: number, to: number): Said<Money> {
  return { value: { kind: "money", min: 0, max: 0, currency: "", per: "", bound: "exact", isFree: true }, from, to }
}

/** Not "feel free", "free to", "gluten-free", "free up", "not free". */
function isPriceWord(tokens: readonly Token[], index: number): boolean {
  const previous = textAt(tokens, index - 1)
  const next = textAt(tokens, index + 1)
  if (
    previous === "feel" ||
    previous === "-" ||
    next === "up" ||
    (next === "to" && previous !== "for" && !FREE_TO.test(textAt(tokens, index + 2)))
  )
    return false
  if (next === "of" && !/^(?:charge|cost)$/.test(textAt(tokens, index + 2))) return false
  if (next === "from" && tokens[index + 2]?.kind === "word") return false
  return next !== "time" && next !== "hand" && !isDenied(tokens, index) && !GOES_NOT.test(before(tokens, index, 3))
}

/** "doesn't ship free" */
const GOES_NOT = / (?:[a-z]+n't|not|never) (?:ship|come|travel|go|get|ride|deliver|arrive|include|park)(?: [a-z]+)?$/

/** "free to borrow" is a price, "free to call" is not. */
const FREE_TO = /^(?:borrow|use|rent|hire|join|enter|try|download|park|cancel|attend|watch|charge)$/

function afterFree(tokens: readonly Token[], index: number): number {
  return tokens[index + 1]?.text === "of" && /^(?:charge|cost)$/.test(textAt(tokens, index + 2)) ? index + 3 : index + 1
}

/** "isn't free", "not quite free", "no longer waived". */
export function isDenied(tokens: readonly Token[], index: number): boolean {
  return /(?: not| [a-z]+n't| never| no longer| cannot)(?: [a-z]+ly| quite| always| be| entirely| really)?$/.test(
    before(tokens, index, 3),
  )
}

function before(tokens: readonly Token[], index: number, length: number): string {
  let words = ""
  for (let at = Math.max(0, index - length); at < index; at++) words += ` ${textAt(tokens, at)}`
  return words
}

const MORE = /^(?:extra|more|else|additional)$/
const PAID =
  / (?:costs?|pays?|paying|charges?|charged|for)(?: you| them| us| your [a-z]+)?(?: absolutely| exactly| extra)?$/
const PAYS = /^(?:pay|charge|charged|cost|charges|costs|paying)$/
const FEES = /^(?:fees?|charges?|costs?|price|surcharges?|postage|cost|deposit|commission)$/
const FEE_WORDS_MAX = 5 // "no out-of-network ATM withdrawal fee"

/** "no monthly fee", "at no extra cost", "without any charge". */
function noFee(tokens: readonly Token[], index: number): Said<Money> | null {
  let words = 0
  for (let at = index + 1; at < tokens.length && words < FEE_WORDS_MAX; at++) {
    const { text, kind } = tokens[at] ?? { text: "", kind: "sign" }
    if (FEES.test(text) && tokens[at + 1]?.kind !== "number") return free(index, at + 1)
    if (kind !== "word" ? text !== "-" : STOPS.test(text)) return null
    words += kind === "word" ? 1 : 0
  }
  return null
}

const TAKES = /^(?:take|ask|need|require|want|collect)$/

/** "we don't take a deposit", "you won't need any deposit" */
function unasked(tokens: readonly Token[], index: number): Said<Money> | null {
  for (let at = index + 1; at < Math.min(tokens.length, index + 5); at++) {
    const { text, kind } = tokens[at] ?? { text: "", kind: "sign" }
    if (FEES.test(text) && !/^(?:cost|price|charge|charges)$/.test(text)) return free(index, at)
    if (kind !== "word" || (STOPS.test(text) && text !== "for")) return null
  }
  return null
}

const STOPS = /^(?:and|but|that|which|is|are|you|we|it|for|to|the|in|on|with|longer|more|less)$/

/** "don't cost anything", "won't be charged", "we don't charge overdraft fees": unless a figure follows. */
function unpaid(tokens: readonly Token[], index: number): Said<Money> | null {
  if (!isDenied(tokens, index)) return null
  for (let at = index + 1; at < Math.min(tokens.length, index + 6); at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === "number" || /^[$€£]$/.test(token.text) || UNTIL.test(token.text))
      return null
    if (token.text === "," || token.text === ".") break
  }
  const after = textAt(tokens, index + 1)
  return free(index, after === "anything" || after === "a" ? index + 2 : index + 1)
}

const UNTIL = /^(?:until|till|unless|before|more|less|extra|by|upfront)$/

function ends(token: Token | undefined): boolean {
  return token === undefined || token.kind === "sign" || token.text === "with"
}
