import type { Unit } from "./context.ts"
import { readOne } from "./numbers.ts"
import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"

/** A value of scope that is an age, "7-17", "18+", "under 27", "over 60s": from which year to which, the last inclusive. */
export type AgeRange = { readonly value: string; readonly from: number; readonly to: number }

/** The ages among the values of a dimension: "adults (18 and over)" too; empty where none says one. */
export function ageRangesOf(dimension: string, values: readonly string[]): readonly AgeRange[] {
  return values.flatMap((value) => {
    const isAge = /\bages?\b|aged|years? old/i.test(`${dimension} ${value}`)
    const range = rangeIn(value)
    return range === null || !(isAge || PEOPLE.test(value) || YOUNG.test(value)) ? [] : [{ value, ...range }]
  })
}

const PEOPLE =
  /\b(?:adults?|child(?:ren)?|kids?|students?|pupils?|seniors?|juniors?|people|youths?|members?|babies|infants?)\b/i

/** "under 2", "3 and over": of whom it is said is told by nothing else. */
const YOUNG = /^(?:under|below|over|up to) \d{1,2}s?$|^\d{1,2}s? (?:and|or) (?:over|older|up|above|under|younger)$/i

function rangeIn(text: string): { readonly from: number; readonly to: number } | null {
  const both = /(\d{1,2}) ?(?:-|–|to) ?(\d{1,2})/.exec(text)
  if (both !== null) return { from: Number(both[1]), to: Number(both[2]) }
  const least = /(\d{1,2}) ?(?:\+|(?:and|or) (?:over|older|up|above))|\b(?:from|over) (\d{1,2})\b/i.exec(text)
  if (least !== null) return { from: Number(least[1] ?? least[2]), to: 150 }
  const under = /\b(?:under|below) (\d{1,2})\b/i.exec(text)
  if (under !== null) return { from: 0, to: Number(under[1]) - 1 }
  const upTo = /\b(?:up to|until) (\d{1,2})\b/i.exec(text)
  return upTo === null ? null : { from: 0, to: Number(upTo[1]) }
}

/** The values within which the nearest age told falls: who is 31 pays what adults of 18 and over do. */
export function toldByAge(ranges: readonly AgeRange[], units: readonly Unit[]): readonly string[] | null {
  if (ranges.length === 0) return null
  for (const { tokens, isNext } of units) {
    if (isNext === true) continue
    const age = agesIn(tokens)[0] ?? groupIn(tokens)
    if (age !== undefined) return ranges.filter(({ from, to }) => from <= age && age <= to).map(({ value }) => value)
  }
  return null
}

/** "the over-threes", "under-twos" */
function groupIn(tokens: readonly Token[]): number | undefined {
  for (const [at, { text }] of tokens.entries()) {
    if (text !== "over" && text !== "under") continue
    const next = textAt(tokens, textAt(tokens, at + 1) === "-" ? at + 2 : at + 1)
    const age = AGES.indexOf(next)
    if (age > 0) return text === "over" ? age : age - 1
  }
  return undefined
}

const AGES = "zeros ones twos threes fours fives sixes sevens eights nines tens elevens twelves".split(" ")

/** Ages of people that are told: "I'm 31", "she's nine", "a nine-year-old", "your daughter (13)", "aged 8". */
export function agesIn(tokens: readonly Token[]): readonly number[] {
  const found: number[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.kind === "sign") continue
    const told = readOne(tokens, at)
    if (told === null || told.value < 1 || told.value > 110) continue
    if (isYearsOld(tokens, told.next) || isSomebody(tokens, at, told.next)) found.push(Math.floor(told.value))
    at = told.next - 1
  }
  return found
}

function isYearsOld(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]?.text === "-" ? at + 1 : at
  if (!/^years?$/.test(textAt(tokens, next))) return false
  return tokens.slice(next + 1, next + 3).some(({ text }) => /^olds?$/.test(text))
}

/** "she's ten,", "(13)", "aged 8" */
function isSomebody(tokens: readonly Token[], at: number, next: number): boolean {
  const before = textAt(tokens, at - 1)
  const after = tokens[next]
  if (before === "aged") return true
  if (before === "(") return after?.text === ")" && /^[a-z]/.test(textAt(tokens, at - 2))
  const isEnd =
    after === undefined ||
    (after.kind === "sign" && after.text !== "%" && after.text !== "-") ||
    /^(?:so|and|now|in|next|soon|since)$/.test(after.text)
  if (!isEnd) return false
  if (/^(?:i'm|she's|he's|who's)$/.test(before)) return true
  return (
    /^(?:is|am|turned|turns|be)$/.test(before) &&
    (/^(?:i|she|he)$/.test(textAt(tokens, at - 2)) ||
      tokens[at - 2]?.capital === true ||
      CHILD.test(textAt(tokens, at - 2)))
  )
}

const CHILD =
  /^(?:son|daughter|child|kid|boy|girl|mother|father|mum|mom|dad|wife|husband|niece|nephew|grandson|granddaughter|lad|lass|sister|brother)$/
