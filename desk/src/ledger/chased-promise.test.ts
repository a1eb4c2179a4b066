import { findChases } from "aboveboard-engine"
import { expect, test } from "vitest"
import { type Chaseable, chasedPromise } from "./chased-promise.ts"

const NOW = Temporal.Instant.from("2026-11-19T14:00:00Z")
const OVERDUE = "2026-11-18T14:00:00Z"
const AHEAD = "2026-11-20T14:00:00Z"

const CALL = promise("call", { deed: "call-back", words: "I'll ring you about the gears." })
const INVOICE = promise("invoice", { deed: "send", words: "I'll send the invoice tomorrow." })
const WHEEL = promise("wheel", { deed: "repair", words: "We'll have the front wheel true by Friday." })

function promise(id: string, rest: Partial<Chaseable>): Chaseable {
  return { id, deed: "other", words: null, condition: null, dueUntil: AHEAD, isHere: true, ...rest }
}

function about(text: string, promises: readonly Chaseable[]): string | null {
  const [chase] = findChases(text)
  if (chase === undefined) throw new Error(`no chase: ${text}`)
  return chasedPromise(chase, text, promises, NOW)?.id ?? null
}

test("what is asked for says which one is meant", () => {
  expect(about("You said you'd ring.", [CALL, INVOICE, WHEEL])).toBe("call")
  expect(about("Still no invoice!", [CALL, INVOICE, WHEEL])).toBe("invoice")
})

test("the words say it, in the sentence or beside it", () => {
  expect(about("Any news about the wheel?", [CALL, INVOICE, WHEEL])).toBe("wheel")
  expect(about("Hello, it is about the gears again. Any news?", [CALL, INVOICE, WHEEL])).toBe("call")
})

test("the only open one is meant", () => {
  expect(about("Any news?", [WHEEL])).toBe("wheel")
})

test("of several that nothing tells apart, the one that has been overdue longest; none where none is", () => {
  const older = { ...CALL, dueUntil: "2026-11-17T14:00:00Z" }
  expect(about("Still waiting.", [WHEEL, { ...INVOICE, dueUntil: OVERDUE }, older])).toBe("call")
  expect(about("Still waiting.", [WHEEL, INVOICE, CALL])).toBeNull()
})

test("another deed is another matter, but an answer may be a call", () => {
  expect(about("You said you'd send the bill.", [CALL])).toBeNull()
  expect(about("Nobody has replied to me.", [CALL])).toBe("call")
  expect(about("Nobody has replied to me.", [WHEEL])).toBe("wheel")
})

test("this conversation comes first; elsewhere another deed is another matter", () => {
  const elsewhere = { ...INVOICE, isHere: false }
  expect(about("Any news?", [elsewhere, WHEEL])).toBe("wheel")
  expect(about("Any news?", [elsewhere])).toBe("invoice")
  expect(about("You said you'd ring me.", [elsewhere])).toBeNull()
})

test("what could be a first question needs the word or the deed", () => {
  expect(about("When can I expect my parcel?", [CALL])).toBeNull()
  expect(about("When can I expect my invoice?", [INVOICE, CALL])).toBe("invoice")
})

test("a condition's words count as well, and erased words name nothing", () => {
  const paint = promise("paint", { words: "We'll paint it", condition: "once the supplier has the enamel" })
  expect(about("Did you hear back about the enamel?", [paint, WHEEL])).toBe("paint")
  expect(about("Any news about the wheel?", [promise("gone", { words: null }), CALL])).toBeNull()
})
