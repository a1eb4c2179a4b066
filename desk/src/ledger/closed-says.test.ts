import { expect, test } from "vitest"
import { closedExample } from "./closed-says.ts"
import { standardSettings } from "./workspace-settings.ts"

const WEDNESDAY = Temporal.Instant.from("2026-11-18T10:00:00Z")
const told = (settings: Parameters<typeof closedExample>[0]) => {
  const example = closedExample(settings, WEDNESDAY)
  return example === null ? null : [example.said.toString(), example.until.toString()]
}

test("one working day from a Saturday ends with Monday, or with Tuesday where it counts as said on Monday", () => {
  const settings = standardSettings("Europe/London")
  expect(told(settings)).toEqual(["2026-11-21T12:00:00Z", "2026-11-23T17:00:00Z"])
  expect(told({ ...settings, closedSays: "next-opening" })).toEqual(["2026-11-21T12:00:00Z", "2026-11-24T17:00:00Z"])
})

test("a holiday on the Monday moves both by a day", () => {
  const holidays = { country: "GB", region: null, worked: [], dates: ["2026-11-23"] }
  const settings = { ...standardSettings("Europe/London"), holidays }
  expect(told(settings)?.[1]).toBe("2026-11-24T17:00:00Z")
  expect(told({ ...settings, holidays: { ...holidays, worked: ["2026-11-23"] } })?.[1]).toBe("2026-11-23T17:00:00Z")
})

test("who never closes needs no example", () => {
  const day = [{ from: "00:00", until: "24:00" }]
  const hours = { "1": day, "2": day, "3": day, "4": day, "5": day, "6": day, "7": day }
  expect(told({ ...standardSettings("UTC"), hours })).toBeNull()
})
