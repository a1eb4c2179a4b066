import { expect, test } from "vitest"
import { type Acceptance, type AuditFinding, judged, linesByRule, totalsOf } from "./protocol-audit.ts"

const place = {
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 9,
  words: "w",
  context: "w",
  contextStart: 0,
  contextEnd: 1,
  why: "It misleads.",
}
const never: AuditFinding = { ...place, key: "n", rule: "protocol/never-say-no", severity: "confirm" }
const invent: AuditFinding = { ...place, key: "i", rule: "protocol/invent-reason", severity: "hold" }
const hurry: AuditFinding = { ...place, key: "h", rule: "pressure/urgency", severity: "remark" }
const accepted: Acceptance = {
  id: "a",
  documentId: "d",
  key: "n",
  reason: "It is quoted from the old handbook.",
  until: "2026-12-31",
  by: "Lea",
  at: "2026-11-19T10:00:00Z",
}

test("an accepted finding is open again on the day after its end", () => {
  const standings = (day: string) => judged([never, invent], [accepted], day).map(({ standing }) => standing)
  expect(standings("2026-12-31")).toEqual(["accepted", "open"])
  expect(standings("2027-01-01")).toEqual(["lapsed", "open"])
})

test("what the document itself explains needs nobody", () => {
  const [first] = judged([{ ...never, ignored: "an example" }], [], "2026-11-19")
  expect(first?.standing).toBe("ignored")
})

test("totals count what is open by severity, and apart what somebody answers for", () => {
  const findings = judged([never, never, invent, hurry, { ...hurry, ignored: "x" }], [accepted], "2026-11-19")
  expect(totalsOf(findings)).toEqual({ hold: 1, confirm: 0, remark: 1, accepted: 3 })
})

test("rules are listed by severity, then by how often, with how many documents hold them", () => {
  const day = "2026-11-19"
  const lines = linesByRule([judged([hurry, hurry, never], [], day), judged([hurry, invent, never], [accepted], day)])
  expect(lines.map(({ rule, open, documents }) => [rule, open, documents])).toEqual([
    ["protocol/invent-reason", 1, 1],
    ["protocol/never-say-no", 1, 1],
    ["pressure/urgency", 3, 2],
  ])
})
