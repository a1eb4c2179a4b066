import { testOf, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"

/** Who is busy meanwhile: "while you're at lunch"; "while I check" is what we do. */
const CLAUSES = ["you", "it", "they", "he", "she"] as const
/** How each opener goes on: the words after it, of which none are needed where the list is empty. */
const OPENERS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  Object.entries({
    if: ["and when", ""],
    unless: [""],
    once: [""],
    when: [""],
    whenever: [""],
    until: [""],
    till: [""],
    after: [""],
    before: [""],
    assuming: [""],
    provided: [""],
    providing: [""],
    as: ["soon as", "long as", "and when"],
    next: ["time"],
    prior: ["to"],
    asap: [],
    should: [""],
    subject: ["to"],
    in: [
      "case",
      "the event",
      "the unlikely event",
      "the absence of",
      "which case",
      "the event of",
      "default of",
      "lieu of",
      "return for",
      "exchange for",
    ],
    where: [""],
    so: ["long as"],
    supposing: [""],
    presuming: [""],
    weather: ["permitting", "allowing"],
    stock: ["permitting", "allowing"],
    space: ["permitting", "allowing"],
    any: ["time you"],
    anytime: ["you"],
    on: [
      "condition",
      "the understanding",
      "the basis",
      "the proviso",
      ...["say-so", "signal", "word", "go-ahead", "instructions", "instruction", "nod"].map((what) => `your ${what}`),
      "receipt",
      "receiving",
      "completion",
      ...["my", "our", "your", "his", "her", "their"].map((whose) => `${whose} return`),
      "confirmation",
      "approval",
      "payment",
      "return of",
      "signature",
      "production of",
      "presentation of",
      "expiry of",
      "arrival",
      "surrender of",
    ],
    failing: [""],
    without: [""],
    were: [""],
    otherwise: [""],
    depending: ["on"],
    pending: [""],
    upon: [""],
    the: [
      "moment",
      "minute",
      "instant",
      ...["i", "we", ...CLAUSES].map((who) => `second ${who}`),
      ...CLAUSES.map((who) => `day ${who}`),
    ],
    while: [...CLAUSES],
    whilst: [...CLAUSES],
    by: ["the time"],
    with: [
      "your permission",
      "your approval",
      "your consent",
      "your agreement",
      "your ok",
      "your go-ahead",
      "your say-so",
      "your blessing",
      "your confirmation",
    ],
    given: [
      "the go-ahead",
      "the nod",
      "the green light",
      "your permission",
      "your approval",
      "your ok",
      "your consent",
    ],
  }).map(([opener, rests]) => [opener, rests.map((rest) => (rest === "" ? [] : rest.split(" ")))]),
)

/** Whether an adjunct may begin with this word. */
export const opens = testOf((text) => OPENERS.has(text))

/** How many words open an adjunct at a word; 0 where none does. */
export function openerLength(words: readonly Word[], at: number): number {
  for (const rest of OPENERS.get(textAt(words, at)) ?? NO_RESTS) {
    let length = 0
    while (length < rest.length && textAt(words, at + 1 + length) === rest[length]) length++
    if (length === rest.length) return 1 + length
  }
  return isOn(words, at) && isDoing(textAt(words, at + 1)) ? 2 : 0
}

/** "On being furnished with the original": any doing; not "plan on replacing". */
function isOn(words: readonly Word[], at: number): boolean {
  return textAt(words, at) === "upon" || (textAt(words, at) === "on" && /^[,.;:–—-]?$/.test(textAt(words, at - 1)))
}

export function isDoing(word: string): boolean {
  return word.length > 4 && word.endsWith("ing") && !NO_DOINGS.has(word)
}

const NO_DOINGS = wordSet(
  "morning evening wedding building meeting ceiling clothing spring string thing something anything everything nothing parking housing training pricing shipping heating lighting",
)

const NO_RESTS: readonly (readonly string[])[] = []
