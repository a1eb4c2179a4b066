import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A campsite that was invented for this; its boat price went up, and its winter offer has not begun. */
const campsite = compileFacts({
  name: "Reedwater",
  currency: "EUR",
  facts: [
    ...factsOf([
      ["late", "late departure", "grace period", "duration", 2, "hours", "You may leave up to 2 hours late for free."],
      ["notice", "cancellation", "notice", "duration", 10, "days", "A pitch can be cancelled with 10 days' notice."],
      ["tent", "tent pitch", "longest stay", "duration", 3, "weeks", "A tent pitch can be kept for up to 3 weeks."],
      ["dogs", "dogs", "maximum number per pitch", "quantity", 2, "dogs", "Up to 2 dogs may stay on a pitch."],
      ["pitch", "caravan pitch", "price", "money", 38, "EUR/night", "A caravan pitch costs €38 a night."],
      ["linen", "bed linen", "price", "money", 9, "EUR", "Bed linen costs €9."],
      ["shop", "camp shop", "opening hours", "text", "Mon-Sun 08:00-18:00", "", "The camp shop is open from 8 to 18."],
      ["guide", "canoe guide", "minimum age", "quantity", 12, "years", "Children go with the canoe guide from age 12."],
    ]),
    {
      id: "boat",
      subject: "rowing boat",
      attribute: "price",
      type: "money",
      value: 14,
      unit: "EUR/hour",
      validFrom: "2026-05-01",
      statement: "A rowing boat costs €14 an hour since 1 May 2026.",
    },
    {
      id: "winter",
      subject: "winter offer",
      attribute: "discount on caravan pitches",
      type: "percent",
      value: 30,
      unit: "%",
      validFrom: "2026-12-01",
      validUntil: "2027-02-28",
      statement: "From 1 December 2026 to 28 February 2027 caravan pitches are 30% cheaper.",
    },
  ],
})

const heldIn = (text: string): readonly string[] =>
  review({ text, now: "2026-11-18T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts: campsite })
    .claims.filter(({ verdict }) => verdict === "contradicted")
    .map(({ quote }) => quote)

test.each([
  "Five weeks is too long for a tent pitch.",
  "Four days' notice isn't enough, we need ten.",
  "A stay of five weeks on a tent pitch isn't possible.",
  "Three dogs are one too many for a pitch.",
  "You have three dogs, one more than allowed.",
  "Four days is shorter than we need for a cancellation.",
])("a figure that fails the rule is not told as the rule: %s", (text) => expect(heldIn(text)).toEqual([]))

test.each(["Leaving an hour late is no problem.", "You can be 30 minutes late on the day you leave."])(
  "what lies within a limit is allowed by it: %s",
  (text) => expect(heldIn(text)).toEqual([]),
)

test.each([
  "We don't charge €12 for a rowing boat any more.",
  "The old price of €12 an hour for a rowing boat is history.",
  "When you came in June last year, a rowing boat cost €12 an hour.",
  "You save €76 on a caravan pitch that way.",
  "A caravan pitch is €6 cheaper than a cabin.",
  "The €38 don't include bed linen.",
  "Bed linen isn't part of the €38.",
])("what is over, saved or apart is not the price: %s", (text) => expect(heldIn(text)).toEqual([]))

test.each([
  "You have been on your tent pitch for two weeks.",
  "You kept the tent pitch for four weeks.",
  "You gave us only four days' notice.",
  "Your son is eleven years old.",
  "You're cancelling twelve days ahead.",
])("what a customer did and is, is theirs: %s", (text) => expect(heldIn(text)).toEqual([]))

test.each([
  "If you get here after seven, try the kiosk at the station.",
  "If you come after six, I'm afraid the camp shop is closed.",
  "The 30% are only for caravan pitches, not for cabins.",
  "Northlake charges €19 an hour for a rowing boat.",
  "A rowing boat is €14 an hour with us and €9 without oars.",
])("on a condition, for something else, or by somebody else: %s", (text) => expect(heldIn(text)).toEqual([]))

test.each([
  "With bed linen it's €52 for the night.",
  "€52 if you take bed linen.",
  "A caravan pitch and bed linen come to €47 together.",
  "Half an hour in a rowing boat is €7.",
  "Three hours in a rowing boat come to €42.",
])("a sum of more than the fact's thing, or of more than one of it, is not its price: %s", (text) =>
  expect(heldIn(text)).toEqual([]),
)

test.each([
  "A tent pitch can be kept for up to 5 weeks.",
  "Leaving three hours late is no problem.",
  "You can cancel with four days' notice.",
  "Up to three dogs may stay on a pitch.",
  "A rowing boat costs €12 an hour.",
  "A caravan pitch is €32 a night.",
  "Bed linen is €12 with us.",
  "Right now caravan pitches are 30% cheaper.",
  "The camp shop is open until 20:00.",
])("what goes against a fact is still held: %s", (text) => expect(heldIn(text)).toHaveLength(1))
