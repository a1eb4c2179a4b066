import fc from "fast-check"
import { expect, test } from "vitest"
import { plainWordsOf } from "../plain-words.ts"
import { wordsHeld } from "./held.ts"
import { needsOf } from "./needs.ts"
import { anyOf, patternOf } from "./pattern.ts"

test("a pattern needs the words that no match can do without, one of each list", () => {
  expect(needsOf("we (?:never|always) lose \\w+", true)).toEqual([["we"], ["lose"], ["never", "always"]])
  expect(needsOf("restock(?:ed)?", true)).toEqual([["restock", "restocked"]])
  expect(needsOf("\\d+ ?% off", true)).toEqual([["0"], ["off"]])
  expect(needsOf("\\d{1,2}:\\d\\d", true)).toEqual([["0"]])
  expect(needsOf("(?<=\\bour\\b.{0,60})best", true)).toEqual([["our"], ["best"]])
})

test("a pattern needs nothing where a word may go on, be left out, or is not understood", () => {
  expect(needsOf("sell", false)).toEqual([])
  expect(needsOf("[a-z]+ing", true)).toEqual([])
  expect(needsOf("(?:very )?", true)).toEqual([])
  expect(needsOf("(?!not)\\w+", true)).toEqual([])
  expect(needsOf("[ -~]x[", true)).toEqual([])
})

const SOURCES = [
  "(?:only|just) (?:\\d+|two|a few)(?: [a-z]+){0,2}? (?:left|remaining)",
  "^\\W*(?:sold out|going fast)(?=[!.]|$)",
  "(?<=\\bwe\\b.{0,20})(?:best|cheap(?:er|est)?)(?: prices?)?",
  "don't (?:wait|miss)[^.!?]{0,10}? (?:now|out)\\b",
  "(?:in|for) \\d{1,2}[- ]?(?:h|hours?)|today only",
]
const PIECES =
  "only just 2 two a few pairs left remaining sold out going fast we best cheapest prices don't wait miss now out in for 24h 3 hours today ! . , - ' x".split(
    " ",
  )

test("finds what one regular expression of all its sources finds", () => {
  const pattern = anyOf(...SOURCES)
  const roomy = SOURCES.map((source) => source.replaceAll(/(?<!\[-|\[) (?![?\]])/g, " {1,3}"))
  const plain = new RegExp(`(?<![a-z0-9])(?:${roomy.join("|")})(?![a-z0-9])`, "gi")
  const text = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(" ", " ", "", "  "))).map((pieces) => {
    return pieces.flat().join("")
  })
  fc.assert(
    fc.property(text, (words) => {
      const found = pattern.matchesIn(words, wordsHeld(words)).map((match) => [match.index, match[0]])
      expect(found).toEqual([...words.matchAll(plain)].map((match) => [match.index, match[0]]))
    }),
    { numRuns: 400 },
  )
})

test("a regular expression with letters that only Unicode folds is always tried", () => {
  expect(patternOf(/\u212Aelvin scale/giu).matchesIn("kelvin scale", wordsHeld("kelvin scale"))).toHaveLength(1)
})

test("what a sentence holds is asked for whatever its case, digits as one", () => {
  const words = "ONLY 12 Left"
  expect(anyOf("only \\d+ left").matchesIn(words, wordsHeld(words))).toHaveLength(1)
})

test("a pattern that is new finds words that were read before anybody asked for them", () => {
  const words = "the marmot is asleep"
  plainWordsOf(words)
  const before = wordsHeld(words)
  const pattern = anyOf("marmot is")
  expect(pattern.matchesIn(words, before)).toHaveLength(1)
  expect(pattern.matchesIn(words, wordsHeld(words))).toHaveLength(1)
  expect(pattern.matchesIn(words, wordsHeld("the marmot sleeps"))).toHaveLength(0)
})
