import { expect, test } from "vitest"
import { insertedAt } from "./inserted-at.ts"

const REPLY = "We open at nine."

test("a saved reply behind what is written begins a paragraph of its own", () => {
  expect(insertedAt("Hello Bill,", { start: 11, end: 11 }, REPLY)).toBe("Hello Bill,\n\nWe open at nine.")
  expect(insertedAt("Hello Bill,\n\n", { start: 13, end: 13 }, REPLY)).toBe("Hello Bill,\n\nWe open at nine.")
})

test("in an empty draft, before other words and in the place of a selection it stands as it is", () => {
  expect(insertedAt("", { start: 0, end: 0 }, REPLY)).toBe(REPLY)
  expect(insertedAt("Hello  Best, Ines", { start: 6, end: 6 }, REPLY)).toBe("Hello We open at nine. Best, Ines")
  expect(insertedAt("Hello HOURS, Ines", { start: 6, end: 11 }, REPLY)).toBe("Hello We open at nine., Ines")
})
