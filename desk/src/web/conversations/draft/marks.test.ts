import type { Review } from "aboveboard-engine"
import { expect, test } from "vitest"
import { marksOf, piecesOf } from "./marks.ts"

const TEXT = "It is the quietest motor. Someone will ring you soon."

test("what is underlined is numbered in the order of the text", () => {
  const marks = marksOf(READ, [], "needs a person")
  expect(marks.map((each) => [each.number, each.kind, TEXT.slice(each.start, each.end)])).toEqual([
    [1, "evidence", "the quietest motor"],
    [2, "promise", "Someone will ring you soon"],
  ])
})

test("no word is underlined twice: the promise wins over the wording in it", () => {
  const finding = { rule: "evasion/vague", severity: "remark" as const, start: 48, end: 52, why: "Vague." }
  const marks = marksOf({ ...READ, findings: [finding] }, [], "")
  expect(marks.map((each) => each.kind)).toEqual(["promise"])
})

test("a promise that was decided on is drawn without a number", () => {
  const marks = marksOf(READ, [{ kind: "captured", start: 26, end: 52 }], "")
  expect(marks.map((each) => [each.number, each.kind])).toEqual([
    [1, "evidence"],
    [0, "captured"],
  ])
})

test("what is missing in a promise is no longer underlined once it was decided on", () => {
  const finding = { rule: "promise/no-time", severity: "remark" as const, start: 48, end: 52, why: "By when?" }
  const marks = marksOf({ ...READ, findings: [finding] }, [{ kind: "none", start: 26, end: 52 }], "")
  expect(marks).toEqual([])
})

test("the pieces are the text, whole", () => {
  const pieces = piecesOf(TEXT, marksOf(READ, [], ""))
  expect(pieces.map((each) => each.text).join("")).toBe(TEXT)
  expect(pieces.filter((each) => each.mark !== null)).toHaveLength(2)
})

test("marks of a longer text than this one are left out", () => {
  expect(piecesOf("It is", marksOf(READ, [], ""))).toEqual([{ text: "It is", mark: null }])
})

const READ: Review = {
  language: "en",
  verdict: "confirm",
  own: [],
  times: [],
  claims: [],
  findings: [{ rule: "claim/superlative", severity: "confirm", start: 6, end: 24, why: "No evidence." }],
  promises: [
    {
      start: 26,
      end: 52,
      quote: "Someone will ring you soon",
      kind: "later",
      deed: "call-back",
      actor: { kind: "someone" },
      due: { kind: "vague" },
    },
  ],
}
