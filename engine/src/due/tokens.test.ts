import { expect, test } from "vitest"
import { tokenAt, tokensFrom, tokensOf } from "./tokens.ts"

test("digits and letters that are no unit are one word, a unit is a word of its own", () => {
  expect(textsOf("2moro 4XGCCM 5pm 3rd")).toEqual(["2moro", "4xgccm", "5", "pm", "3", "rd"])
})

test("more tokens than there is room for at first are all there, and the next text begins anew", () => {
  expect(textsOf("by Friday ".repeat(5_000)).filter((text) => text === "friday")).toHaveLength(5_000)
  expect(textsOf("by Monday")).toEqual(["by", "monday"])
})

test("a place in the text, what stands before it, and nothing past the end", () => {
  const tokens = tokensOf("Ring me\n\n- it’s Mon", 0, 19)
  expect(tokenAt(tokens, 2)).toMatchObject({ text: "-", kind: "sign", start: 9, newLine: true, apart: true })
  expect(tokenAt(tokens, 3)).toMatchObject({ text: "it's", start: 11, glued: false, capital: false })
  expect(tokenAt(tokens, 4)).toMatchObject({ text: "mon", capital: true })
  expect(tokenAt(tokens, 5)).toMatchObject({ kind: "end", text: "" })
})

function textsOf(text: string): readonly string[] {
  const tokens = tokensOf(text, 0, text.length)
  return tokensFrom(tokens, 0, tokens.length).map((token) => token.text)
}
