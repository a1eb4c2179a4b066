import { ALWAYS, meets, needOf } from "./held.ts"
import type { Held } from "./held.ts"
import { needsOf } from "./needs.ts"
import type { Need } from "./needs.ts"
import { branchesOf } from "./pattern-parts.ts"

/** Where something was found in the words of a sentence. */
export type Match = { readonly index: number; readonly 0: string }

/** Looks for wording in a sentence as `stated` smooths it; `held` are the words of that sentence. */
export type Pattern = { readonly matchesIn: (words: string, held: Held) => readonly Match[] }

/**
 * One pattern of whole words, without regard to case: a space in a source stands for up to three, an apostrophe for the curly
 * one too, and a group keeps nothing, so that it is written `(a|b)`. Each source is made a regular expression when a sentence first holds the words that it needs, so that most are
 * never made, and a sentence that cannot match costs next to nothing.
 */
export function anyOf(...sources: readonly string[]): Pattern {
  return oneOf(() =>
    sources.flatMap(branchesOf).map((branch) => {
      const source = roomy(branch)
      return {
        needs: null,
        needed: () => needsOf(source, true),
        regex: null,
        // What is bound to the beginning is tried there alone.
        make: () => new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`, source.startsWith("^") ? "iy" : "gi"),
      }
    }),
  )
}

/** The same for a regular expression with the flag g. */
export function patternOf(regex: RegExp): Pattern {
  return oneOf(() => [{ ...needing(regex), regex, make: () => regex }])
}

/** Whether the words are held that a regular expression needs. */
export function needsIn(regex: RegExp): (held: Held) => boolean {
  const wanting = needing(regex)
  let missed = ALWAYS
  return (held) => meets(held, missed) && (missed = missingIn(held, wanting)) === ALWAYS
}

/** Letters that only Unicode takes for one another are not thought of. */
function needing(regex: RegExp): Pick<Alternative, "needs" | "needed"> {
  const isFolded = regex.ignoreCase && (regex.unicode || regex.unicodeSets)
  return { needs: null, needed: () => (isFolded ? [] : needsOf(regex.source, false)) }
}

/** A test of a part of a sentence, of which all words are held. `without` is taken out of it before. */
export type Guard = { readonly foundIn: (part: string, held: Held, without?: RegExp) => boolean }

/** Each alternative of the regular expression is tried only where its own words are held. */
export function guardOf({ source, flags }: RegExp): Guard {
  const alternatives = alternativesOf(() => branchesOf(source).map((branch) => guarding(branch, flags)))
  return {
    foundIn: (part, held, without) => {
      let words: string | null = null
      for (const each of alternatives(held)) {
        words ??= without === undefined ? part : part.replace(without, " ")
        if ((each.regex ??= each.make()).test(words)) return true
      }
      return false
    },
  }
}

function guarding(branch: string, flags: string): Alternative {
  return { needs: null, needed: () => needsOf(branch, false), regex: null, make: () => new RegExp(branch, flags) }
}

/** An alternative with the words that it needs; both are made when they are first asked for. */
type Alternative = {
  needs: readonly number[] | null
  readonly needed: () => readonly Need[]
  regex: RegExp | null
  readonly make: () => RegExp
}

/** A need of the alternative that is not met; ALWAYS where there is none. */
function missingIn(held: Held, alternative: Pick<Alternative, "needs" | "needed">): number {
  const needs = (alternative.needs ??= alternative.needed().map(needOf))
  for (let at = 0; at < needs.length; at++) {
    const need = needs[at] ?? ALWAYS
    if (!meets(held, need)) return need
  }
  return ALWAYS
}

/** Those alternatives whose needs are met, in order. What one missed last is asked first: it will often be missing. */
function alternativesOf(make: () => readonly Alternative[]): (held: Held) => readonly Alternative[] {
  let alternatives: readonly Alternative[] = NO_ALTERNATIVES
  let missed = new Uint16Array(0)
  return (held) => {
    if (alternatives === NO_ALTERNATIVES) {
      alternatives = make() // when first asked for: most messages ask few patterns
      missed = new Uint16Array(alternatives.length)
    }
    let likely: Alternative[] | null = null
    for (let at = 0; at < missed.length; at++) {
      if (!meets(held, missed[at] ?? ALWAYS)) continue
      const each = alternatives[at]
      if (each === undefined || (missed[at] = missingIn(held, each)) !== ALWAYS) continue
      if (likely === null) likely = [each]
      else likely.push(each)
    }
    return likely ?? NO_ALTERNATIVES
  }
}

const NO_ALTERNATIVES: readonly Alternative[] = []

/** Finds as one regular expression with these alternatives would: the leftmost match, of those the first one's, and on from its end. */
function oneOf(make: () => readonly Alternative[]): Pattern {
  const alternatives = alternativesOf(make)
  return {
    matchesIn: (words, held) => {
      const likely = alternatives(held)
      if (likely.length === 0) return NO_MATCHES
      const regexes = likely.map((each) => (each.regex ??= each.make()))
      return regexes.length === 1 ? matchesOf(regexes[0], words) : inOrder(regexes, words)
    },
  }
}

const NO_MATCHES: readonly Match[] = []

function matchesOf(regex: RegExp | undefined, words: string): readonly Match[] {
  if (regex === undefined) return NO_MATCHES
  let match = matchFrom(regex, words, 0)
  if (match === null) return NO_MATCHES // most; `matchAll` would copy the regular expression to find that out
  const found: Match[] = []
  for (; match !== null; match = matchFrom(regex, words, endOf(match))) found.push(match)
  return found
}

function endOf(match: Match): number {
  return match.index + Math.max(match[0].length, 1)
}

/** Each alternative is sought once from its last match on, so that many matches in a long sentence cost no more than few. */
function inOrder(regexes: readonly RegExp[], words: string): readonly Match[] {
  const found: Match[] = []
  const next = regexes.map((regex) => matchFrom(regex, words, 0))
  for (let from = 0; ;) {
    let best: Match | null = null
    for (const [index, regex] of regexes.entries()) {
      let match = next[index] ?? null
      if (match !== null && match.index < from) next[index] = match = matchFrom(regex, words, from)
      if (match !== null && (best === null || match.index < best.index)) best = match
    }
    if (best === null) return found
    found.push(best)
    from = endOf(best)
  }
}

function matchFrom(regex: RegExp, words: string, from: number): Match | null {
  regex.lastIndex = from
  return regex.exec(words)
}

function roomy(source: string): string {
  return source.replace(PARTS, (part) => SPELT_OUT[part] ?? part)
}

const SPELT_OUT: Readonly<Record<string, string>> = { " ": " {1,3}", " ?": " {0,3}", "(": "(?:" }
/** What is escaped or in a class stays as it is. */
const PARTS = /\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)| \?| /g

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
