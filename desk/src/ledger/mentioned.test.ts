import { expect, test } from "vitest"
import { processorMs } from "../../../test/processor-time.ts"
import { mentioned } from "./mentioned.ts"

const TEAM = [
  { id: "ben", name: "Ben Achebe" },
  { id: "anna", name: "Anna Berg" },
  { id: "anna-lena", name: "Anna Lena Voß" },
  { id: "zoe", name: "Zoë" },
]

test("A note of nothing but @ is read at once", async () => {
  const note = `${"@".repeat(100_000)}ben`
  expect(await processorMs(() => expect(mentioned(note, TEAM)).toEqual(["ben"]))).toBeLessThan(2_000)
})

test.each([
  ["@Ben Achebe, can you look?", ["ben"]],
  ["@ben please, and @Zoë too, @ben", ["ben", "zoe"]],
  ["@Anna Lena Voß knows", ["anna-lena"]],
  ["@anna berg knows", ["anna"]],
  ["@Anna: which one?", []],
  ["@Benjamin is a customer", []],
  ["write to info@ben.example", []],
  ["(@Ben)", ["ben"]],
])("%s", (text, ids) => {
  expect(mentioned(text, TEAM)).toEqual(ids)
})
