import { describe, expect, test } from "vitest"
import { review, standardCalendar } from "../index.ts"
import { comparableFacts } from "./comparable.ts"
import { factsOf } from "./test-books.ts"

const kennel = comparableFacts({
  currency: "GBP",
  name: "Barley Kennels",
  facts: factsOf([
    [
      "night",
      "boarding a dog",
      "price",
      "money",
      24,
      "GBP/dog/night",
      "Boarding costs £24 per dog and night.",
      { aliases: ["boarding", "a night in the kennel"] },
    ],
    ["walk", "extra walk", "price", "money", 7, "GBP/walk", "An extra walk costs £7.", { aliases: ["walk"] }],
    ["food", "special food", "price", "money", 3, "GBP/kg", "Special food costs £3 per kilogram."],
    ["bath", "bath", "price", "money", 18, "GBP", "A bath costs £18."],
    [
      "down",
      "booking",
      "deposit",
      "percent",
      20,
      "%",
      "We take a deposit of 20% of the booking.",
      { aliases: ["deposit"] },
    ],
    ["second", "second dog", "discount", "percent", 10, "%", "The second dog is 10% cheaper."],
  ]),
})

const printer = comparableFacts({
  currency: "USD",
  name: "Quill Press",
  facts: factsOf([
    ["poster", "poster", "price", "money", 14, "USD/poster", "A poster costs $14."],
    [
      "design",
      "design work",
      "rate",
      "money",
      65,
      "USD/hour",
      "Design work costs $65 an hour.",
      { aliases: ["design", "layout work"] },
    ],
    ["rush", "rush job", "surcharge", "percent", 30, "%", "A rush job costs 30% more."],
    [
      "press",
      "letterpress",
      "rate per operator",
      "money",
      40,
      "USD/operator/hour",
      "Letterpress printing costs $40 per operator and hour.",
    ],
  ]),
})

function verdicts(facts: typeof kennel, text: string): readonly string[] {
  const { claims } = review(
    { text, now: "2026-11-20T12:00:00Z", zone: "UTC" },
    { calendar: standardCalendar("UTC"), facts },
  )
  return claims.map(({ verdict, factId, quote }) => `${verdict} ${factId ?? ""}: ${quote}`)
}

function holds(facts: typeof kennel, text: string): readonly string[] {
  return verdicts(facts, text).filter((each) => each.startsWith("contradicted"))
}

describe("a total that no reckoning gives goes against the rate", () => {
  test.each([
    [kennel, "Boarding is £24 a night, so five nights come to £130.", "night"],
    [kennel, "Walks are £7 each. Four of them, so that's £30.", "walk"],
    [kennel, "The deposit is 20%. On your booking of £240 that makes £60.", "down"],
    [kennel, "Eight kilos of it makes £26.", "food"],
    [printer, "Design is $65 an hour and it'll take us three hours, so count on $205.", "design"],
    [printer, "A poster is $14, so for your twelve that's $158.", "poster"],
    [printer, "Layout work for four hours is $240.", "design"],
    [printer, "Two operators, three hours of letterpress: $260.", "press"],
  ])("%#: %s", (facts, text, id) => {
    expect(holds(facts, text).map((each) => each.split(":")[0])).toStrictEqual([`contradicted ${id}`])
  })
})

describe("what follows from a rate told wrongly goes against the same fact", () => {
  test.each([
    [kennel, "Boarding is £21 a night. Five nights, so £105 altogether.", "night"],
    [kennel, "A bath is £20, so with a walk you're looking at £27.", "bath"],
    [printer, "We charge $55 an hour for design. It'll be two and a half hours, so count on $137.50.", "design"],
    [printer, "Posters are $12 each. Ten of them are therefore $120.", "poster"],
  ])("%#: %s", (facts, text, id) => {
    const found = holds(facts, text)
    expect(found.join(" | ")).toMatch(new RegExp(`^contradicted ${id}: .*[£$](?:105|27|137|120)`))
  })
})

describe("what some reckoning gives, or what is no total, is not held", () => {
  test.each([
    [kennel, "Boarding is £24 a night, so five nights come to £120."],
    [kennel, "Boarding is £24 a night, so for the two of them that's £240 for five nights."],
    [kennel, "Boarding is £24 a night. Two dogs for five nights and the second 10% off, so £228 altogether."],
    [kennel, "Boarding is £24 a night and a bath £18. Three nights and a bath, that makes £90."],
    [kennel, "Boarding is £24 a night, so for Rex and Bella five nights come to £240."],
    [kennel, "Boarding is £24 a night. Both dogs from Friday to Sunday, that's £96."],
    [kennel, "Boarding is £24 a night and it's five minutes to the station, so it's £72 for your stay."],
    [kennel, "Boarding is £24 a night, so three nights and the grooming come to £110."],
    [printer, "Three hours with a photographer are $300."],
    [kennel, "Walks are £7 each, so that's £21 for the three, and the bath's £18."],
    [kennel, "The deposit is 20%, so on £240 that's £48 now and £192 later."],
    [kennel, "Boarding is £24 a night for up to five nights. You still owe us the £33 from May."],
    [printer, "A poster is $14. I've put $100 on your account, so you're fine for seven."],
    [printer, "Design is $65 an hour. Your budget is $300, so that's four and a half hours."],
    [printer, "Layout work for four hours is $260, as a rush job $338."],
    [printer, "Posters are $14 each. Sasha's quote for ten was $150, that's $10 more."],
  ])("%#: %s", (facts, text) => {
    expect(holds(facts, text)).toStrictEqual([])
  })
})
