import { expect, test } from "vitest"
import { review, standardCalendar } from "../index.ts"
import type { Channel } from "../index.ts"
import { isCraft } from "./crafts.ts"
import { baseOfIng, baseOfParticiple, deedOf, isDeedVerb } from "./verbs.ts"

const policy = { calendar: standardCalendar("UTC") }

function told(text: string, channel: Channel): string {
  const promise = review({ text, channel, now: "2026-03-04T10:00:00Z", zone: "UTC" }, policy).promises[0]
  return promise === undefined ? "none" : `${promise.kind} ${promise.actor.kind}`
}

/** Trades and offices have more verbs than a list can hold; none of these is in ours. */
const VERBS = [
  ["reglue", "reglued", "regluing"],
  ["upholster", "upholstered", "upholstering"],
  ["grout", "grouted", "grouting"],
  ["redact", "redacted", "redacting"],
  ["winterise", "winterised", "winterising"],
  ["provision", "provisioned", "provisioning"],
  ["vaccinate", "vaccinated", "vaccinating"],
  ["bevel", "bevelled", "bevelling"],
] as const
/** Nor are these in any list of people. */
const CRAFTS = ["bookbinder", "farrier", "ecologist", "lifeguard", "stonemason", "registrar"]

const IN_OPEN_PLACES: readonly (readonly [
  expected: string,
  channel: Channel,
  say: (verb: (typeof VERBS)[number]) => string,
])[] = [
  ["later named", "mail", ([verb]) => `Sam will ${verb} the panel tomorrow.`],
  ["later company", "mail", ([, done]) => `Your panel will be ${done} on Monday.`],
  ["later company", "mail", ([, done]) => `The panel will be ${done} on Monday.`],
  ["later i", "mail", ([, , doing]) => `I'm ${doing} the panel for you tomorrow.`],
  ["conditional company", "mail", ([, done]) => `If the panel is cracked, it will be ${done}.`],
  ["later company", "chat", ([, done]) => `the panel will be ${done} on monday`],
  ["later named", "note", ([verb]) => `Cracked panel reported. Pete to ${verb} panel.`],
  ["later i", "note", ([verb]) => `Spoke to cust, will ${verb} panel Tues.`],
  ["later company", "note", ([, done]) => `Panel being ${done} Tues.`],
  ["later i", "note", ([verb]) => `Cust cross. Promised to ${verb} it by Fri.`],
  ["later i", "note", ([verb]) => `Action: ${verb} the panel.`],
]

test.each(IN_OPEN_PLACES)(
  "a verb that no list holds is a deed where a deed stands: %s in a %s",
  (expected, channel, say) => {
    for (const verb of VERBS) {
      expect(deedOf(verb[0])).toBeNull()
      expect([say(verb), told(say(verb), channel)]).toEqual([say(verb), expected])
    }
  },
)

test.each([
  ["later named", "mail", (craft: string) => `The ${craft} will reglue the frame on Monday.`],
  ["later someone", "mail", (craft: string) => `A ${craft} will ring you on Monday.`],
  ["later named", "note", (craft: string) => `Rang re frame. Our ${craft} to ring him Tues.`],
  ["later named", "note", (craft: string) => `Asked ${craft} to look at it.`],
] as const)("whoever is named by a craft is one of ours: %s in a %s", (expected, channel, say) => {
  for (const craft of CRAFTS) expect([say(craft), told(say(craft), channel)]).toEqual([say(craft), expected])
})

test.each([
  ["mail", "Interest will accrue the whole time."],
  ["mail", "Traffic will be diverted."],
  ["mail", "The winners will be announced in May."],
  ["mail", "The letter will explain the details."],
  ["chat", "The total cost will be adjusted."],
  ["chat", "You will be delighted."],
  ["note", "To find out which, I'll need the serial number."],
  ["note", "Upgrade to business class."],
  ["note", "Asked cust to ring back."],
  ["note", "Told supplier to send photos."],
] as const)(
  "what befalls, is told of everybody, or is asked of others is no deed of ours: in a %s, %s",
  (channel, text) => {
    expect(told(text, channel)).toBe("none")
  },
)

test("where no word stands, there is no deed", () => {
  expect(deedOf("")).toBeNull()
  expect(isDeedVerb("")).toBe(false)
})

test("letters, orders and boilers are no people, whatever their ending", () => {
  for (const noun of ["letter", "order", "boiler", "offer", "customer"]) expect(isCraft(noun)).toBe(false)
  for (const craft of CRAFTS) expect(isCraft(craft)).toBe(true)
})

test("the base of a verb that no list holds ends as English verbs do", () => {
  expect(["regluing", "escalating", "organising", "strapping", "grouting", "rolling"].map(baseOfIng)).toEqual([
    "reglue",
    "escalate",
    "organise",
    "strap",
    "grout",
    "roll",
  ])
  expect(["announced", "grouted", "taken"].map(baseOfParticiple)).toEqual(["announce", "grout", "take"])
})
