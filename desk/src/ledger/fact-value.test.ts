import { expect, test } from "vitest"
import { readTyped, showValue } from "./fact-value.ts"

test.each([
  ["€180-260", "range", "€180.00–€260.00"],
  ["$15 to $20 per hour", "range", "US$15.00–US$20.00 per hour"],
  ["3-5 working days", "range", "3–5\u00a0working days"],
  ["8 December 2026", "date", "8 Dec 2026"],
  ["Dec 8th, 2026", "date", "8 Dec 2026"],
  ["31 February 2026", "quantity", "31\u00a0February 2026"],
  ["Visa, Mastercard; cash", "list", "Visa, Mastercard, cash"],
  ["at least 18", "text", "at least 18"],
])("%s is a %s and shown as %s", (typed, type, shown) => {
  const read = readTyped(typed)
  expect(read?.type).toBe(type)
  expect(read === null ? "" : showValue(read)).toBe(shown)
})
