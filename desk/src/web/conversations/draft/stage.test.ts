import type { Finding, FoundPromise, Review } from "aboveboard-engine"
import { expect, test } from "vitest"
import { nextStage } from "./stage.ts"

const TEXT = "Someone will ring you soon. It is the quietest of all."
const FRESH = { decisions: [], looked: false, reason: "" }

test("an undecided promise comes first, before anything else that the review found", () => {
  const stage = nextStage(TEXT, review({ promises: [promise()], findings: [finding("hold")] }), FRESH)
  expect(stage).toMatchObject({ kind: "card", more: 0 })
})

test("confirming the last promise sends, unless something else will be asked", () => {
  const sends = (parts: Partial<Review>, progress: Partial<typeof FRESH> = {}) => {
    const stage = nextStage(TEXT, review({ promises: [promise()], ...parts }), { ...FRESH, ...progress })
    return stage.kind === "card" && stage.sends
  }
  const about: Finding = { ...finding("confirm"), rule: "promise/no-owner", start: 0, end: 7 }
  expect(sends({ findings: [about, finding("remark")] })).toBe(true)
  expect(sends({ promises: [promise(), { ...promise(), start: 30, end: 40 }] })).toBe(false)
  expect(sends({ findings: [finding("hold")] })).toBe(false)
  expect(sends({ findings: [finding("confirm")] })).toBe(false)
  expect(sends({ findings: [finding("confirm")] }, { looked: true })).toBe(true)
})

test("a promise that was decided on does not ask a second time, nor does the finding about it", () => {
  const decisions = [{ kind: "none" as const, start: 0, end: 27 }]
  const about: Finding = { ...finding("confirm"), rule: "promise/no-owner", start: 0, end: 7 }
  expect(nextStage(TEXT, review({ promises: [promise()], findings: [about] }), { ...FRESH, decisions })).toEqual({
    kind: "ready",
  })
})

test("a finding to confirm asks once", () => {
  const read = review({ findings: [finding("confirm")] })
  expect(nextStage(TEXT, read, FRESH)).toMatchObject({ kind: "look" })
  expect(nextStage(TEXT, read, { ...FRESH, looked: true })).toEqual({ kind: "ready" })
})

test("a hold asks for a reason, and looking is not enough", () => {
  const read = review({ findings: [finding("hold")] })
  expect(nextStage(TEXT, read, { ...FRESH, looked: true })).toMatchObject({ kind: "hold" })
  expect(nextStage(TEXT, read, { ...FRESH, reason: "The supplier confirmed it today" })).toEqual({ kind: "ready" })
})

test("remarks let a message go", () => {
  expect(nextStage(TEXT, review({ findings: [finding("remark")] }), FRESH)).toEqual({ kind: "ready" })
})

test("nothing but spaces is not sent", () => {
  expect(nextStage(" \n", review({}), FRESH)).toEqual({ kind: "empty" })
})

function review(parts: Partial<Review>): Review {
  return { language: "en", verdict: "clear", own: [], promises: [], times: [], claims: [], findings: [], ...parts }
}

function promise(): FoundPromise {
  return {
    start: 0,
    end: 27,
    quote: TEXT.slice(0, 27),
    kind: "later",
    deed: "call-back",
    actor: { kind: "someone" },
    due: { kind: "vague", text: "soon" },
  }
}

function finding(severity: Finding["severity"]): Finding {
  return { rule: "claim/superlative", severity, start: 34, end: 50, why: "No evidence on file." }
}
