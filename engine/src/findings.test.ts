import fc from "fast-check"
import { expect, test } from "vitest"
import { leastTime } from "../bench/measure.ts"
import { review, rules, sentences, standardCalendar } from "./index.ts"
import type { Channel } from "./index.ts"
import { findingsOf } from "./findings.ts"
import type { Message } from "./rule.ts"
import { asidesIn } from "./wording/asides.ts"
import { looksAt } from "./wording/look.ts"

const CHANNELS: readonly Channel[] = ["mail", "chat", "call", "note", "policy"]
const pieces = fc.constantFrom(
  "only 3 left ",
  "we guarantee ",
  "don't ",
  "“",
  '"',
  "`",
  "> ",
  "\n",
  "\n- ",
  "Never say:\n",
  "the cheapest in ",
  "Someone in Leeds just bought ",
  "00:12:30 ",
  "?",
  "if ",
  "*",
  "free* ",
  "İ",
  "ﬁ",
  "𝒳",
  "\u0000",
  "’",
)

test("any text is reviewed without an exception, twice the same, with findings inside the text", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ unit: "binary" })), { maxLength: 30 }),
      fc.constantFrom(...CHANNELS),
      (parts, channel) => {
        const text = parts.join("")
        const message = messageOf(text, channel)
        const findings = findingsOf(message, rules)
        for (const { start, end } of findings)
          expect([start >= 0, start < end, end <= text.length]).toEqual([true, true, true])
        expect(findingsOf(message, rules)).toEqual(findings)
      },
    ),
    { numRuns: 300 },
  )
})

const HOSTILE = [
  " ",
  "a.",
  "1/1",
  "1 ",
  "only ",
  "only 1 ",
  "we are the ",
  "days 1 ",
  "1 day 1 ",
  "people ",
  "no ",
  "\"'",
  "*",
  "free ",
  "Someone in A, ",
  "in A, B ",
  "if you ",
  "the ",
  "a, ",
  "- ",
]

test.each(HOSTILE)("time grows with the length, not faster: %j", (part) => {
  const most = 8 * timeOf(part.repeat(Math.ceil(8_000 / part.length))) * 3 + 60
  expect(timeOf(part.repeat(Math.ceil(64_000 / part.length)), most)).toBeLessThan(most)
})

test("the rules of policies are quiet elsewhere", () => {
  const text = "Make up an excuse and create a sense of urgency."
  const found = (channel: Channel) => review({ text, channel }, { calendar: standardCalendar("UTC") }).findings.length
  expect([found("policy"), found("mail"), found("note")]).toEqual([2, 0, 0])
})

test("a rule that is switched off finds nothing, a softened one finds it softer", () => {
  const found = (severity: "off" | "remark") =>
    findingsOf(messageOf("We are the cheapest.", "mail"), rules, { "claim/superlative": severity })
  expect(found("off")).toEqual([])
  expect(found("remark")).toMatchObject([{ rule: "claim/superlative", severity: "remark" }])
})

function timeOf(text: string, enough?: number): number {
  const message = messageOf(text, "policy")
  return leastTime(() => findingsOf(message, rules), enough)
}

function messageOf(text: string, channel: Channel): Message {
  const own = [{ start: 0, end: text.length }]
  return {
    input: { text, channel },
    text,
    own,
    sentences: sentences(text, own),
    promises: [],
    times: [],
    asides: asidesIn(text),
    looks: looksAt(text),
  }
}
