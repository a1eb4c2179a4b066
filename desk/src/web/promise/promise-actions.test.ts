import { expect, test } from "vitest"
import type { ListedPromise } from "./listed-promise.ts"
import { actionsFor } from "./promise-actions.ts"

const ID = "00000000-0000-4000-8000-000000000001"
const open: ListedPromise = {
  id: ID,
  state: "open",
  words: "I’ll ring you by noon.",
  deed: "call-back",
  customer: { id: ID, name: "Nadia Rahman" },
  conversationId: null,
  messageId: null,
  owner: null,
  dueFrom: null,
  dueUntil: "2026-06-04T11:00:00Z",
  dueWords: null,
  condition: null,
  conditionMet: false,
  waiting: null,
  channel: "call",
  saidAt: "2026-06-03T11:00:00Z",
  saidBy: null,
  brokenAt: null,
  settledAt: null,
  evidence: null,
  chased: null,
  predecessorId: null,
  successorId: null,
  delivery: null,
}
const kinds = (promise: ListedPromise) => actionsFor(promise).map(({ kind }) => kind)

test("what is owed, broken or not, can be kept, dated anew, handed over, set to wait and let off", () => {
  const all = ["kept", "date", "owner", "waiting", "released"]
  expect(kinds(open)).toEqual(all)
  expect(kinds({ ...open, state: "broken" })).toEqual(all)
})

test("a promise whose condition is unmet has no date to change; its condition can be met", () => {
  expect(kinds({ ...open, condition: "the frame arrives", dueUntil: null })).toEqual([
    "met",
    "kept",
    "owner",
    "waiting",
    "released",
  ])
})

test("what was kept or got a new date can be opened again; what was let off cannot", () => {
  expect(kinds({ ...open, state: "kept" })).toEqual(["disputed"])
  expect(kinds({ ...open, state: "renegotiated" })).toEqual(["disputed"])
  expect(kinds({ ...open, state: "released" })).toEqual([])
})
