import { expect, test } from "vitest"
import { mentionAt, namesFor } from "./mention-at.ts"

test.each([
  ["Ask @be", { start: 4, typed: "be" }],
  ["@", { start: 0, typed: "" }],
  ["@Anna Le", { start: 0, typed: "anna le" }],
  ["info@be", null],
  ["@Ben\nand", null],
  ["no one", null],
])("%s", (text, found) => {
  expect(mentionAt(text, text.length)).toEqual(found)
})

test("A name is found by its beginning and by the beginning of a part of it", () => {
  const team = [{ name: "Anna Berg" }, { name: "Ben Achebe" }]
  expect(namesFor(team, "be").map(({ name }) => name)).toEqual(["Anna Berg", "Ben Achebe"])
  expect(namesFor(team, "ben ac").map(({ name }) => name)).toEqual(["Ben Achebe"])
  expect(namesFor(team, "")).toHaveLength(2)
  expect(namesFor(team, "ben achebe, please")).toEqual([])
})
