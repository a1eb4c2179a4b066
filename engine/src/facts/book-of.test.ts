import { describe, expect, test } from "vitest"
import { factBookOf } from "./book-of.ts"

const good = { id: "a", subject: "room", attribute: "price", type: "money", value: 40, statement: "A room costs 40." }

describe("a fact book from outside", () => {
  test.each([
    [[], "A fact book is a JSON object with a list “facts”."],
    ["facts", "A fact book is a JSON object with a list “facts”."],
    [{}, '"facts" is missing or not a list.'],
    [{ facts: [4] }, "Fact 1: not a JSON object."],
    [{ facts: [{ ...good, id: "" }] }, 'Fact 1 (): "id" is missing.'],
    [{ facts: [{ ...good, id: 4 }] }, 'Fact 1: "id" is missing.'],
    [{ facts: [{ ...good, subject: " " }] }, 'Fact 1 (a): "subject" is missing: what is it about?'],
    [{ facts: [{ ...good, attribute: null }] }, 'Fact 1 (a): "attribute" is missing: which property is it?'],
    [{ facts: [{ ...good, statement: 4 }] }, 'Fact 1 (a): "statement" is missing: say it in a sentence.'],
    [{ facts: [{ ...good, validFrom: "soon" }] }, 'Fact 1 (a): "validFrom" is not a day, YYYY-MM-DD.'],
    [{ facts: [{ ...good, validUntil: "2026-02-30" }] }, 'Fact 1 (a): "validUntil" is not a day, YYYY-MM-DD.'],
    [{ facts: [{ ...good, scope: "DE" }] }, 'Fact 1 (a): "scope" is an object such as {"country": "DE"}.'],
    [{ facts: [good, good] }, "Fact 2 (a): the id is already taken; give each fact its own."],
  ])("%j is refused with what to do", (value, problem) => {
    expect(factBookOf(value).problems).toEqual([problem])
  })

  test("a type that we do not know is refused with those we know", () => {
    expect(factBookOf({ facts: [{ ...good, type: "colour" }] }).problems[0]).toMatch(/"type" is one of money, /)
  })

  test.each([
    ["money", "40", null],
    ["money", Number.NaN, null],
    ["money", { min: 4 }, { min: 4 }],
    ["range", 4, null],
    ["range", { min: 3, max: 5 }, { min: 3, max: 5 }],
    ["range", { max: 5 }, { max: 5 }],
    ["range", { min: 5, max: 3 }, null],
    ["range", {}, null],
    ["range", { min: Number.POSITIVE_INFINITY }, null],
    ["date", "2026-03-04", "2026-03-04"],
    ["date", "4 March", null],
    ["date", 20_260_304, null],
    ["boolean", false, false],
    ["boolean", "yes", null],
    ["text", "Daily 9-5", "Daily 9-5"],
    ["text", true, true],
    ["text", 4, null],
    ["list", ["cash", 4, "card"], ["cash", "card"]],
    ["list", "cash", null],
  ])("as a %s, %j is %j", (type, value, read) => {
    const { book, problems } = factBookOf({ facts: [{ ...good, type, value }] })
    expect(book.facts[0]?.value ?? null).toEqual(read)
    expect(problems.length).toBe(read === null ? 1 : 0)
  })

  test("fields that are ours are kept as they are meant, all others dropped", () => {
    const row = {
      ...good,
      unit: "EUR",
      aliases: ["bedroom", 4],
      scope: { country: "DE", floor: 2 },
      evidence: null,
      isStale: true,
      validFrom: "2026-01-01",
      validUntil: null,
      colour: "red",
    }
    const { book } = factBookOf({ currency: "EUR", name: "", owner: "Pat", facts: [row] })
    expect(book).toEqual({
      currency: "EUR",
      facts: [
        {
          ...good,
          unit: "EUR",
          aliases: ["bedroom"],
          scope: { country: "DE" },
          evidence: null,
          isStale: true,
          validFrom: "2026-01-01",
        },
      ],
    })
  })
})
