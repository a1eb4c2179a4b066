import { compileFacts, review, standardCalendar } from "aboveboard-engine"
import { expect, test } from "vitest"
import { keptClaims } from "./claim.ts"

test("What was told is kept in words: a figure alone with the sentence that it stands in", () => {
  const facts = compileFacts({
    currency: "GBP",
    facts: [
      {
        id: "bike",
        subject: "Tern GSD S10",
        attribute: "price",
        type: "money",
        value: 5450,
        unit: "GBP",
        statement: "The Tern GSD S10 costs £5,450.",
      },
    ],
  })
  const read = (text: string) => {
    const made = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
    return keptClaims(made, text).map(({ words }) => words)
  }
  expect(read("Hello Marit,\n\n1. Tern GSD S10, £5,450. Two children on the back.\n2. Another.")).toEqual([
    "Tern GSD S10, £5,450",
  ])
  expect(read("The Tern GSD S10 costs £5,450. Shall I keep one?")).toEqual(["The Tern GSD S10 costs £5,450"])
  for (const rest of ["", " "]) {
    const long = `${"🚲".repeat(150)}${rest} Tern GSD S10, £5,450, ${rest}${"🚲".repeat(150)}`
    expect(read(long).map((words) => words.isWellFormed())).toEqual([true])
  }
})
