import fc from "fast-check"
import { expect, test } from "vitest"
import { wordTable } from "./word-table.ts"

test("a word is found where it stands, whatever the case of its ASCII letters", () => {
  const table = wordTable(
    new Map([
      ["by", 1],
      ["friday", 2],
      ["constructor", 3],
    ]),
  )
  expect(table.find("Send it by FRIDAY.", 11, 17)).toBe(2)
  expect(table.find("Send it by FRIDAY.", 8, 10)).toBe(1)
  expect(table.find("Send it by FRIDAY.", 11, 16)).toBeUndefined()
  expect(table.find("toString", 0, 8)).toBeUndefined()
})

test("finds what a map of the same words finds, of any length and script", () => {
  const entries = fc.array(
    fc.tuple(
      fc.string({ minLength: 1 }).map((word) => word.toLowerCase()),
      fc.integer(),
    ),
  )
  fc.assert(
    fc.property(entries, fc.string({ minLength: 1 }), (pairs, other) => {
      const map = new Map(pairs)
      const table = wordTable(map)
      for (const [word, value] of map) expect(table.find(`(${word})`, 1, 1 + word.length)).toBe(value)
      const small = other.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
      expect(table.find(other, 0, other.length)).toBe(map.get(small))
    }),
  )
})
