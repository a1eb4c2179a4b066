import { expect, test } from "vitest"
import { review, standardCalendar } from "../index.ts"
import { CASES } from "./cases/all.ts"
import { DUE_ENDS } from "./cases/due-ends.ts"
import { DUE_HANDS } from "./cases/due-hands.ts"
import { DUE_WORDS } from "./cases/due-words.ts"
import type { Channel, FoundPromise } from "../index.ts"

const policy = { calendar: standardCalendar("UTC") }

function promisesIn(text: string, channel: Channel = "mail", previous = ""): readonly FoundPromise[] {
  return review({ text, channel, previous, now: "2026-03-04T10:00:00Z", zone: "UTC" }, policy).promises
}

function told(promise: FoundPromise | undefined): string {
  return promise === undefined
    ? "none"
    : `${promise.kind} ${promise.actor.kind}${promise.due.text === undefined ? "" : ` ${promise.due.text.toLowerCase()}`}`
}

test.each(CASES.mail)("in a mail, %s: %s", (expected, text) => {
  expect(told(promisesIn(text)[0])).toBe(expected)
})

test.each(CASES.chat)("in a chat, %s: %s", (expected, text) => {
  expect(told(promisesIn(text, "chat")[0])).toBe(expected)
})

test.each(CASES.note)("in a note, %s: %s", (expected, text) => {
  expect(told(promisesIn(text, "note")[0])).toBe(expected)
})

test.each([...DUE_WORDS, ...DUE_HANDS, ...DUE_ENDS])("due %j: %s", (due, text) => {
  const [promise] = promisesIn(text)
  expect(promise).toBeDefined()
  expect(promise?.due.text ?? "").toBe(due)
})

test("the same words are done at once in a talk and owed in a mail", () => {
  expect(told(promisesIn("I'll check that for you.", "chat")[0])).toBe("now i")
  expect(told(promisesIn("I'll check that for you.", "mail")[0])).toBe("later i")
})

test("looking into it and reporting back is one promise, and the report is its deed", () => {
  const promises = promisesIn("Thanks, I'll look into this and someone will call you right back.")
  expect(promises).toHaveLength(1)
  expect(promises[0]).toMatchObject({
    deed: "call-back",
    actor: { kind: "someone" },
    due: { kind: "vague", text: "right back" },
  })
})

test("in a talk that comes in pieces, a condition said just before counts", () => {
  expect(told(promisesIn("we'll send the form out to you", "call", "so if you want to change it")[0])).toBe(
    "conditional we",
  )
  expect(told(promisesIn("i'll have a look", "call", "if you just bear with me")[0])).toBe("now i")
})

test("what we were asked for just before makes a condition of what follows then", () => {
  expect(told(promisesIn("I'll then change the address.", "chat", "Please confirm your postcode.")[0])).toBe(
    "conditional i",
  )
  expect(told(promisesIn("I'll then change the address.", "chat", "CUSTOMER: Please be quick.")[0])).toBe("now i")
})

test("what the customer wrote and what is quoted are not our promises", () => {
  expect(promisesIn("> I will pay you on Friday.\n\nThank you.")).toEqual([])
  expect(promisesIn('You wrote "I will pay on Friday", so please do.')).toEqual([])
})

test("a policy promises nobody anything", () => {
  expect(promisesIn("We will refund the price within 14 days.", "policy")).toEqual([])
})

test("a time that is over by now is still what was said", () => {
  expect(promisesIn("We'll call you at two thirty this morning.", "call")[0]?.due.text).toBe(
    "at two thirty this morning",
  )
})
