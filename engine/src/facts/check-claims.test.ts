import { describe, expect, test } from "vitest"
import { compileFacts, factsInForce, review, standardCalendar } from "../index.ts"
import type { Policy, ReviewInput } from "../index.ts"
import { ferry, telephone } from "./test-books.ts"

const now = "2026-11-16T12:00:00Z"
const calendar = standardCalendar("UTC")

function read(text: string, policy: Partial<Policy>, input: Partial<ReviewInput> = {}) {
  return review({ text, now, ...input }, { calendar, ...policy })
}

describe("a contradicted claim", () => {
  test("is held, with both texts and the day since which the fact holds", () => {
    const { verdict, findings } = read("Router rent is €3 a month.", { facts: telephone })
    expect(verdict).toBe("hold")
    expect(findings).toMatchObject([{ rule: "claim/contradicted", severity: "hold", start: 0, end: 25 }])
    expect(findings[0]?.why).toContain("Router rent is €3 a month")
    expect(findings[0]?.why).toContain("Renting a router costs EUR 4 a month since 1 July 2026.")
    expect(findings[0]?.why).toContain("2026-07-01")
  })

  test.each(["Hello Rosa,", "Good morning Dr. Lind,", "Dear Mr and Mrs Achebe,", "Hi all,"])(
    "is marked without %s",
    (greeting) => {
      const { claims } = read(`${greeting} a cabin costs €54.`, { facts: ferry })
      expect(claims.map(({ quote }) => quote)).toEqual(["a cabin costs €54"])
    },
  )

  test("suggests its own words with the fact's amount", () => {
    const { findings } = read("A cabin would be €54.", { facts: ferry })
    expect(findings[0]?.suggestion).toBe("A cabin would be EUR 45")
  })

  test("suggests the statement where an amount cannot be put in place", () => {
    const { findings } = read("There is no change fee.", { facts: ferry })
    expect(findings[0]?.suggestion).toBe("Changing a booking costs EUR 15.")
  })

  test("says when the fact was to be confirmed again", () => {
    const { findings } = read("A late payment costs €9.", { facts: telephone })
    expect(findings[0]?.why).toContain("to be confirmed again")
  })

  test("is reworded as often as a long message can be read again, and then has the statement", () => {
    const text = `${"Thank you for writing to us. ".repeat(2_100)}${"A cabin would be €54. ".repeat(6)}`
    const suggestions = read(text, { facts: ferry }).findings.map(({ suggestion }) => suggestion)
    expect(suggestions).toHaveLength(6)
    expect(suggestions[0]).toBe("A cabin would be EUR 45")
    expect(suggestions[5]).toBe("A cabin costs EUR 45.")
  })

  test("carries the value that was read", () => {
    expect(read("A cabin would be €54.", { facts: ferry }).claims[0]?.value).toBe("€54")
  })

  test.each(["A cabin is rated 4.85 by guests.", "Your cabin is for the 10.15 ferry.", "We open 7.30 for the cabin."])(
    "is none where a figure is a mark or a time of day, and no price: %s",
    (text) => expect(read(text, { facts: ferry }).claims.map(({ verdict }) => verdict)).not.toContain("contradicted"),
  )

  test("carries the value of the fact's kind, not the number of a name", () => {
    const bike = {
      id: "bike",
      subject: "Tern GSD S10",
      attribute: "price",
      type: "money",
      value: 5450,
      unit: "GBP",
      statement: "The Tern GSD S10 costs £5,450.",
    } as const
    const [claim] = read("The Tern GSD S10 costs £4,900.", {
      facts: compileFacts({ currency: "GBP", facts: [bike] }),
    }).claims
    expect(claim).toMatchObject({ verdict: "contradicted", value: "£4,900" })
  })
})

describe("a slight word of a name", () => {
  test("does not name what it belongs to: full panniers are no full service", () => {
    const fact = {
      id: "f",
      subject: "full service",
      attribute: "price",
      type: "money",
      value: 95,
      unit: "GBP",
    } as const
    const facts = compileFacts({ currency: "GBP", facts: [{ ...fact, statement: "A full service costs £95." }] })
    const previous = "CUSTOMER: The kick stand folds when the panniers are full. Is there a stronger one?"
    expect(read("There is, for £68.", { facts }, { previous }).findings).toEqual([])
    expect(read("The full service is £89.", { facts }).verdict).toBe("hold")
  })
})

