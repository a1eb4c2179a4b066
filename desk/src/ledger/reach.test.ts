import { expect, test } from "vitest"
import { isWithinReach } from "./reach.ts"

test.each([
  ["1900-01-01T00:00:00Z", true],
  ["1899-12-31T23:59:59.999Z", false],
  ["1900-01-01T00:00:00+01:00", false],
  ["2999-12-31T23:59:59.999Z", true],
  ["2999-12-31T23:59:59-01:00", false],
  ["2026-12-01T10:00:00+14:00", true],
  ["2026-12-01T10:00:00+15:00", false],
  ["2026-12-01T10:00:00-23:59", false],
  ["+011026-11-22T17:00:00+00:00", false],
  ["no time at all", false],
])("%s is within reach: %s", (at, is) => {
  expect(isWithinReach(at)).toBe(is)
})
