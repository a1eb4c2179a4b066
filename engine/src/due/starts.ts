import { wordSet } from "../words.ts"
import { isLetterAt } from "../characters.ts"
import { NO_PLACE, numberIn, numberPerWord } from "../known-word.ts"
import { monthNames } from "./date.ts"
import { dayNames } from "./day.ts"
import { OCCASIONS, OF_WHOM, OWNED_DAYS } from "./event.ts"
import { numberWords } from "./numbers.ts"
import { unitWords } from "./span.ts"
import { openingOf, phraseWords } from "./phrase-table.ts"
import { beginsWithDigit, isDigit, NUMBER, ODD, tokenAt, WORD } from "./tokens.ts"
import type { Tokens } from "./tokens.ts"

/**
 * Words that stand in times but say nothing of time by themselves. A time may begin with them, and only goes on to a word
 * or number that does.
 */
const WEAK = wordSet(
  `the to you a and your for i with in is if on of it please be have will that this or me at from we not no as
   any by do just up only so get they an which what there their our all about out been but some than who he she
   them us his her my was are were has had another over around through full here like off more it's i'm we're
   within between into say we'll i'll until till`,
)
/** They say nothing of time, and may go on with a number. */
const ENDINGS = wordSet("st nd rd th")

/** Words that open a phrase of some table but no time that could be due: passing over them makes reading faster. */
const OPENS_NOTHING = wordSet(
  `. , ! ? ; : ( ) " ' * # _ - and you we i it is our your of have has had will be to was are were for my me us
   or yes can could would should i'll we'll you'll it's that's he she they them his her their its do did does
   please thanks thank hi hello dear which what who how why get got send sent call let`,
)

/** What a word or sign does in times, as bits, and what goes on with it. */
type Role = { readonly bits: number; readonly next: ReadonlySet<string> | null }

const LEADS_ON = 1 // to another word
const TELLS = 2 // something of time
const OPENS = 4 // a time, perhaps alone
const OPENS_BEFORE = 8 // a time, before another word that does something
const OPENS_WITH = 16 // a time, together with one of the next words
const GOES_ON = 32 // with a number
const OWNS = 64 // an occasion, as "our" does
const IS_AT = 128

/** Where times may begin: the index itself, or the next one worth trying. Only moves on; made for one walk from left to right. */
export function startsIn(tokens: Tokens): (index: number) => number {
  let edge = -1
  let told = false
  return (from) => {
    for (let index = from; index < tokens.length; index++) {
      if (index > edge) {
        edge = index
        while (edge < tokens.length && (roleAt(tokens, edge).bits & LEADS_ON) !== 0) edge++
        told = edge < tokens.length && ((roleAt(tokens, edge).bits & TELLS) !== 0 || isOccasion(tokens, edge))
      }
      if (!told) index = edge
      else if (mayOpen(tokens, index)) return index
    }
    return tokens.length
  }
}

function mayOpen(tokens: Tokens, index: number): boolean {
  const { bits, next } = roleAt(tokens, index)
  if ((bits & OPENS) !== 0) return true
  if ((bits & OPENS_BEFORE) !== 0 && index + 1 < tokens.length && roleAt(tokens, index + 1).bits !== 0)
    return !isCountOnly(tokens, index)
  if ((bits & OPENS_WITH) === 0 || next === null) return false
  const following = tokenAt(tokens, index + 1)
  return next.has(following.text) || beginsWithDigit(following)
}

/** "1." of a list, "20%", "2)": a figure of a digit or two and a sign, with nothing of time behind it. */
function isCountOnly(tokens: Tokens, index: number): boolean {
  const kind = (tokens.marks[index] ?? 0) & (WORD | NUMBER)
  const length = (tokens.ends[index] ?? 0) - (tokens.starts[index] ?? 0)
  if (kind !== NUMBER || length > 2 || !COUNTS.has(tokens.of.charCodeAt(tokens.starts[index + 1] ?? 0))) return false
  return index + 2 >= tokens.length || (roleAt(tokens, index + 2).bits & TELLS) === 0
}

const COUNTS = new Set([46, 58, 41, 37, 42, 63, 33, 61, 35, 59]) // . : ) % * ? ! = # ;

