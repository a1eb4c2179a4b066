import { describe, expect, it } from "vitest"
import {
  type OnFile,
  type WeighedNeed,
  cheaperFor,
  doubtsOf,
  spokenOf,
  summaryText,
  totalOf,
} from "./recommendation.ts"

const wide: WeighedNeed = {
  words: "through a gate of 75 cm",
  isTheirs: true,
  fit: "met",
  fact: "The Tern GSD is 68 cm wide.",
}
const early: WeighedNeed = { words: "before the 1st", isTheirs: true, fit: "not-met", fact: null }
const ours: WeighedNeed = { words: "a rain cover", isTheirs: false, fit: "unknown", fact: null }

describe("A recommendation", () => {
  it("asks the sender to look at what is unmet, unknown, ours, or without a fact", () => {
    expect(doubtsOf([wide])).toEqual([])
    expect(doubtsOf([wide, early, ours])).toEqual([
      "“before the 1st” is not met.",
      "“a rain cover” is our idea of what they need. They have not said so.",
      "It is not known whether “a rain cover” is met.",
    ])
    expect(doubtsOf([{ ...wide, fact: null }])).toEqual(["No fact shows that “through a gate of 75 cm” is met."])
    expect(doubtsOf([wide], ["delivery fee: €49.00"])).toEqual([
      "“delivery fee: €49.00” is not in the price. Leave it out only if nobody has to pay it.",
    ])
  })

  it("has beside it what costs less and has a fact for the same needs; of what has none it says that nobody knows", () => {
    const bike = (name: string, value: number, width: string | null, unit = "EUR"): OnFile => ({
      name,
      price: { value, unit },
      facts: width === null ? [] : [{ attribute: "Width", statement: `The ${name} is ${width} wide.` }],
    })
    const [dear, narrow, bare] = [bike("GSD", 5_450, "68 cm"), bike("HSD", 3_650, "62 cm"), bike("Bell", 9, null)]
    const products = [dear, narrow, bare, bike("Dearer", 6_000, "60 cm"), bike("Other money", 5, "60 cm", "USD")]
    expect(cheaperFor(dear, products, ["width"])).toEqual({
      shown: [{ product: narrow, facts: ["The HSD is 62 cm wide."] }],
      unknown: [],
      farLess: [bare],
    })
    expect(cheaperFor(dear, products, ["width", "weight"]).shown).toEqual([])
    expect(cheaperFor(dear, products, [])).toEqual({ shown: [], unknown: [narrow], farLess: [bare] })
  })

  it("begins with what the customer speaks of, and with nothing where they speak of none", () => {
    const products = [
      { name: "Apron", otherNames: [] },
      { name: "Pan", otherNames: ["skillet"] },
      { name: "Cast iron pan", otherNames: [] },
    ]
    expect(spokenOf(products, ["Is the cast-iron pan heavy?", "And the apron?"])).toBe("Cast iron pan")
    expect(spokenOf(products, ["Thank you!", "Do you have a Skillet?"])).toBe("Pan")
    expect(spokenOf(products, ["Something for a company of pandas"])).toBeNull()
  })

  it("adds up to the cent, and only in one currency", () => {
    const price = (value: number, currency = "EUR") => ({ label: "price", value, currency })
    expect(totalOf([price(0.1), price(0.2)])).toEqual({ value: 0.3, currency: "EUR" })
    expect(totalOf([price(1), price(1, "USD")])).toBeNull()
    expect(totalOf([])).toBeNull()
  })

  it("says what it will not do and everything that it costs", () => {
    const text = summaryText({
      product: "Tern GSD",
      needs: [wide, { ...early, words: "before the 1st." }, ours],
      prices: [
        { label: "price €4,999.00", value: 4999, currency: "EUR" },
        { label: "delivery €49.00", value: 49, currency: "EUR" },
      ],
      total: "€5,048.00",
    })
    expect(text).toContain("It will not do this: “before the 1st”.")
    expect(text).toContain("We do not know whether it does this: “a rain cover”.")
    expect(text).toContain("With everything that has to be paid it costs €5,048.00 (price €4,999.00, delivery €49.00).")
  })

  it("says so when nothing is needed", () => {
    expect(summaryText({ product: null, needs: [wide], prices: [], total: null })).toContain(
      "do not need to buy anything",
    )
  })
})
