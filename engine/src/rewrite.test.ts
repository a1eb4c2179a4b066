import { expect, test } from "vitest"
import { review, rewritePromise, standardCalendar } from "./index.ts"

function rewritten(text: string, who: string, due = "today by 15:12"): string {
  const promise = review({ text, now: "2026-03-04T14:12:00Z" }, { calendar: standardCalendar("UTC") }).promises[0]
  if (promise === undefined) throw new Error(`no promise in "${text}"`)
  return rewritePromise(text, promise, { who, due }).text
}

test.each([
  [
    "I",
    "Thanks, I'll look into this and someone will call you right back",
    "Thanks, I'll look into this and I will call you today by 15:12",
  ],
  ["Priya", "Someone will call you right back.", "Priya will call you today by 15:12."],
  ["I", "Somebody's going to ring you soon, sorry.", "I am going to ring you today by 15:12, sorry."],
  ["Priya", "Someone'll ring you.", "Priya will ring you today by 15:12."],
  [
    "I",
    "One of my colleagues will go through the lease with you.",
    "I will go through the lease with you today by 15:12.",
  ],
  ["I", "Someone'll ring you.", "I'll ring you today by 15:12."],
  ["Priya", "Somebody's going to ring you soon.", "Priya is going to ring you today by 15:12."],
  ["I", "Someone gonna ring you soon.", "I am going to ring you today by 15:12."],
  ["Priya", "Someone gonna ring you soon.", "Priya is going to ring you today by 15:12."],
  ["I", "Thanks. Shortly, we will send the plan.", "Thanks. Today by 15:12, we will send the plan."],
  ["I", "Thanks, and soon someone will ring you.", "Thanks, and today by 15:12 I will ring you."],
  ["I", "We'll send you a new lamp.", "We'll send you a new lamp today by 15:12."],
  ["I", "It will be sent shortly.", "It will be sent today by 15:12."],
  ["I", "You will shortly receive an email.", "You will receive an email today by 15:12."],
  ["I", "We'll send out shortly a plan of the hall.", "We'll send out a plan of the hall today by 15:12."],
  ["I", "Shortly, we will send the plan.", "Today by 15:12, we will send the plan."],
  [
    "Priya",
    "A member of the team will be in touch soon to arrange it.",
    "Priya will be in touch today by 15:12 to arrange it.",
  ],
])("with %s: %s", (who, text, expected) => {
  expect(rewritten(text, who)).toBe(expected)
})

test("nothing wished for, nothing changed", () => {
  const text = "Someone will call you."
  const [promise] = review({ text }, { calendar: standardCalendar("UTC") }).promises
  expect(promise === undefined ? null : rewritePromise(text, promise, {})).toEqual({ text, edits: [] })
})
