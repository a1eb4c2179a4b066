import { review, standardCalendar } from "aboveboard-engine"
import { describe, expect, it } from "vitest"
import { BASES, declineText, onlyQuestion } from "./decline.ts"

const words = {
  refused: "Refund the bike after 35 days.",
  reason: "in the shop you can change your mind for 30 days, if the bike has not been ridden",
  alternative: "sell it for you on commission",
}

describe("An honest no", () => {
  it("says no first, then why, then what can be done instead", () => {
    expect(declineText({ ...words, basis: "policy" })).toBe(
      "No, we won’t refund the bike after 35 days. In the shop you can change your mind for 30 days, if the bike has not been ridden.\n\nWhat we can do instead: sell it for you on commission.",
    )
  })

  it("is to the only question; where there are several, nobody knows to which", () => {
    expect(onlyQuestion(["I bought it in May.", "Can I return it?", "Thank you."])).toEqual([1])
    expect(onlyQuestion(["Please date it back."])).toEqual([0])
    expect(onlyQuestion(["Is it in stock?", "Can I return the other?"])).toEqual([])
    expect(onlyQuestion(["I want it.", "Send it."])).toEqual([])
  })

  it("says that there is nothing else where there is nothing else", () => {
    expect(declineText({ ...words, basis: "law", alternative: null })).toContain(
      "There is nothing else that we can offer",
    )
  })

  it("takes who asks for something wrong not to have known", () => {
    const text = declineText({
      basis: "wrong",
      refused: "date the invoice back",
      reason: "An invoice with a false date is fraud",
      alternative: null,
    })
    expect(text).toContain("You may not have known this, so here is why: an invoice with a false date is fraud.")
  })

  it("leaves names and I as they are", () => {
    expect(declineText({ ...words, basis: "safety", reason: "EN 4210 forbids it" })).toContain("EN 4210 forbids it.")
    expect(declineText({ ...words, basis: "safety", alternative: "I can lend you one" })).toContain(
      "instead: I can lend",
    )
  })

  it("passes our own review for every basis, with and without something else to offer", () => {
    for (const basis of BASES) {
      for (const alternative of ["repair it at the price of the parts", null]) {
        const found = review(
          { text: declineText({ ...words, basis, alternative }) },
          { calendar: standardCalendar("Europe/London") },
        )
        expect([basis, found.findings.map(({ rule }) => rule)]).toEqual([basis, []])
      }
    }
  })
})
