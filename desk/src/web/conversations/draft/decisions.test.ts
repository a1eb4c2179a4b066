import type { FoundPromise } from "aboveboard-engine"
import { expect, test } from "vitest"
import { afterEdit, decide, undecided, type Decision } from "./decisions.ts"

const TEXT = "Hello Ada. I will ring you today. I will send the form tomorrow."

test("a decision stays with its words when something is typed before them", () => {
  const made = captured("I will ring you today")
  const after = TEXT.replace("Hello Ada", "Good morning Ada")
  const [moved] = afterEdit([made], TEXT, after)
  expect(after.slice(moved?.start, moved?.end)).toBe("I will ring you today")
})

test("a decision is not moved by what is typed after it", () => {
  const made = captured("I will ring you today")
  expect(afterEdit([made], TEXT, `${TEXT} Bye.`)).toEqual([made])
})

test("a decision is dropped when its words change", () => {
  const made = captured("I will ring you today")
  expect(afterEdit([made], TEXT, TEXT.replace("ring you today", "ring you soon"))).toEqual([])
})

test("only promises that can be forgotten and were not decided on need a card, in the order of the text", () => {
  const ring = found("I will ring you today", "later")
  const form = found("I will send the form tomorrow", "conditional")
  const now = found("Hello Ada", "now")
  expect(undecided([form, ring, now], [])).toEqual([ring, form])
  expect(undecided([form, ring], [captured("I will ring you today")])).toEqual([form])
})

test("deciding again replaces what was decided about the same words", () => {
  const first = captured("I will ring you today")
  const none: Decision = { kind: "none", start: first.start, end: first.end }
  expect(decide([first], none)).toEqual([none])
})

function captured(words: string): Decision {
  const start = TEXT.indexOf(words)
  const terms = { deed: "call-back", ownerId: "ines", due: null, condition: null }
  return { kind: "captured", start, end: start + words.length, terms }
}

function found(words: string, kind: FoundPromise["kind"]): FoundPromise {
  const start = TEXT.indexOf(words)
  const end = start + words.length
  return { start, end, quote: words, kind, deed: "other", actor: { kind: "i" }, due: { kind: "none" } }
}
