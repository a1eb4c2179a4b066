import { describe, expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import type { Fact } from "../index.ts"
import { readClock } from "./clock.ts"
import { tokensOf } from "./tokens.ts"

const base = { attribute: "opening hours", type: "text" } as const
const listed: readonly Omit<Fact, "statement">[] = [
  { ...base, id: "moor", subject: "mooring", attribute: "earliest time", value: "14:00", aliases: ["berth"] },
  { ...base, id: "leave", subject: "casting off", attribute: "latest time", value: "10:30", aliases: ["departure"] },
  { ...base, id: "bar", subject: "harbour bar", value: "17:30-23:00", aliases: ["bar"] },
  { ...base, id: "seals", subject: "seal trip", attribute: "days and time", value: "Wed and Sun 9:00" },
]
const facts = compileFacts({
  name: "Pier Nine",
  facts: listed.map((fact) => ({ ...fact, statement: `${fact.subject}, ${fact.attribute}` })),
})

function verdicts(text: string): readonly string[] {
  const input = { text, now: "2027-03-10T12:00:00Z", zone: "UTC" }
  return review(input, { calendar: standardCalendar("UTC"), facts }).claims.map(({ verdict, factId }) =>
    `${verdict} ${factId ?? ""}`.trim(),
  )
}

describe("times of day are facts", () => {
  test.each([
    ["Your berth is ready from 2 pm.", ["supported moor"]],
    ["Your berth is ready from noon.", ["contradicted moor"]],
    ["Departure is by half past ten in the morning.", ["supported leave"]],
    ["The harbour bar is open from half past five to eleven at night.", ["supported bar"]],
    ["The bar is open until midnight.", ["contradicted bar"]],
    ["The seal trip starts on Wednesdays and Sundays at nine.", ["supported seals"]],
    ["The seal trip is every Saturday at nine.", ["contradicted seals"]],
  ])("%s", (text, expected) => expect(verdicts(text)).toEqual(expected))

  test.each([
    "Your berth is free until 4 pm.", // the end, where the fact says when it begins
    "See you at nine by the bar!",
  ])("says nothing against another time: %s", (text) => {
    expect(verdicts(text).filter((each) => each.startsWith("contradicted"))).toEqual([])
  })

  test.each([
    ["half past seven", 450],
    ["a quarter to nine", 525],
    ["two in the afternoon", 840],
    ["eleven at night", 1_380],
    ["nine o'clock", 540],
    ["half six", 390],
  ])("%s is a time of day", (words, minutes) => {
    expect(readClock(tokensOf(words, 0, words.length), 0)?.minutes).toBe(minutes)
  })

  test.each(["half the price", "two to three days", "ten in all"])("%s is none", (words) => {
    expect(readClock(tokensOf(words, 0, words.length), 0)).toBeNull()
  })
})