describe("what is not compared", () => {
  test("a deed that is done goes not against what is not done to something else", () => {
    const carbon = {
      id: "carbon",
      subject: "workshop",
      aliases: ["repairs"],
      attribute: "repairs carbon frames",
      type: "boolean",
      value: false,
      statement: "We do not repair carbon frames.",
    } as const
    const book = { facts: compileFacts({ facts: [carbon] }) }
    expect(read("Our price has the fitting in it, and somebody who mends them.", book).verdict).not.toBe("hold")
    expect(read("We can mend your carbon frame.", book).verdict).toBe("hold")
  })

  const money = (id: string, subject: string, value: number, unit: string, aliases: readonly string[] = []) =>
    ({
      id,
      subject,
      aliases,
      attribute: "price",
      type: "money",
      value,
      unit,
      statement: `${subject}: ${value}`,
    }) as const
  const facts = compileFacts({
    currency: "EUR",
    facts: [
      money("a", "trial class", 0, "EUR", ["first class"]),
      money("b", "evening class", 220, "EUR"),
      money("c", "boat hire", 60, "EUR/day", ["boat"]),
      { ...money("d", "joining fee", 20, "EUR"), validUntil: "2026-08-31" },
      { ...money("e", "joining fee", 35, "EUR"), validFrom: "2026-09-01" },
    ],
  })
  const against = (text: string) => read(text, { facts }).claims.filter(({ verdict }) => verdict === "contradicted")

  test("a class is not the first class, which is free", () => {
    expect(against("That comes to €18 a class.")).toEqual([])
    expect(against("The trial class is €10.")).toHaveLength(1)
  })

  test("a litre is not a day", () => {
    expect(against("With the boat we charge €2 a litre for petrol.")).toEqual([])
    expect(against("The boat is €50 a day.")).toHaveLength(1)
  })

  test("what it once cost is told as past", () => {
    expect(against("Back in June the joining fee was still €20.")).toEqual([])
    expect(against("The joining fee is €20.")).toHaveLength(1)
  })
})

describe("other claims", () => {
  test("one that no fact backs is a remark, and the message stays clear", () => {
    const { verdict, findings } = read("Breakfast on board costs €11.", { facts: ferry })
    expect(verdict).toBe("clear")
    expect(findings).toMatchObject([{ rule: "claim/unsupported", severity: "remark" }])
  })

  test("one that nobody makes to a customer is not remarked on", () => {
    expect(read("Breakfast on board costs €11.", { facts: ferry }, { channel: "note" }).claims).toEqual([])
  })

  test("one on a fact that was not confirmed in time is remarked on", () => {
    const { claims, findings } = read("A late payment costs €5.", { facts: telephone })
    expect(claims).toMatchObject([{ verdict: "supported", factId: "late" }])
    expect(findings).toMatchObject([{ rule: "claim/stale-fact", severity: "remark" }])
  })

  test("one that holds for some only asks for whom it is", () => {
    const { claims, findings } = read("The car costs €68 one way.", { facts: ferry })
    expect(claims).toMatchObject([{ verdict: "unsupported" }])
    expect(claims[0]?.factId).toBeUndefined()
    expect(findings).toMatchObject([{ rule: "claim/scope-unknown", severity: "confirm" }])
    expect(findings[0]?.why).toContain("season")
  })

  test("a superlative with evidence on file is no longer marked", () => {
    const text = "We are the most punctual ferry line in the Baltic."
    expect(read(text, { facts: ferry }).findings).toEqual([])
  })

  test("a superlative without it is marked once", () => {
    const { findings } = read("We have the lowest prices in town.", { facts: ferry })
    expect(findings.map(({ rule }) => rule)).toEqual(["claim/superlative"])
  })
})

describe("a workspace's wishes", () => {
  test("“this is not that” is remembered for the words and the fact", () => {
    const text = "A cabin would be €54."
    const notThat = [{ words: "a cabin would be €54", factId: "cabin" }]
    expect(read(text, { facts: ferry, notThat }).claims).toEqual([])
    expect(
      read(text, { facts: ferry, notThat: [{ words: "a cabin would be €54", factId: "bike" }] }).claims,
    ).toHaveLength(1)
  })

  test("each finding can be softened or switched off", () => {
    const text = "A cabin would be €54."
    expect(read(text, { facts: ferry, softened: { "claim/contradicted": "confirm" } }).verdict).toBe("confirm")
    const off = read(text, { facts: ferry, softened: { "claim/contradicted": "off" } })
    expect(off.findings).toEqual([])
    expect(off.claims).toMatchObject([{ verdict: "contradicted" }])
  })

  test("without a fact book nothing is claimed", () => {
    expect(read("A cabin would be €54.", {}).claims).toEqual([])
  })
})

describe("facts in force", () => {
  test("are counted on the day, both ends included", () => {
    const row = { subject: "a", attribute: "price", type: "money", value: 1, statement: "A costs 1." } as const
    const facts = compileFacts({
      facts: [
        { ...row, id: "1" },
        { ...row, id: "2", validUntil: "2026-11-16" },
        { ...row, id: "3", validUntil: "2026-11-15" },
        { ...row, id: "4", validFrom: "2026-11-17" },
      ],
    })
    expect(factsInForce(facts, now)).toBe(2)
  })
})
