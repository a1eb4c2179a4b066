import { describe, expect, test } from "vitest"
import { compileFacts, readFacts, review, standardCalendar } from "../index.ts"

const PAGE = `# Delivery

Standard delivery takes 3 to 5 working days.
Delivery costs €4.90 and is free for orders over €50.

## Returns

You can return unused items within 30 days of delivery.
- Sale items cannot be exchanged.
- We do not ship to Norway.

Each booking can have at most six guests.

The shop is open Monday to Friday from 9 to 18.

| Plan | Price | Storage |
|---|---|---|
| Solo | €9 a month | 20 GB |
| Team | €19 a month | 200 GB |

Do you have a question? Write to us.
`

describe("facts are proposed out of a page", () => {
  const proposed = readFacts(PAGE, { currency: "EUR" })

  test.each([
    [3, "Standard delivery", "delivery time", { min: 3, max: 5 }, "working days"],
    [4, "Delivery", "price", 4.9, "EUR"],
    [8, "Returns", "return window", 30, "days"],
    [9, "Sale items", "can be exchanged", false, undefined],
    [10, "Returns", "ship to Norway", false, undefined],
    [12, "booking", "maximum number of guests", 6, "guests"],
    [14, "shop", "opening hours", "Monday to Friday from 9 to 18", undefined],
    [18, "Solo", "price", 9, "EUR/month"],
    [19, "Team", "price", 19, "EUR/month"],
  ])("line %i: %s, %s", (line, subject, attribute, value, unit) => {
    const { fact, quote } = proposed.find((each) => each.line === line) ?? { fact: null, quote: "" }
    expect(fact).toMatchObject({ subject, attribute, value })
    expect(fact?.unit).toBe(unit)
    expect(PAGE.split("\n")[line - 1]).toBe(quote)
  })

  test("a sentence that says two things is two facts of one subject", () => {
    const facts = proposed
      .filter(({ line }) => line === 4)
      .map(({ fact }) => [fact.subject, fact.attribute, fact.value])
    expect(facts).toEqual([
      ["Delivery", "price", 4.9],
      ["Delivery", "order value from which it is free", 50],
    ])
  })

  test("no heading, rule or question is a fact", () => {
    expect(proposed.map(({ line }) => line)).not.toContain(16)
    expect(proposed.map(({ line }) => line)).not.toContain(21)
  })

  test("what was accepted is compared with at once", () => {
    const facts = compileFacts({ facts: proposed.map(({ fact }, index) => ({ ...fact, id: `f${index}` })) })
    const { claims } = review(
      { text: "The Solo plan costs €12 a month." },
      { calendar: standardCalendar("UTC"), facts },
    )
    expect(claims).toMatchObject([{ verdict: "contradicted" }])
  })

  test("any text is read without failing", () => {
    expect(readFacts("| | |\n|\n# \n****\n- \n\u{1f6b2} costs 5 € 😀 | x")).toBeInstanceOf(Array)
    expect(readFacts("")).toEqual([])
  })
})
