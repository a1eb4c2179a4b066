import { compileFacts, review, standardCalendar } from "aboveboard-engine"
import { describe, expect, test } from "vitest"
import { PRACTICE_KINDS, type PracticeCase } from "./practice-case.ts"
import { PRACTICE_CASES } from "./practice-cases.ts"

function reviewed({ facts, message }: PracticeCase, text: string) {
  const input = {
    text,
    channel: "mail" as const,
    previous: `CUSTOMER: ${message}`,
    now: "2026-11-19T14:12:00Z",
    zone: "UTC",
  }
  const compiled = compileFacts({ currency: "EUR", facts })
  return review(input, { calendar: standardCalendar("UTC"), facts: compiled })
}

describe("Cases of the practice desk", () => {
  test("are twenty, five or more of each kind, each with another key", () => {
    expect(PRACTICE_CASES).toHaveLength(20)
    expect(new Set(PRACTICE_CASES.map(({ key }) => key)).size).toBe(20)
    for (const kind of PRACTICE_KINDS) expect(PRACTICE_CASES.filter((each) => each.kind === kind)).toHaveLength(5)
  })

  test.each(PRACTICE_CASES.map((each) => [each.key, each] as const))(
    "%s: what one is tempted to write is marked",
    (_key, each) => {
      const { findings } = reviewed(each, each.tempting)
      expect(findings).not.toEqual([])
    },
  )

  test.each(PRACTICE_CASES.map((each) => [each.key, each] as const))("%s: the honest answer is clear", (_key, each) => {
    const { findings, verdict } = reviewed(each, each.honest)
    // "No fact backs it" is said of much that is true, and asks for nothing.
    const marked = findings.filter(({ rule }) => rule !== "claim/unsupported")
    expect([verdict, marked]).toEqual(["clear", []])
  })
})
