import { expect, test } from "vitest"
import { review, standardCalendar } from "../index.ts"
import type { Example } from "../rule.ts"
import { rules } from "./index.ts"

test("each rule shows at least eight texts that it finds and eight that it leaves", () => {
  const few = rules.filter(({ finds, leaves }) => finds.length < EXAMPLES_MIN || leaves.length < EXAMPLES_MIN)
  expect(few.map(({ id }) => id)).toEqual([])
})

test("a rule that cites a law says that it gives no legal advice", () => {
  const silent = rules.filter(({ source }) => LAW.test(source) && !source.includes("Not legal advice."))
  expect(silent.map(({ id }) => id)).toEqual([])
})

const EXAMPLES_MIN = 8
const LAW = /\b(?:UCPD|Directive|Act|Code|FTC|BCCRT|Annex|art\.|ISO \d+)/

for (const rule of rules) {
  test.each(rule.finds.map((example) => [textOf(example), example] as const))(`${rule.id} finds: %s`, (_, example) => {
    expect(findingsOf(example)).toContain(rule.id)
  })
  test.each(rule.leaves.map((example) => [textOf(example), example] as const))(
    `${rule.id} leaves: %s`,
    (_, example) => {
      expect(findingsOf(example)).not.toContain(rule.id)
    },
  )
}

function textOf(example: Example): string {
  return typeof example === "string" ? example : example.text
}

function findingsOf(example: Example): readonly string[] {
  const input = typeof example === "string" ? { text: example } : example
  return review(
    { now: "2026-03-04T10:00:00Z", zone: "Europe/London", ...input },
    { calendar: standardCalendar("Europe/London") },
  ).findings.map((finding) => finding.rule)
}
