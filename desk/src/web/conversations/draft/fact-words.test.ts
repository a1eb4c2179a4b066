import type { Fact, FoundClaim } from "aboveboard-engine"
import { expect, test } from "vitest"
import { factWords } from "./fact-words.ts"

const FACT: Fact = {
  id: "f@2",
  subject: "basic service",
  attribute: "price",
  type: "money",
  value: 59,
  unit: "EUR",
  statement: "A basic service costs €59.",
}
const CLAIM: FoundClaim = {
  start: 0,
  end: 21,
  quote: "the service costs €49",
  kind: "price",
  verdict: "contradicted",
  factId: "f@2",
  value: "€49",
}

test("the fact's value takes the place of what was written, in the sender's own words", () => {
  expect(factWords(CLAIM, FACT)).toBe("the service costs €59")
})

test("where no single figure can be exchanged, the fact is told as it stands", () => {
  const { value: _, ...bare } = CLAIM
  expect(factWords(bare, FACT)).toBe("A basic service costs €59")
  expect(factWords({ ...bare, quote: "It is free." }, { ...FACT, type: "boolean", value: false })).toBe(
    "A basic service costs €59.",
  )
})

test("what agrees with a fact is left as it is", () => {
  expect(factWords({ ...CLAIM, verdict: "supported" }, FACT)).toBeNull()
})
