import { expect, test } from "vitest"
import { loggedChanges } from "./logged-changes.ts"

const changes = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  loggedChanges(before, after, "nothing")

test("of a group of settings only those that differ are told", () => {
  const before = { customerPage: { on: false, days: 90, showOwner: "name" } }
  const after = { customerPage: { on: true, days: 90, showOwner: "name" } }
  expect(changes(before, after)).toEqual([{ name: "customer page, on", from: "false", to: "true" }])
})

test("what was not there before has no former value, and what is empty is called nothing", () => {
  expect(changes({}, { limits: "", phrases: ["bleed", "true"], measure: { kind: "none", percent: 90 } })).toEqual([
    { name: "limits", from: null, to: "nothing" },
    { name: "phrases", from: null, to: "bleed, true" },
    { name: "measure, kind", from: null, to: "none" },
    { name: "measure, percent", from: null, to: "90" },
  ])
})

test("a setting that left its group is told, too", () => {
  const before = { meanings: { soon: 510, shortly: 120 } }
  expect(changes(before, { meanings: { soon: 510 } })).toEqual([
    { name: "meanings, shortly", from: "120", to: "nothing" },
  ])
  expect(changes({ zone: "Europe/London" }, { zone: null })).toEqual([
    { name: "zone", from: "Europe/London", to: "nothing" },
  ])
})
