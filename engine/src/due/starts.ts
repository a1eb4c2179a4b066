import { OCCASIONS, OF_WHOM } from "./event.ts"
import { phraseWords } from "./phrase-table.ts"
import { tokenAt } from "./tokens.ts"
import type { Token } from "./tokens.ts"

/**
 * Words that stand in times but say nothing of time by themselves. A time may begin with them, and only goes on to a word
 * or number that does.
 */
const WEAK = new Set(
  (
    "the to you a and your for i with in is if on of it please be have will that this or me at from we not no as any by do just up " +
    "only so get they an which what there their our all about out been but some than who he she them us his her my was are were has had " +
    "another over around through full here like off more it's i'm we're within between up into say we'll i'll until till"
  ).split(" "),
)
const NAMES =
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun"
const NUMBERS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen " +
  "zeroty tenty twenty thirty forty fifty sixty seventy eighty ninety first second third fourth fifth sixth seventh eighth ninth tenth " +
  "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"
const OTHERS = "today's tomorrow's q1 q2 q3 q4"

/** Where times may begin: the index itself, or the next one worth trying. Only moves on; made for one walk from left to right. */
export function startsIn(tokens: readonly Token[]): (index: number) => number {
  const strong = strongWords()
  let edge = -1
  let leads = false
  return (from) => {
    let index = from
    while (index < tokens.length) {
      if (index > edge) {
        edge = index
        while (edge < tokens.length && isWeak(tokenAt(tokens, edge))) edge++
        leads = edge < tokens.length && (isStrong(strong, tokenAt(tokens, edge)) || isOccasion(tokens, edge))
      }
      if (leads) return index
      index = edge + 1
    }
    return tokens.length
  }
}

function isWeak({ kind, text }: Token): boolean {
  return kind === "sign" || WEAK.has(text)
}

function isStrong(strong: ReadonlySet<string>, { kind, text }: Token): boolean {
  return kind === "number" || strong.has(text) || (text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57)
}

/** "at our group meeting": a word of any kind in the middle. */
function isOccasion(tokens: readonly Token[], edge: number): boolean {
  return (
    tokenAt(tokens, edge - 2).text === "at" &&
    OF_WHOM.has(tokenAt(tokens, edge - 1).text) &&
    OCCASIONS.has(tokenAt(tokens, edge + 1).text)
  )
}

let strongOnes: ReadonlySet<string> | null = null

/** Made when first asked for, as the tables must all be there. */
function strongWords(): ReadonlySet<string> {
  strongOnes ??= new Set(
    [...phraseWords, ...OCCASIONS, ...`${NAMES} ${NUMBERS} ${OTHERS}`.split(" ")].filter((word) => !WEAK.has(word)),
  )
  return strongOnes
}
