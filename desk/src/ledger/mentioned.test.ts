import { expect, test } from "vitest"
import { spentOn } from "../../../engine/bench/measure.ts"
import { mentioned } from "./mentioned.ts"

const TEAM = [
  { id: "ben", name: "Ben Achebe" },
  { id: "anna", name: "Anna Berg" },
  { id: "anna-lena", name: "Anna Lena Voß" },
  { id: "zoe", name: "Zoë" },
]

test("A note of nothing but @ is read at once", async () => {
  const note = `${"@".repeat(100_000)}ben`
  expect((await spentOn(() => expect(mentioned(note, TEAM)).toEqual(["ben"]))).own).toBeLessThan(2_000)
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
