import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { NO_PLACE, wordAt } from "./known-word.ts"
import { plainWordsOf } from "./plain-words.ts"

describe("a plain word", () => {
  test("is told in lower case, however it is written", () => {
    expect(readAs("Friday FRIDAY. friday, so")).toEqual(["friday", "friday", "friday", "so"])
  })
  test("is left to a closer look where it may go on", () => {
    for (const text of ["we'", "e-", "a@", "na\u00ef", "Q3", "v.2", "no,5", "congratulations"])
      expect(readAs(text)).toEqual([null])
    expect(readAs("£5")).toEqual([])
  })
  test("is never taken for another one, however many there are", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z]{1,12}$/), { minLength: 1, maxLength: 200 }), (words) => {
        expect(readAs(words.join(" "))).toEqual(words.map((word) => word.toLowerCase()))
      }),
    )
    const many = Array.from({ length: 60_000 }, (_, at) => `x${lettersOf(at)}`)
    const read = readAs(many.join(" "))
    expect(read.every((word, at) => word === null || word === many[at])).toBe(true)
  })
})

function readAs(text: string): readonly (string | null)[] {
  const { places, length } = plainWordsOf(text)
  return Array.from(places.subarray(0, length), (place) => (place === NO_PLACE ? null : wordAt(place)))
}

function lettersOf(number: number): string {
  return number.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz".charAt(Number(digit)))
}
