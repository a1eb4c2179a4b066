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

test("what has much in common stands side by side, sets of words as functions", () => {
  const lines = [
    "function greets(reply) { return /hello|goodbye/.test(reply) }",
    "function least(moments) { return Math.min(...moments) }",
    "function parts(reply) { return /goodbye|so long/.test(reply) }",
    'const DAYS = wordSet("friday monday thursday")',
    'const SIGNS = wordSet(", . !")',
    'const WORKDAYS = wordSet("friday monday thursday tuesday")',
  ]
  expect(packed(...lines).map((line) => line.split(" ")[1]?.replace(/\(.*/, ""))).toEqual([
    "greets",
    "parts",
    "least",
    "DAYS",
    "WORKDAYS",
    "SIGNS",
  ])
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
