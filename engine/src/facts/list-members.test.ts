import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A camp site that was invented for this. */
const facts = compileFacts({
  name: "Pine Camp",
  currency: "EUR",
  facts: factsOf([
    [
      "kit",
      "cooking kit",
      "what is in it",
      "list",
      ["a stove", "two pots", "a kettle"],
      "",
      "The cooking kit has a stove, two pots and a kettle.",
    ],
    [
      "animals",
      "pets",
      "animals allowed",
      "list",
      ["dogs", "cats"],
      "",
      "Dogs and cats may stay, and no other animals.",
    ],
    [
      "banned",
      "pitches",
      "things that may not be brought",
      "list",
      ["fireworks", "generators", "charcoal grills"],
      "",
      "Fireworks, generators and charcoal grills may not be brought onto the pitches.",
    ],
    [
      "not-sent",
      "parcels",
      "things we do not send",
      "list",
      ["gas bottles", "ice cream"],
      "",
      "We do not send gas bottles or ice cream.",
    ],
  ]),
})

function verdicts(text: string): readonly string[] {
  const { claims } = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
  return claims.map(({ verdict, factId }) => `${verdict} ${factId ?? ""}`.trim())
}

test.each([
  ["There's a stove, two pots, a kettle and a frying pan in the cooking kit.", "contradicted kit"],
  ["The cooking kit has a frying pan, a stove and a kettle.", "contradicted kit"],
  ["There's a stove, two pots and a kettle in the cooking kit.", "supported kit"],
  ["Rabbits are allowed as well, and so are cats.", "contradicted animals"],
  ["Generators are fine on the pitches.", "contradicted banned"],
  ["You can bring a charcoal grill.", "contradicted banned"],
  ["We do send gas bottles.", "contradicted not-sent"],
  ["We don't send ice cream, I'm afraid.", "supported not-sent"],
])("one more than a list has, and what it refuses: %s", (text, expected) => {
  expect(verdicts(text)).toContain(expected)
})

test.each([
  "Your pots, a kettle and a map are waiting for you.", // theirs, not what the kit has
  "You can cook on the stove, in two pots, or at the fire.",
  "The ice cream is fine, it's still frozen.", // one piece of it
  "The fireworks on Saturday are lovely from your pitch.",
  "Dogs and cats are welcome, and so are children.",
])("a list says nothing against %s", (text) => {
  expect(verdicts(text).filter((each) => each.startsWith("contradicted"))).toEqual([])
})
