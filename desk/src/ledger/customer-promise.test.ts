import { describe, expect, it, test } from "vitest"
import { type PromiseState, assertMayFollow, isOwed, promiseOf } from "./customer-promise.ts"
import type { Entry, EntryEvent, EntryKind, MakingBody } from "./entry.ts"

const MAKING: MakingBody = {
  customerId: "customer",
  conversationId: "conversation",
  messageId: null,
  predecessorId: null,
  channel: "call",
  saidAt: "2026-11-19T10:00:00.000Z",
  saidBy: "max",
  deed: "call-back",
  ownerId: "max",
  conditional: false,
  from: null,
  until: "2026-11-19T16:00:00.000Z",
}
const TEXTS = { words: "I'll ring you before four.", dueWords: "before four", condition: null }

/** One entry of each kind; whether it may follow is asked apart. */
const EVENTS: Readonly<Record<EntryKind, EntryEvent>> = {
  proposed: { kind: "proposed", body: MAKING, texts: TEXTS },
  opened: { kind: "opened", body: MAKING, texts: TEXTS },
  confirmed: {
    kind: "confirmed",
    body: { deed: "answer", ownerId: "lea", conditional: false, from: null, until: "2026-11-20T16:00:00.000Z" },
    texts: { words: "I'll write tomorrow.", dueWords: "tomorrow", condition: null },
  },
  dismissed: { kind: "dismissed", body: {}, texts: { note: "Only a saying" } },
  kept: {
    kind: "kept",
    body: { kind: "word", messageId: null, at: "2026-11-19T15:00:00.000Z" },
    texts: { note: "rang her" },
  },
  "confirmed-by-customer": { kind: "confirmed-by-customer", body: {}, texts: { note: "Thank you!" } },
  broken: { kind: "broken", body: { until: "2026-11-19T16:00:00.000Z", graceMinutes: 480 }, texts: null },
  renegotiated: { kind: "renegotiated", body: { successorId: "next", agreed: true }, texts: { note: "Late" } },
  released: { kind: "released", body: { why: "customer" }, texts: { note: "No longer needed" } },
  reopened: { kind: "reopened", body: { why: "disputed" }, texts: null },
  voided: { kind: "voided", body: { why: "undone" }, texts: null },
  "handed-over": { kind: "handed-over", body: { ownerId: "ada", why: "given" }, texts: null },
  waiting: { kind: "waiting", body: { on: "supplier" }, texts: { note: "the part" } },
  "condition-met": {
    kind: "condition-met",
    body: { from: null, until: "2026-11-21T16:00:00.000Z" },
    texts: { dueWords: "on Saturday" },
  },
  chased: { kind: "chased", body: { messageId: "message" }, texts: { note: "Any news?" } },
  moved: { kind: "moved", body: { conversationId: "another" }, texts: null },
}

/** How each state is come to. */
const WAYS: Readonly<Record<PromiseState, readonly EntryKind[]>> = {
  proposed: ["proposed"],
  open: ["opened"],
  kept: ["opened", "kept"],
  broken: ["opened", "broken"],
  renegotiated: ["opened", "renegotiated"],
  released: ["opened", "released"],
  dismissed: ["proposed", "dismissed"],
  void: ["opened", "voided"],
}
const STATES = Object.keys(WAYS) as readonly PromiseState[] // every key of the record above

/** The table: from the state of the row, by the kind of the column, to the state in the cell. What is absent is refused. */
const TABLE: Readonly<Record<PromiseState, Partial<Record<EntryKind, PromiseState>>>> = {
  proposed: { confirmed: "open", dismissed: "dismissed", voided: "void", "handed-over": "proposed", moved: "proposed" },
  open: {
    kept: "kept",
    broken: "broken",
    renegotiated: "renegotiated",
    released: "released",
    voided: "void",
    "handed-over": "open",
    waiting: "open",
    chased: "open",
    "condition-met": "open",
    moved: "open",
  },
  broken: {
    kept: "kept",
    renegotiated: "renegotiated",
    released: "released",
    voided: "void",
    "handed-over": "broken",
    waiting: "broken",
    chased: "broken",
    moved: "broken",
  },
  kept: { "confirmed-by-customer": "kept", reopened: "open", voided: "void", moved: "kept" },
  renegotiated: { reopened: "open", voided: "void", moved: "renegotiated" },
  released: { voided: "void", moved: "released" },
  dismissed: { voided: "void", moved: "dismissed" },
  void: { moved: "void" },
}

