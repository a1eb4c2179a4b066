import { review, standardCalendar } from "aboveboard-engine"
import { expect, test } from "vitest"
import { OPEN_PLACE, withOpenPlaces } from "./open-places.ts"

function rulesIn(text: string, softened = {}) {
  const read = review({ text, now: "2026-03-04T10:00:00Z", zone: "UTC" }, { calendar: standardCalendar("UTC") })
  const { verdict, findings } = withOpenPlaces(read, text, softened)
  return {
    verdict,
    places: findings.filter(({ rule }) => rule === OPEN_PLACE).map(({ start, end }) => text.slice(start, end)),
  }
}

test("a place that a saved reply left open must be looked at before it leaves", () => {
  const text = "Hello Rosa, pick-up costs {{fact:pick-up/price}}. Best, {{ member.name }}"
  expect(rulesIn(text)).toEqual({ verdict: "confirm", places: ["{{fact:pick-up/price}}", "{{ member.name }}"] })
  expect(rulesIn(text, { [OPEN_PLACE]: "hold" }).verdict).toBe("hold")
  expect(rulesIn(text, { [OPEN_PLACE]: "off" })).toEqual({ verdict: "clear", places: [] })
})

test("other braces, and what the customer wrote, are left alone", () => {
  expect(rulesIn("In your template, {{ user.email }} is filled in.").places).toEqual([])
  expect(rulesIn("> costs {{fact:pick-up/price}}\n\nThat was our mistake.").places).toEqual([])
})
