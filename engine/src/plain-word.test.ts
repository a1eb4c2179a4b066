import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { plainWordAt } from "./plain-word.ts"

describe("a word that was met before", () => {
  test("is told in lower case, however it is written", () => {
    expect(["Friday", "FRIDAY.", "friday, 5pm"].map((text) => plainWordAt(text, 0, text.length))).toEqual([
      "friday",
      "friday",
      "friday",
    ])
  })
  test("is left to a closer look where it may go on", () => {
    for (const text of ["we'll", "e-mail", "a@b", "naïve", "Q3", "v.2", "no,5", "congratulations", " the", "£5", ""])
      expect(plainWordAt(text, 0, text.length)).toBeNull()
  })
  test("is never taken for another one", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z]{1,12}$/), { minLength: 1, maxLength: 200 }), (words) => {
        for (const word of words) expect(plainWordAt(`${word} so`, 0, word.length + 3)).toBe(word.toLowerCase())
      }),
    )
  })
})
