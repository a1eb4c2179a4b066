import { expect, test } from "vitest"
import { review, standardCalendar } from "../index.ts"
import type { ReviewInput } from "../review-format.ts"
import type { Example } from "../rule.ts"
import { spelledOut } from "../wording/spelled-out.ts"
import { rules } from "./index.ts"

test("each rule shows at least eight texts that it finds and eight that it leaves", () => {
  const few = rules.filter(({ finds, leaves }) => finds.length < EXAMPLES_MIN || leaves.length < EXAMPLES_MIN)
  expect(few.map(({ id }) => id)).toEqual([])
})

test("a rule that cites a law says that it gives no legal advice", () => {
  const silent = rules.filter(({ source }) => LAW.test(source) && !source.includes("Not legal advice."))
  expect(silent.map(({ id }) => id)).toEqual([])
})

test("no cue of a rule holds another of its cues, which would find it already", () => {
  const found = rules.flatMap(({ id, cues = [] }) => {
    const plain = cues.flatMap(spelledOut).map((cue) => ` ${cue.replace(/[^a-z0-9#%'*]+/g, " ")}`)
    return plain
      .filter((cue, at) => plain.some((other, index) => index !== at && cue.includes(other)))
      .map((cue) => `${id}:${cue}`)
  })
  expect(found).toEqual([])
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

const TOLD: Readonly<Record<string, (text: string) => string>> = {
  "in a block of code": (text) => `See this:\n\n\`\`\`\n${text}\n\`\`\`\n\nThat is all.`,
  "as what the customer wrote": (text) => `You wrote: "${text.replaceAll('"', "'")}" and I agree that it was wrong.`,
  "as what a page said": (text) => `The old page said “${text.replaceAll(/["“”]/g, "'")}”, which was wrong.`,
}
const OLDER: Readonly<Record<string, (text: string) => string>> = {
  "in quoted lines": (text) => `> ${text.replaceAll("\n", "\n> ")}\n\nThank you, noted.`,
  "below a signature": (text) => `Thank you, noted.\n\n-- \nRuth\n${text}`,
  "in a forwarded mail": (text) =>
    `See below.\n\n---------- Forwarded message ----------\nFrom: Shop <a@b.example>\n\n${text}`,
}

test.each(Object.entries(TOLD))("no rule finds its own examples %s", (_, told) => {
  expect(foundAgain(told, ({ channel }) => channel !== "note")).toEqual([])
})

test.each(Object.entries(OLDER))("no rule finds its own examples %s", (_, older) => {
  expect(foundAgain(older, ({ channel = "mail" }) => channel === "mail")).toEqual([])
})

function foundAgain(told: (text: string) => string, where: (example: ReviewInput) => boolean): readonly string[] {
  return rules.flatMap((rule) =>
    rule.finds
      .map((example) => (typeof example === "string" ? { text: example } : example))
      .filter((example) => where(example) && findingsOf({ ...example, text: told(example.text) }).includes(rule.id))
      .map(({ text }) => `${rule.id}: ${text}`),
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
