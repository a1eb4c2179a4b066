import { expect, test } from "vitest"
import { seenByText } from "./seen-by.ts"

const NAMES = new Map(["Ines", "Ben", "Carla", "Dele"].map((name) => [name.toLowerCase(), name]))

test("who sees a conversation is named where all are known and few, and counted otherwise", () => {
  expect(seenByText(null, NAMES)).toBe("")
  expect(seenByText(["ines", "ben"], NAMES)).toBe("seen by Ines, Ben only")
  expect(seenByText(["ines", "ben", "carla", "dele"], NAMES)).toBe("seen by 4 members only")
  expect(seenByText(["ines", "unknown"], NAMES)).toBe("seen by 2 members only")
  expect(seenByText(["ines"], new Map())).toBe("seen by 1 member only")
})
