import { OCCASIONS, OF_WHOM } from "./event.ts"
import { openingWords, phraseWords } from "./phrase-table.ts"
import { beginsWithDigit, tokenAt } from "./tokens.ts"
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

/** Words that open a phrase of some table but no time that could be due: passing over them makes reading faster. */
const OPENS_NOTHING = new Set(
  (
    ". , ! ? ; : ( ) \" ' * # _ - and you we i it is our your of have has had will be to was are were that for my me us or yes can could would should " +
    "i'll we'll you'll it's that's he she they them his her their its do did does please thanks thank hi hello dear which what who how why get got send sent call let"
  ).split(" "),
)

// What a word does in times, as bits: it leads on to another one, it says something of time, it may come first.
const LEADS_ON = 1
const TELLS = 2
const OPENS = 4

/** Where times may begin: the index itself, or the next one worth trying. Only moves on; made for one walk from left to right. */
export function startsIn(tokens: readonly Token[]): (index: number) => number {
  let edge = -1
  let told = false
  return (from) => {
    for (let index = from; index < tokens.length; index++) {
      if (index > edge) {
        edge = index
        while (edge < tokens.length && (rolesOf(tokenAt(tokens, edge)) & LEADS_ON) !== 0) edge++
        told = edge < tokens.length && ((rolesOf(tokenAt(tokens, edge)) & TELLS) !== 0 || isOccasion(tokens, edge))
      }
      if (!told) index = edge
      else if ((rolesOf(tokenAt(tokens, index)) & OPENS) !== 0) return index
    }
    return tokens.length
  }
}

function rolesOf(token: Token): number {
  const { kind, text } = token
  roles ??= makeRoles()
  const known = roles.get(text)
  if (known !== undefined) return known
  if (kind === "sign") return LEADS_ON
  return beginsWithDigit(token) ? TELLS | OPENS : 0
}

/** "at our group meeting": a word of any kind in the middle. */
function isOccasion(tokens: readonly Token[], edge: number): boolean {
  return (
    tokenAt(tokens, edge - 2).text === "at" &&
    OF_WHOM.has(tokenAt(tokens, edge - 1).text) &&
    OCCASIONS.has(tokenAt(tokens, edge + 1).text)
  )
}

let roles: ReadonlyMap<string, number> | null = null

/** Made when first asked for, as the tables must all be there. */
function makeRoles(): ReadonlyMap<string, number> {
  const names = `${NAMES} ${NUMBERS} ${OTHERS}`.split(" ")
  const opening = new Set([...openingWords, ...names])
  const all = new Set([...WEAK, ...phraseWords, ...OCCASIONS, ...names])
  return new Map(
    [...all].map((word) => {
      const leads = WEAK.has(word) || !/^[\p{L}\d]/u.test(word)
      const opens = /^\d/.test(word) || (opening.has(word) && !OPENS_NOTHING.has(word))
      return [word, (leads ? LEADS_ON : TELLS) | (opens ? OPENS : 0)]
    }),
  )
}
