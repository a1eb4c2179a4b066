import { expect, test } from "vitest"
import { seenByText } from "./seen-by.ts"

const NAMES = new Map(["Ines", "Ben", "Carla", "Dele"].map((name) => [name.toLowerCase(), name]))

test("who sees a conversation is named where all are known and few, and counted otherwise", () => {
  expect(seenByText(null, NAMES)).toBe("")
  expect(seenByText(["ines", "ben"], NAMES)).toBe("Seen by Ines, Ben only")
  expect(seenByText(["ines", "ben", "carla", "dele"], NAMES)).toBe("Seen by 4 members only")
  expect(seenByText(["ines", "unknown"], NAMES)).toBe("Seen by 2 members only")
  expect(seenByText(["ines"], new Map())).toBe("Seen by 1 member only")
})
