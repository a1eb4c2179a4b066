import { expect, test } from "vitest"
import { countryName, countryOf } from "./country.ts"

test.each([
  ["GB", "GB"],
  ["uk", "GB"], // as everybody in it writes it
  [" el ", "GR"], // as the EU does
  ["de", "DE"],
  ["XX", null],
  ["EU", null], // stands for its members in a rule, and nobody lives at it
  ["Germany", null],
  ["", null],
])("A country that is written %j is %j", (written, code) => {
  expect(countryOf(written)).toBe(code)
})

test("A code has a name that people know", () => {
  expect(countryName("GB")).toBe("United Kingdom")
  expect(countryName("")).toBeNull()
})
