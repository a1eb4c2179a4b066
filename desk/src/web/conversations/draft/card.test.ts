import { standardCalendar, type FoundPromise } from "aboveboard-engine"
import { expect, test } from "vitest"
import { filledIn, withDueWords } from "./card.ts"

const INES = { id: "ines", name: "Ines Moreau" }
const PRIYA = { id: "priya", name: "Priya Nair" }
const DESK = {
  now: Temporal.Instant.from("2026-11-19T14:12:00Z"), // a Thursday
  calendar: standardCalendar("Europe/London"),
  me: INES,
  members: [INES, PRIYA],
}

test("someone becomes the sender, and vague words the time they mean here, rounded up to five minutes", () => {
  const card = filledIn(
    found({
      actor: { kind: "someone" },
      due: { kind: "vague", text: "right back", until: "2026-11-19T15:12:00+00:00" },
    }),
    DESK,
  )
  expect(card).toMatchObject({ ownerId: "ines", until: "2026-11-19T15:15:00Z", from: { kind: "meaning" } })
  expect(card.words).toBe("today by 15:15")
})

test("a member who is named is filled in as the owner; a stranger's name leaves it with the sender", () => {
  expect(filledIn(found({ actor: { kind: "named", name: "Priya" } }), DESK).ownerId).toBe("priya")
  expect(filledIn(found({ actor: { kind: "named", name: "Oskar" } }), DESK).ownerId).toBe("ines")
})

test("a time that was said stays in the words that said it", () => {
  const due = { kind: "certain" as const, text: "by Monday", until: "2026-11-23T17:00:00+00:00" }
  const card = filledIn(found({ due }), DESK)
  expect(card.from).toEqual({ kind: "said", words: "by Monday" })
  expect(card.words).toBe("by Monday")
})

test("without a time it is due at the end of the next working day, also over a weekend", () => {
  expect(filledIn(found({}), DESK)).toMatchObject({ until: "2026-11-20T17:00:00Z", from: { kind: "standard" } })
  const friday = { ...DESK, now: Temporal.Instant.from("2026-11-20T10:00:00Z") }
  expect(filledIn(found({}), friday).until).toBe("2026-11-23T17:00:00Z")
})

test("a promise with a condition and no time has no due time until the condition is met", () => {
  const card = filledIn(found({ kind: "conditional", condition: "if the part is in stock" }), DESK)
  expect(card).toMatchObject({ until: null, condition: "if the part is in stock", from: { kind: "condition" } })
  expect(card.words).toBe("")
})

test("other words for the due time are read as the review reads them; words without a time leave none", () => {
  const card = filledIn(found({}), DESK)
  expect(withDueWords(card, "by Monday", DESK)).toMatchObject({ until: "2026-11-23T17:00:00Z", words: "by Monday" })
  expect(withDueWords(card, "when the cows come home", DESK).until).toBeNull()
})

function found(parts: Partial<FoundPromise>): FoundPromise {
  return {
    start: 0,
    end: 10,
    quote: "",
    kind: "later",
    deed: "call-back",
    actor: { kind: "i" },
    due: { kind: "none" },
    ...parts,
  }
}
