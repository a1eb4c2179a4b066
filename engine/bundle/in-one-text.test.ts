import { parseAst } from "vite"
import { expect, test } from "vitest"
import { inOneTextIn } from "./in-one-text.ts"
import { listOf } from "./syntax.ts"

function packed(code: string): string {
  return inOneTextIn(code, listOf(parseAst(code), "body"))
}

test("the patterns of anyOf become one, those between other quotation marks another", () => {
  expect(packed('const SOON = anyOf("soon", "in a \\"bit\\"", `${DAY} or two`, `at ${HOUR}`, "now")')).toBe(
    'const SOON = anyOf("soon|in a \\"bit\\"", `${DAY} or two|at ${HOUR}`, "now")',
  )
})

test("the cues of a rule become one text that is taken apart when it is loaded", () => {
  expect(packed('export const hurry = { id: "pressure/hurry", cues: ["hurry", "[act/buy] now"], finds: ["a"] }')).toBe(
    'export const hurry = { id: "pressure/hurry", cues: "hurry|[act/buy] now".split("|"), finds: ["a"] }',
  )
})

test("a single cue, cues that are made, and any other list stay as they are", () => {
  const codes = ['const a = { cues: ["free"] }', 'const b = { cues: ["free", ...MORE] }', 'const C = linesOf("a", "b")']
  expect(codes.map(packed)).toEqual(codes)
})
