import { describe, expect, test } from "vitest"
import { review, standardCalendar, undertakings } from "../index.ts"
import type { Channel, FoundPromise } from "../index.ts"

const calendar = standardCalendar("UTC")
const now = "2026-03-04T10:00:00Z"

function found(text: string, channel: Channel = "note"): readonly FoundPromise[] {
  return review({ text, channel, now }, { calendar, undertakings }).promises
}

function byRules(text: string, channel: Channel = "note"): readonly FoundPromise[] {
  return review({ text, channel, now }, { calendar }).promises
}

function told(promise: FoundPromise | undefined): string {
  return promise === undefined ? "none" : [promise.kind, promise.actor.kind, promise.due.text ?? ""].join(" ").trim()
}

describe("what no rule knows the form of", () => {
  test.each([
    ["later named", "Adv Mr Sood that Petra takes it up with billing."],
    ["later we tomorrow", "Told Mrs Falk it's on us, we swing round w/ a new one tomorrow."],
  ])("%s: %s", (expected, text) => {
    expect(byRules(text)).toEqual([])
    expect(told(found(text)[0]).toLowerCase()).toBe(expected)
  })

  test.each([
    "Cust paid cash, receipt given, closing.",
    "Says the courier never came, wants his money back.",
    "Appt moved from 2 to 3.15 at her request.",
    "Fitted both hitches in her yard and towed the trailer once round it.",
    "Relined the flue and swept up, all dry.",
    "Mr Dunne will drop the keys in himself on Friday.",
  ])("is none: %s", (text) => expect(found(text)).toEqual([]))
})

test("what a rule finds stays as the rule reads it", () => {
  const text = "Someone will ring Mrs Ito back by Friday."
  expect(found(text)).toEqual(byRules(text))
})

test("a promise found by signs is checked like any other: it says no time", () => {
  const { findings } = review(
    { text: "Told the lady one of the lads nips over with the part.", channel: "note", now },
    { calendar, undertakings },
  )
  expect(findings.map(({ rule }) => rule)).toContain("promise/no-time")
})

test("mails are read by the rules alone", () => {
  const text = "Redoing the hem by hand for her tonight."
  expect(found(text, "chat")).toEqual(byRules(text, "chat"))
  expect(found(text, "mail")).toEqual(byRules(text, "mail"))
})

test("never throws, whatever it is given", () => {
  const pieces = ["Told", "her", "'ll", "(", ")", "9", "Fri", "é", "…", "\n", "ring", "Mr", "|", "?", " ", "🙂", "will"]
  for (let seed = 1; seed < 400; seed++) {
    let state = seed
    const words = Array.from({ length: 12 }, () => {
      state = (state * 48_271) % 2_147_483_647
      return pieces[state % pieces.length]
    })
    expect(Array.isArray(found(words.join(" ")))).toBe(true)
  }
})

test("a note whose form no rule knows says which words made it likely", () => {
  const text = "Cleared w/ the smith that horseshoes get swapped, Olga on it tmrw am."
  const now = "2026-03-04T10:00:00Z"
  const [found] = review({ text, channel: "note", now, zone: "UTC" }, { calendar, undertakings }).promises
  expect(found?.signs?.length).toBeGreaterThan(0)
  for (const sign of found?.signs ?? []) expect(text.toLowerCase()).toContain(sign)
})

test("what was passed on and is solved is not owed", () => {
  const text = "Passed to accounts on Tuesday, they solved it."
  const input = { text, channel: "note", now: "2026-03-04T10:00:00Z", zone: "UTC" } as const
  expect(review(input, { calendar, undertakings }).promises).toEqual([])
})
