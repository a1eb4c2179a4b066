import { assert, constantFrom, array, oneof, property, string } from "fast-check"
import { describe, expect, test } from "vitest"
import { compileFacts, factBookOf, review, standardCalendar } from "../index.ts"
import { ferry } from "./test-books.ts"

const calendar = standardCalendar("UTC")
const pieces = constantFrom(
  "€",
  "4",
  "24",
  "a cabin",
  "costs",
  "free",
  "no",
  "not",
  ",",
  ";",
  "-",
  "–",
  "than",
  "more",
  "as",
  "twice",
  "under",
  "children",
  "%",
  "until",
  "8",
  "am",
  "Monday",
  "closed",
  "dogs",
  "\n",
  "> ",
  "?",
  "!",
  ".",
  "’",
  "the 30th",
  "December",
  "\ud800",
  "🚲",
  "one",
  "hundred",
  "half",
)

describe("reading never fails", () => {
  test("any text gives claims that lie inside of it", () => {
    assert(
      property(array(oneof(pieces, string({ unit: "binary" }))), (parts) => {
        const text = parts.join(" ")
        const { claims, findings } = review(
          { text, channel: "chat", now: "2026-11-16T12:00:00Z" },
          { calendar, facts: ferry },
        )
        for (const { start, end } of [...claims, ...findings]) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        for (const claim of claims) expect(claim.quote).toBe(text.slice(claim.start, claim.end))
      }),
      { numRuns: 300 },
    )
  })

  test("any fact can be compiled and read with", () => {
    const words = oneof(pieces, string({ unit: "grapheme" }))
    assert(
      property(words, words, words, words, (subject, attribute, unit, statement) => {
        const { book } = factBookOf({
          facts: ["money", "range", "boolean", "text", "list"].map((type, index) => ({
            id: `f${index}`,
            subject,
            attribute,
            type,
            unit,
            statement,
            value:
              type === "money"
                ? 4
                : type === "range"
                  ? { min: 1, max: 2 }
                  : type === "boolean"
                    ? true
                    : type === "text"
                      ? unit
                      : [unit],
          })),
        })
        const text = `We say that ${subject} ${attribute} is ${statement}.`
        expect(() => review({ text, channel: "chat" }, { calendar, facts: compileFacts(book) })).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  test("no clock is needed: without the day, no fact is over", () => {
    expect(review({ text: "A cabin would be €54." }, { calendar, facts: ferry }).claims).toMatchObject([
      { verdict: "contradicted" },
    ])
  })
})

describe("a fact book from outside", () => {
  test("what cannot be read is left out, and said", () => {
    const row = { id: "1", subject: "a", attribute: "price", type: "money", value: 1, statement: "A costs 1." }
    const { book, problems } = factBookOf({
      currency: "EUR",
      facts: [row, row, { ...row, id: "2", value: "1" }, { ...row, id: "3", type: "date", value: "2026-02-30" }, 7],
    })
    expect(book.facts.map(({ id }) => id)).toEqual(["1"])
    expect(problems).toEqual([
      "Fact 2 (1): the id is already taken; give each fact its own.",
      'Fact 3 (2): "value" is not a money: a number, with the currency in unit.',
      'Fact 4 (3): "value" is not a date: YYYY-MM-DD.',
      "Fact 5: not a JSON object.",
    ])
  })

  test("what is no book has no facts", () => {
    expect(factBookOf(null).problems).toHaveLength(1)
    expect(factBookOf({}).problems).toEqual(['"facts" is missing or not a list.'])
  })
})
