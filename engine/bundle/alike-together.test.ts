import { parseAst } from "vite"
import { expect, test } from "vitest"
import { alikeTogetherIn } from "./alike-together.ts"
import { listOf } from "./syntax.ts"

function packed(...lines: readonly string[]): readonly string[] {
  const code = lines.join("\n")
  return alikeTogetherIn(code, listOf(parseAst(code), "body")).split("\n")
}

test("numbers and functions come first, then sets of words, sorted, then all else in its order", () => {
  const order = packed(
    'import { wordSet } from "./words.js"',
    "const ROAD = /\\b(?:road|street)\\b/",
    'const WHO = wordSet("you we  i")',
    "function first() { return WHO }",
    "const LATER = ROAD.source",
    "const DAYS_MAX = 30",
    "const DAYS = wordSet(`tomorrow\n  today`)",
    "function second() {}",
    "export { first, second }",
  )
  expect(order).toEqual([
    "const DAYS_MAX = 30",
    "function first() { return WHO }",
    "function second() {}",
    'const WHO = wordSet("i we you")',
    'const DAYS = wordSet("today tomorrow")',
    'import { wordSet } from "./words.js"',
    "const ROAD = /\\b(?:road|street)\\b/",
    "const LATER = ROAD.source",
    "export { first, second }",
  ])
})

test("a set stands beside the one that it shares the most with", () => {
  const lines = [
    'const A = wordSet("b c")',
    'const B = wordSet("x y z")',
    'const C = wordSet("c d")',
    'const D = wordSet("b d y")',
  ]
  expect(packed(...lines).map((line) => line.charAt(6))).toEqual(["A", "C", "D", "B"])
})

test("a set that is made of another, and any other call, stays where it is", () => {
  const lines = [
    'const DAYS = "today tomorrow"',
    "const WHEN = wordSet(`${DAYS} now`)",
    "const SAME = wordSet(DAYS)",
    'const LINES = linesOf("b a")',
    'const A = wordSet("b"), B = wordSet("a")',
  ]
  expect(packed(...lines)).toEqual(lines)
})

test("marks that are words keep their writing", () => {
  expect(packed('const MARKS = wordSet("\\" \\\\ \'")')).toEqual(['const MARKS = wordSet("\\" \' \\\\")'])
})