function entriesOf(kinds: readonly EntryKind[]): readonly Entry[] {
  return kinds.map((kind, index) => ({
    seq: index + 1,
    at: `2026-11-19T14:00:0${index}.000Z`,
    recordedAt: `2026-11-19T14:00:0${index}.500Z`,
    by: { kind: "member", id: "max" },
    ...EVENTS[kind],
  }))
}

describe("What may follow what", () => {
  const cells = STATES.flatMap((from) => (Object.keys(EVENTS) as EntryKind[]).map((kind) => [from, kind] as const))
  it.each(cells)("from %s by %s is as the product says", (from, kind) => {
    const promise = promiseOf(entriesOf(WAYS[from]))
    expect(promise.state).toBe(from)
    const to = TABLE[from][kind]
    if (to === undefined) {
      expect(() => assertMayFollow(promise, kind)).toThrow(/^This promise is .*; it cannot be .* now\.$/)
    } else {
      assertMayFollow(promise, kind)
      expect(promiseOf(entriesOf([...WAYS[from], kind])).state).toBe(to)
    }
  })

  test("what is open or broken is owed, and nothing else", () => {
    expect(STATES.filter(isOwed)).toEqual(["open", "broken"])
  })
})

describe("What the entries say", () => {
  test("a promise begins once, with being proposed or opened", () => {
    expect(() => promiseOf([])).toThrow("begins with")
    expect(() => promiseOf(entriesOf(["kept"]))).toThrow("begins with")
    expect(() => promiseOf(entriesOf(["opened", "opened"]))).toThrow("begins once")
  })

  test("confirming sets the terms, and time runs from then", () => {
    expect(promiseOf(entriesOf(["proposed", "confirmed"]))).toMatchObject({
      deed: "answer",
      ownerId: "lea",
      words: "I'll write tomorrow.",
      dueUntil: "2026-11-20T16:00:00.000Z",
      runsFrom: "2026-11-19T14:00:01.500Z",
      saidAt: MAKING.saidAt,
    })
  })

  test("kept late shows both when it was broken and what kept it", () => {
    expect(promiseOf(entriesOf(["opened", "broken", "kept"]))).toMatchObject({
      brokenAt: "2026-11-19T14:00:01.000Z",
      settledAt: "2026-11-19T14:00:02.000Z",
      evidence: { kind: "word", note: "rang her" },
    })
  })

  test("opened again it has neither evidence nor successor, and stays marked as once broken, at the first time", () => {
    const again = promiseOf(entriesOf(["opened", "broken", "kept", "reopened", "broken"]))
    expect(again).toMatchObject({
      state: "broken",
      evidence: null,
      settledAt: null,
      brokenAt: "2026-11-19T14:00:01.000Z",
    })
    expect(promiseOf(entriesOf(["opened", "renegotiated", "reopened"])).successorId).toBeNull()
  })

  test("waiting, owner and place are the last that were said", () => {
    expect(promiseOf(entriesOf(["opened", "waiting", "handed-over", "moved"]))).toMatchObject({
      waitingOn: "supplier",
      waitingNote: "the part",
      waitingSince: "2026-11-19T14:00:01.000Z",
      ownerId: "ada",
      conversationId: "another",
    })
  })

  test("a met condition sets when it is due; without new words the old ones stay", () => {
    expect(promiseOf(entriesOf(["opened", "condition-met"]))).toMatchObject({
      conditionMet: true,
      dueUntil: "2026-11-21T16:00:00.000Z",
      dueWords: "on Saturday",
      runsFrom: "2026-11-19T14:00:01.500Z",
    })
  })

  test("a chase changes no state, is told in the customer's words, and is over when it is kept", () => {
    expect(promiseOf(entriesOf(["opened", "broken", "chased"]))).toMatchObject({
      state: "broken",
      chased: { at: "2026-11-19T14:00:02.000Z", messageId: "message", words: "Any news?" },
    })
    expect(promiseOf(entriesOf(["opened", "chased", "kept"])).chased).toBeNull()
  })

  test("erased words leave the rest as it was", () => {
    const erased = entriesOf(["opened", "waiting", "kept"]).map((entry) => ({ ...entry, texts: null }))
    expect(promiseOf(erased)).toMatchObject({
      state: "kept",
      words: null,
      dueWords: null,
      waitingNote: null,
      evidence: { kind: "word", note: null },
      dueUntil: MAKING.until,
    })
  })
})
