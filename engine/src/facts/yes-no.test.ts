import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A campsite with a gym and evening classes that was invented for this: what one gets, may and has to, in other words than the facts'. */
const facts = compileFacts({
  name: "Larch Meadow",
  currency: "EUR",
  facts: factsOf([
    ["towel", "towels", "provided", "boolean", false, "", "We do not provide towels; please bring your own."],
    ["gas", "gas bottles", "sold", "boolean", true, "", "We sell gas bottles."],
    [
      "fire",
      "campfires",
      "allowed",
      "boolean",
      false,
      "",
      "Open fires are not allowed anywhere on the site.",
      { aliases: ["open fires", "fires"] },
    ],
    ["bread", "rye bread", "contains nuts", "boolean", true, "", "The rye bread contains nuts."],
    ["kiosk", "kiosk", "open on Sundays", "boolean", false, "", "The kiosk is not open on Sundays."],
    ["yoga", "yoga lessons", "offered", "boolean", true, "", "We offer yoga lessons, except on Sundays."],
    [
      "fee",
      "course fee",
      "refundable after the course has started",
      "boolean",
      false,
      "",
      "Course fees are not refundable once the course has started.",
      { aliases: ["fees"] },
    ],
    [
      "books",
      "textbooks",
      "included",
      "boolean",
      false,
      "",
      "Textbooks are not included in the fee.",
      { aliases: ["books"] },
    ],
    ["records", "online lessons", "recorded", "boolean", false, "", "Online lessons are not recorded."],
    ["photos", "photography", "allowed", "boolean", false, "", "Photography is not allowed."],
    ["boat", "rowing boat", "price", "money", 12, "EUR", "A rowing boat costs €12, life jackets included."],
    [
      "card",
      "guest card",
      "discount",
      "percent",
      10,
      "%",
      "The guest card gives 10% off everything except gas bottles.",
    ],
    ["saver", "Early ticket", "refundable", "boolean", false, "", "An Early ticket is not refundable."],
  ]),
})

function said(text: string): readonly string[] {
  const message = { text, now: "2026-03-10T12:00:00Z", zone: "UTC" }
  return review(message, { calendar: standardCalendar("UTC"), facts }).claims.map(({ verdict, factId = "" }) =>
    `${verdict} ${factId}`.trim(),
  )
}

test.each([
  ["Once the course has started we don't give fees back.", "supported fee"],
  ["Even after the course has started we refund the fee.", "contradicted fee"],
  ["An Early ticket is refundable as long as you tell us the day before.", "contradicted saver"],
  ["An Early ticket can be refunded, just use the form it came with.", "contradicted saver"],
  ["You may photograph whatever you like.", "contradicted photos"],
  ["We no longer sell gas bottles.", "contradicted gas"],
  ["You'd have to bring a towel of your own.", "supported towel"],
  ["We have towels for everybody.", "contradicted towel"],
  ["The rye bread is nut-free.", "contradicted bread"],
  ["The kiosk is closed on Sundays.", "supported kiosk"],
  ["Yoga lessons on a Sunday are no problem.", "contradicted yoga"],
  ["The textbooks are extra on top of the fee.", "supported books"],
  ["The textbooks are part of the fee.", "contradicted books"],
  ["We record every online lesson.", "contradicted records"],
  ["A rowing boat is €12, and for that life jackets are extra.", "supported boat"],
  ["With the guest card you get 10% off gas bottles as well.", "contradicted card"],
  ["With the guest card you get 10% off the boats.", "supported card"],
])("%s", (text, expected) => {
  expect(said(text)).toContain(expected)
})

test.each([
  "It's an Early ticket.",
  "About the money for your Early ticket:",
  "While you cancel the Early ticket",
  "Cameras have to stay in the bag.",
  "The kiosk is in the yellow house by the lake.",
])("%s goes against nothing", (text) => {
  expect(said(text).filter((each) => each.startsWith("contradicted"))).toEqual([])
})
