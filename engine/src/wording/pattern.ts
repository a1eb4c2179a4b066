import { bitOf, DIGIT, holds } from "./held.ts"
import type { Held } from "./held.ts"
import { needsOf } from "./needs.ts"

/** Where something was found in the words of a sentence. */
export type Match = { readonly index: number; readonly 0: string }

/** Looks for wording in a sentence as `stated` smooths it; `held` are the words of that sentence. */
export type Pattern = { readonly matchesIn: (words: string, held: Held) => readonly Match[] }

/**
 * One pattern of whole words, without regard to case: a space in a source stands for up to three, an apostrophe for the curly
 * one too. Each source is made a regular expression when a sentence first holds the words that it needs, so that most are
 * never made, and a sentence that cannot match costs next to nothing.
 */
export function anyOf(...sources: readonly string[]): Pattern {
  return oneOf(
    sources.map((source) => {
      const whole = `(?<![a-z0-9])(?:${roomy(source)})(?![a-z0-9])`
      return alternative(
        () => needsOf(roomy(source), true),
        () => new RegExp(whole, "gi"),
      )
    }),
  )
}

/** The same for a regular expression with the flag g; letters that only Unicode takes for one another are not thought of. */
export function patternOf(regex: RegExp): Pattern {
  const isFolded = regex.ignoreCase && (regex.unicode || regex.unicodeSets)
  return oneOf([
    alternative(
      () => (isFolded ? [] : needsOf(regex.source, false)),
      () => regex,
    ),
  ])
}

/** A test of a part of a sentence, of which all words are held. */
export type Guard = { readonly foundIn: (part: string, held: Held) => boolean }

export function guardOf(regex: RegExp): Guard {
  const guard = alternative(
    () => needsOf(regex.source, false),
    () => regex,
  )
  return { foundIn: (part, held) => guard.mayMatch(held) && regex.test(part) }
}

/** Whether the words that a pattern needs are there. */
type Alternative = { readonly mayMatch: (held: Held) => boolean; readonly regex: () => RegExp }

function alternative(needed: () => readonly (readonly string[])[], make: () => RegExp): Alternative {
  let needs: readonly Uint16Array[] | null = null
  let regex: RegExp | null = null
  return {
    mayMatch: (held) => {
      needs ??= needed().map((need) => Uint16Array.from(need, (word) => (word === "0" ? DIGIT : bitOf(word))))
      return needs.every((need) => need.some((bit) => holds(held, bit)))
    },
    regex: () => (regex ??= make()),
  }
}

/** Finds as one regular expression with these alternatives would: the leftmost match, of those the first one's, and on from its end. */
function oneOf(alternatives: readonly Alternative[]): Pattern {
  return {
    matchesIn: (words, held) => {
      const likely = alternatives.filter((each) => each.mayMatch(held)).map(({ regex }) => regex())
      if (likely.length === 0) return NO_MATCHES
      const found: Match[] = []
      for (let at = 0; at <= words.length;) {
        const next = leftmost(likely, words, at)
        if (next === null) break
        found.push(next)
        at = next.index + Math.max(next[0].length, 1)
      }
      return found
    },
  }
}

const NO_MATCHES: readonly Match[] = []

function leftmost(patterns: readonly RegExp[], words: string, from: number): Match | null {
  let best: Match | null = null
  for (const pattern of patterns) {
    pattern.lastIndex = from
    const match = pattern.exec(words)
    if (match !== null && (best === null || match.index < best.index)) best = match
  }
  return best
}

function roomy(source: string): string {
  return source.replace(CLASS_OR_SPACE, (part) => (part === " " ? " {1,3}" : part === " ?" ? " {0,3}" : part))
}

const CLASS_OR_SPACE = /\[(?:\\.|[^\]\\])*\]| \?| /g

/** Numbers as notices write them. */
export const NUMBER =
  "(?:\\d[\\d,.]*k?\\+?|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|hundreds of|thousands of|millions of)"

/** The same words with every kind of blank as a space and every apostrophe as "'": the offsets stay. */
export function smoothed(words: string): string {
  return UNEVEN.test(words) ? words.replace(BLANK, " ").replace(APOSTROPHE, "'") : words
}

const UNEVEN = /[^\x20-\x7e]/
const BLANK = /[\s\u00a0]/g
const APOSTROPHE = /[\u2019\u02bc]/g