function roleAt(tokens: Tokens, index: number): Role {
  const place = tokens.places[index] ?? NO_PLACE
  if (place !== NO_PLACE) return roleOfPlace(place)
  const start = tokens.starts[index] ?? 0
  const kind = (tokens.marks[index] ?? 0) & (WORD | NUMBER | ODD)
  // Signs and small numbers are told without making a token of them.
  if (kind === 0) return roleOfSign(tokens.of.charCodeAt(start))
  const length = (tokens.ends[index] ?? start) - start
  if (kind === NUMBER && length <= 2) return roleOfDigits(tokens.of, start, length)
  const token = tokenAt(tokens, index)
  return roleOfWord(token.text) ?? (token.kind === "sign" ? SIGN : beginsWithDigit(token) ? AMOUNT : NONE)
}

const SIGN: Role = { bits: LEADS_ON, next: null }
const AMOUNT: Role = { bits: TELLS | OPENS_BEFORE, next: null }
const ENDING: Role = { bits: GOES_ON, next: null }
const NONE: Role = { bits: 0, next: null }
const signs: Role[] = []

/** Of a sign of ASCII; each is looked up once. */
function roleOfSign(unit: number): Role {
  while (signs.length <= unit) signs.push(roleOfWord(String.fromCharCode(signs.length)) ?? SIGN)
  return signs[unit] ?? SIGN
}

const numbers: (Role | undefined)[] = []

/** Of a number of one digit or two. */
function roleOfDigits(text: string, start: number, length: number): Role {
  let at = text.charCodeAt(start) - 48
  if (length === 2) at = 10 + at * 10 + text.charCodeAt(start + 1) - 48
  while (numbers.length <= at) numbers.push(undefined)
  return (numbers[at] ??= roleOfWord(text.slice(start, start + length)) ?? AMOUNT)
}

const roleNumber = numberPerWord((word) => numberIn(ROLES, roleOfWord(word) ?? NONE))
const ROLES: Role[] = []

function roleOfPlace(place: number): Role {
  return ROLES[roleNumber(place)] ?? NONE
}

/** "at our group meeting": a word of any kind in the middle. */
function isOccasion(tokens: Tokens, edge: number): boolean {
  return (
    edge >= 2 &&
    (roleAt(tokens, edge - 1).bits & OWNS) !== 0 &&
    (roleAt(tokens, edge - 2).bits & IS_AT) !== 0 &&
    OCCASIONS.has(tokenAt(tokens, edge + 1).text)
  )
}

/** The words that have a role, and the roles of those that were met; made when first asked for, as the tables must all be there. */
let known: ReadonlySet<string> | null = null
const roles = new Map<string, Role>()

function roleOfWord(word: string): Role | undefined {
  known ??= new Set([...WEAK, ...phraseWords(), ...OCCASIONS, ...NAMED, ...numberWords])
  if (!known.has(word)) return ENDINGS.has(word) ? ENDING : undefined
  let role = roles.get(word)
  if (role === undefined) roles.set(word, (role = roleOf(word)))
  return role
}

const NAMED: ReadonlySet<string> = new Set([
  ...monthNames,
  ...dayNames,
  ...OWNED_DAYS.keys(),
  ..."with q1 q2 q3 q4 pm bill statement invoice delivery newsletter payslip edition".split(" "),
])

function roleOf(word: string): Role {
  const leads = WEAK.has(word) || !(isLetterAt(word, 0, word.length) || isDigit(word.charCodeAt(0)))
  const opening = OPENS_NOTHING.has(word) ? undefined : openingOf(word)
  const counted = ARTICLES.has(word) ? (word === "the" ? numberWords : unitWords) : null
  const alone = NAMED.has(word) || opening?.isWhole === true
  const before = isDigit(word.charCodeAt(0)) || numberWords.has(word) || (opening?.isLead === true && counted === null)
  const owns = (OF_WHOM.has(word) ? OWNS : 0) | (word === "at" ? IS_AT : 0)
  const bits = (leads ? LEADS_ON : TELLS) | (alone ? OPENS : 0) | (before ? OPENS_BEFORE : 0) | owns
  const next = counted === null ? (opening?.next ?? null) : new Set([...(opening?.next ?? []), ...counted])
  return next !== null && next.size > 0 ? { bits: bits | OPENS_WITH, next } : { bits, next: null }
}

/** They count what follows them: "an hour", "the fourth of July". */
const ARTICLES = wordSet("a an the")
