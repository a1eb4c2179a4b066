import { describe, expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import type { CompiledFacts, Fact } from "../index.ts"

function book(name: string, facts: readonly Partial<Fact>[]): CompiledFacts {
  return compileFacts({ name, facts: facts.map((fact) => ({ ...PLAIN, ...fact })) })
}

const PLAIN: Fact = { id: "", subject: "", attribute: "opening hours", type: "text", value: "", statement: "" }

const gym = book("Gantry Gym", [
  {
    id: "open",
    subject: "gym",
    aliases: ["we are open"],
    value: "Mon-Fri 06:30-22:00, Sat 08:00-18:00, closed Sun",
    statement:
      "The gym is open Monday to Friday from 6:30 to 22:00 and Saturday from 8:00 to 18:00; on Sunday it is closed.",
  },
])
const bakery = book("Crumb & Co", [
  {
    id: "cutoff",
    subject: "cake pick-up",
    aliases: ["cakes"],
    attribute: "order deadline",
    value: "17:00",
    statement: "Cakes for the next day must be ordered by 5 p.m.",
  },
  {
    id: "rounds",
    subject: "bread round",
    aliases: ["bread van"],
    attribute: "delivery days",
    type: "list",
    value: ["Tuesday", "Thursday", "Saturday"],
    statement: "The bread van goes round on Tuesday, Thursday and Saturday only.",
  },
])
const lift = book("Fell Railway", [
  {
    id: "up",
    subject: "summit train",
    aliases: ["train", "trains to the summit"],
    attribute: "departures from Beck Foot",
    type: "list",
    value: ["09:15", "12:00", "15:45"],
    statement: "The summit train leaves Beck Foot daily at 09:15, 12:00 and 15:45.",
  },
  {
    id: "monday",
    subject: "summit train",
    attribute: "runs on Mondays in winter",
    type: "boolean",
    value: false,
    statement: "In winter the summit train does not run on Mondays.",
  },
])
const pottery = book("Kiln Lane", [
  {
    id: "class",
    subject: "wheel classes",
    aliases: ["wheel throwing"],
    attribute: "days and times",
    value: "Tuesday and Friday, 19:00-21:30",
    statement: "Wheel classes are held on Tuesday and Friday from 19:00 to 21:30.",
  },
])

function verdicts(facts: CompiledFacts, text: string): readonly string[] {
  const { claims } = review(
    { text, now: "2027-03-10T12:00:00Z", zone: "UTC" },
    { calendar: standardCalendar("UTC"), facts },
  )
  return claims.map(({ verdict, factId }) => `${verdict} ${factId ?? ""}`.trim())
}

describe("hours are read whatever they are of", () => {
  test.each<readonly [CompiledFacts, string, string]>([
    [gym, "We don't close until ten at night on Thursdays.", "supported open"],
    [gym, "On Saturdays we lock up at six.", "supported open"],
    [gym, "We're open 8 till 4 on Sundays.", "contradicted open"],
    [gym, "Saturday's good. The doors open at half six.", "contradicted open"],
    [gym, "Someone is here till 10 pm on a Saturday, too.", "contradicted open"],
    [gym, "You can drop your bag in any weekday before ten in the evening.", "supported open"],
    [gym, "We're not open until half past six on Mondays.", "supported open"],
    [gym, "We're open till ten tonight.", "supported open"],
    [bakery, "Cake orders go through until nine in the evening.", "contradicted cutoff"],
    [bakery, "The bread van goes round on Wednesdays.", "contradicted rounds"],
    [bakery, "The bread van doesn't go out on Fridays.", "supported rounds"],
    [bakery, "Our bread van comes round on Tuesdays and Thursdays.", "supported rounds"],
    [lift, "The first train from Beck Foot is at a quarter past nine.", "supported up"],
    [lift, "There's another train leaving Beck Foot at half past two in the afternoon.", "contradicted up"],
    [lift, "The summit train runs on Mondays, too.", "contradicted monday"],
    [pottery, "Wheel classes are on Tuesdays and Fridays.", "supported class"],
    [pottery, "Wheel classes run from seven to half past nine in the evening.", "supported class"],
  ])("%#. %s", (facts, text, expected) => expect(verdicts(facts, text)).toEqual([expected]))

  test.each<readonly [CompiledFacts, string]>([
    [gym, "Dr. Lowe's surgery closes at four on Mondays."],
    [gym, "Marta's shop is open on Sundays."],
    [gym, "Your key was here on Sunday until six."],
    [gym, "I'm here until three on Sunday."],
    [bakery, "Your rolls arrive with the bread van on Wednesday morning."],
    [bakery, "Call us about the bread van on Monday."],
    [lift, "The train gets there at 10:40."],
    [pottery, "Ms Sung from the wheel classes rang on Monday at ten."],
  ])("says nothing against what is somebody else's or another matter: %#. %s", (facts, text) => {
    expect(
      verdicts(facts, text).filter((each) => /contradicted|supported/.test(each) && !each.startsWith("unsup")),
    ).toEqual([])
  })
})
