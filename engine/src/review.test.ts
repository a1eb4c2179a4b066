import fc from "fast-check"
import { expect, test } from "vitest"
import { leastTime } from "../bench/measure.ts"
import { review, rewritePromise, standardCalendar } from "./index.ts"
import type { Channel, Review } from "./index.ts"

const policy = { calendar: standardCalendar("Europe/London") }

function spansOf(found: Review): readonly { readonly start: number; readonly end: number }[] {
  const places = found.promises
    .flatMap(({ actor, due }) => [actor, due])
    .flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [{ start, end }]))
  return [...found.own, ...found.promises, ...found.times, ...found.claims, ...found.findings, ...places]
}

const PIECES = [
  "Someone will call you ",
  "right back",
  "I'll ",
  "we'll ",
  "let me ",
  "check ",
  "if you ",
  "once ",
  "by Friday",
  ".",
  "\n",
  "> ",
  "On 3 May 2026, A <a@b.c> wrote:\n",
  "-- \n",
  '"',
  "?",
  "won't ",
  "’",
  "😀",
  "\u0000",
  "e\u0301",
  "İ",
  "to ",
  "Pete ",
  "promised ",
  "and ",
]
const message = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join("")),
)
const channel = fc.constantFrom<Channel>("mail", "chat", "call", "note", "policy")

test("whatever the text: no exception, spans inside it, quotes as they stand, the same twice", () => {
  fc.assert(
    fc.property(message, channel, message, (text, where, previous) => {
      const input = { text, channel: where, previous, now: "2026-03-04T10:00:00Z", zone: "Europe/London" }
      const found = review(input, policy)
      for (const { start, end } of spansOf(found)) expect(start >= 0 && start <= end && end <= text.length).toBe(true)
      for (const promise of found.promises) {
        expect(promise.quote).toBe(text.slice(promise.start, promise.end))
        if (promise.due.start !== undefined)
          expect(promise.due.text).toBe(text.slice(promise.due.start, promise.due.end))
        const { edits } = rewritePromise(text, promise, { who: "I", due: "today" })
        for (const [index, edit] of edits.entries())
          expect(edit.start <= edit.end && edit.start >= (edits[index - 1]?.end ?? 0)).toBe(true)
      }
      expect(review(input, policy)).toEqual(found)
    }),
    { numRuns: 600 },
  )
})

test("an unknown zone or a broken now gives words without moments", () => {
  const found = review({ text: "I will call you tomorrow.", now: "noon", zone: "Mars/Base" }, policy)
  expect(found.promises[0]?.due).toMatchObject({ text: "tomorrow" })
  expect(found.promises[0]?.due.until).toBeUndefined()
})

test("another language is named and left alone", () => {
  expect(review({ text: "Vielen Dank, wir melden uns morgen bei Ihnen." }, policy)).toMatchObject({
    language: "de",
    verdict: "clear",
    promises: [],
    findings: [],
  })
})

test("a workspace softens a rule, or switches it off", () => {
  const text = "Someone will call you right back."
  const softened = review({ text }, { ...policy, softened: { "promise/no-owner": "off", "promise/no-time": "remark" } })
  expect(softened.findings.map(({ rule, severity }) => [rule, severity])).toEqual([["promise/no-time", "remark"]])
  expect(softened.verdict).toBe("clear")
})

test.each([
  " ",
  "a.",
  "1/1 ",
  "in ",
  "next week ",
  "> ",
  '"',
  "if ",
  "I'll ",
  "someone will call you ",
  "\n",
  "On 1 ",
  "please confirm, and ",
  "to ",
])("time grows with the length, not faster: %j", (piece) => {
  const time = (length: number, enough?: number): number => {
    const text = piece.repeat(Math.ceil(length / piece.length))
    return leastTime(() => review({ text, channel: "note", now: "2026-03-04T10:00:00Z" }, policy), enough)
  }
  time(4_000)
  const most = Math.max(time(8_000), 2) * 8 * 5
  expect(time(64_000, most)).toBeLessThan(most)
})
