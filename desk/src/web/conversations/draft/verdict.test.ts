import type { Finding, FoundPromise, Review } from "aboveboard-engine"
import { expect, test } from "vitest"
import { verdictOf } from "./verdict.ts"

test("the most severe stands first, and whatever else will be asked is counted beside it", () => {
  const read = review({ findings: ["hold", "confirm", "remark"].map(finding), promises: [promise()] })
  expect(verdictOf(read, [], 12)).toMatchObject({
    tone: "hold",
    text: "Hold: 1 finding",
    extra: "1 to look at again · 1 promise to confirm · 1 remark · compared with 12 facts",
  })
  expect(verdictOf(review({ findings: ["confirm"].map(finding), promises: [promise()] }), [], null)).toMatchObject({
    text: "Look again: 1 finding",
    extra: "1 promise to confirm",
  })
})

test("nothing is counted twice", () => {
  expect(verdictOf(review({ findings: ["confirm", "confirm"].map(finding) }), [], null)).toMatchObject({
    text: "Look again: 2 findings",
    extra: "",
  })
  expect(verdictOf(review({ promises: [promise()] }), [], 1)).toMatchObject({ text: "1 promise to confirm", extra: "" })
  expect(verdictOf(review({}), [], 3)).toMatchObject({ text: "No conflict found with 3 facts", extra: "" })
})

function review(parts: Partial<Review>): Review {
  const own = [{ start: 0, end: 80 }]
  return { language: "en", verdict: "clear", own, promises: [], times: [], claims: [], findings: [], ...parts }
}

function promise(): FoundPromise {
  const actor = { kind: "someone" } as const
  return {
    start: 0,
    end: 27,
    quote: "Someone will ring you soon",
    kind: "later",
    deed: "call-back",
    actor,
    due: { kind: "none" },
  }
}

function finding(severity: string): Finding {
  const known = (["hold", "confirm"] as const).find((each) => each === severity) ?? "remark"
  return { rule: "claim/superlative", severity: known, start: 34, end: 50, why: "No evidence on file." }
}
