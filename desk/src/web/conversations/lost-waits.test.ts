import { expect, test } from "vitest"
import { lostWaits } from "./lost-waits.ts"

const waits = { id: "handle", awaitingSince: "2026-11-28T13:35:00Z", lastMessageAt: "2026-11-28T13:35:00Z" }
const answered = { id: "lid", awaitingSince: null, lastMessageAt: "2026-11-28T13:37:00Z" }

test("A question is lost from sight when it is merged with what was answered later, and no other", () => {
  expect(lostWaits([waits, answered])).toEqual([waits])
  expect(lostWaits([waits, { ...answered, lastMessageAt: "2026-11-28T13:30:00Z" }])).toEqual([])
  expect(lostWaits([waits, { ...answered, awaitingSince: "2026-11-28T13:37:00Z" }])).toEqual([])
  expect(lostWaits([answered])).toEqual([])
})
