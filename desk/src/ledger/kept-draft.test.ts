import { expect, test } from "vitest"
import { type KeptDraft, NO_DRAFT, type Written, afterSave } from "./kept-draft.ts"

const AT = { at: "2026-11-19T14:12:00Z", id: "aside" }
const said = (words: string, cc: readonly string[] = []): Written => ({ words, cc, bcc: [], attachments: [] })
const kept = (words: string, revision: number): KeptDraft<Written> => ({
  draft: said(words),
  revision,
  changedAt: "2026-11-19T14:00:00Z",
  others: [],
})

test("A device that knows the newest revision replaces the draft", () => {
  const first = afterSave<Written>(NO_DRAFT, { draft: said("Dear"), revision: 0 }, AT)
  expect(first).toEqual({ draft: said("Dear"), revision: 1, changedAt: AT.at, others: [] })
  expect(afterSave(first, { draft: said("Dear Rosa"), revision: 1 }, AT)).toMatchObject({ revision: 2, others: [] })
})

test("A device that did not know it takes its place, and what stood there is kept beside it", () => {
  const next = afterSave(kept("Written on the phone", 3), { draft: said("Written on the laptop"), revision: 2 }, AT)
  expect(next).toEqual({
    draft: said("Written on the laptop"),
    revision: 4,
    changedAt: AT.at,
    others: [{ id: "aside", draft: said("Written on the phone"), at: "2026-11-19T14:00:00Z" }],
  })
})

test("Nothing is kept beside words that hold all of it, but copies to others are part of it", () => {
  expect(afterSave(kept("Dear", 3), { draft: said("Dear Rosa"), revision: 2 }, AT).others).toEqual([])
  const copied = { ...kept("Dear", 3), draft: said("Dear", ["ben@x.example"]) }
  expect(afterSave(copied, { draft: said("Dear Rosa"), revision: 2 }, AT).others).toHaveLength(1)
})

test("A device that emptied what it did not know changes nothing, and the same words twice change nothing", () => {
  const phone = kept("Written on the phone", 3)
  expect(afterSave(phone, { draft: null, revision: 2 }, AT)).toBe(phone)
  expect(afterSave(phone, { draft: said("Written on the phone"), revision: 1 }, AT)).toBe(phone)
  expect(afterSave(phone, { draft: null, revision: 3 }, AT)).toMatchObject({ draft: null, revision: 4 })
})

test("A version leaves when it is settled, and only then", () => {
  const both = afterSave(kept("Phone", 3), { draft: said("Laptop"), revision: 2 }, AT)
  const typed = afterSave(both, { draft: said("Laptop, more"), revision: 4 }, AT)
  expect(typed.others).toHaveLength(1)
  expect(afterSave(typed, { draft: null, revision: 5 }, AT).others).toHaveLength(1)
  expect(afterSave(typed, { draft: said("Laptop, more"), revision: 5, settles: ["aside"] }, AT)).toMatchObject({
    draft: said("Laptop, more"),
    revision: 6,
    others: [],
  })
})

test("Taking the other version swaps the two", () => {
  const both = afterSave(kept("Phone", 3), { draft: said("Laptop"), revision: 2 }, AT)
  const swap = { draft: said("Phone"), revision: 0, settles: ["aside"] }
  expect(afterSave(both, swap, { ...AT, id: "swapped" })).toMatchObject({
    draft: said("Phone"),
    others: [{ id: "swapped", draft: said("Laptop") }],
  })
})
