import type { Calendar } from "aboveboard-engine"
import { type NewFactInput, changeFact, createFact } from "../verbs/facts.ts"
import { momentOf } from "./moment.ts"
import { type Stage, actorOf, deskAt, factOf } from "./stage.ts"

/** What the shop may tell its customers, each with where it stands; one price has changed since, one fact is proposed. */
export async function writeFactBook(stage: Stage, calendar: Calendar): Promise<void> {
  const { opened } = stage.time
  const on = (moment: string) => deskAt(stage, momentOf(calendar, opened, moment))
  const lead = actorOf(stage, "priya")
  for (const fact of FACTS) {
    stage.facts.set(`${fact.subject} ${fact.attribute}`, await createFact(on("-200d 10:00"), lead, fact))
  }
  await changeFact(on("-120d 09:00"), lead, factOf(stage, "full service price"), FULL_SERVICE_NOW)
  await createFact(on("-2d 16:00"), actorOf(stage, "tom"), PROPOSED)
}

const PRICES = { kind: "document" as const, name: "Price list" }
const TERMS = { kind: "document" as const, name: "Shop terms v4" }
const MAKER = { kind: "url" as const, name: "https://maker.example/gsd" }

const FULL_SERVICE = {
  subject: "full service",
  aliases: ["big service"],
  attribute: "price",
  statement: "A full service costs £89.",
  value: "£89",
  source: { ...PRICES, line: "Full service 89.00" },
}
const FULL_SERVICE_NOW = {
  ...FULL_SERVICE,
  statement: "A full service costs £95.",
  value: "£95",
  source: { ...PRICES, line: "Full service 95.00" },
}

const FACTS: readonly NewFactInput[] = [
  FULL_SERVICE,
  {
    subject: "puncture repair",
    aliases: ["puncture", "flat tyre"],
    attribute: "price",
    statement: "A puncture repair costs £9, the new inner tube included.",
    value: "£9",
    source: { ...PRICES, line: "Puncture, with inner tube 9.00" },
    confirmDays: 210,
  },
  {
    subject: "workshop",
    aliases: ["repairs", "repair"],
    attribute: "usual turnaround",
    statement: "Repairs are usually done within 3 working days.",
    value: "3 working days",
    source: { kind: "person", name: "Tom Adeyemi" },
    confirmDays: 220,
  },
  {
    subject: "returns in the shop",
    aliases: ["returns", "change of mind"],
    attribute: "return window",
    statement: "A bike bought in the shop can be returned within 30 days if it has not been ridden.",
    value: "30 days",
    source: { ...TERMS, line: "6. Change of mind: 30 days, unridden." },
  },
  {
    subject: "first inspection",
    aliases: ["first check"],
    attribute: "price",
    statement: "The first inspection of a bike bought from us is free.",
    value: "£0",
    source: { ...TERMS, line: "9. The first inspection is free." },
  },
  {
    subject: "bike storage",
    aliases: ["storage", "winter storage"],
    attribute: "price",
    statement: "Storing a bike costs £12 a month.",
    value: 12,
    type: "money",
    unit: "GBP/month",
    source: { ...PRICES, line: "Storage, a month 12.00" },
  },
  {
    subject: "Tern GSD S10",
    aliases: ["GSD", "Tern GSD"],
    attribute: "price",
    statement: "The Tern GSD S10 costs £5,450.",
    value: "£5,450",
    source: { ...PRICES, line: "Tern GSD S10 5,450.00" },
  },
  {
    subject: "Tern GSD S10",
    aliases: ["GSD", "Tern GSD"],
    attribute: "width with panniers",
    statement: "The Tern GSD S10 is 68 cm wide with its panniers.",
    value: "68 cm",
    source: { ...MAKER, line: "Width over panniers 68 cm" },
  },
  {
    subject: "Tern HSD P9",
    aliases: ["HSD", "Tern HSD"],
    attribute: "price",
    statement: "The Tern HSD P9 costs £3,650.",
    value: "£3,650",
    source: { ...PRICES, line: "Tern HSD P9 3,650.00" },
  },
  {
    subject: "Urban Arrow Family",
    aliases: ["Urban Arrow"],
    attribute: "price",
    statement: "The Urban Arrow Family costs £5,990.",
    value: "£5,990",
    source: { ...PRICES, line: "Urban Arrow Family 5,990.00" },
  },
  {
    subject: "delivery",
    aliases: ["deliver"],
    attribute: "price within the town",
    statement: "We deliver within the town for £15.",
    value: "£15",
    source: { ...PRICES, line: "Delivery in town 15.00" },
  },
  {
    subject: "workshop",
    aliases: ["repairs"],
    attribute: "repairs carbon frames",
    statement: "We do not repair carbon frames.",
    value: false,
    type: "boolean",
    source: { ...TERMS, line: "12. We do not repair carbon frames." },
  },
]

const PROPOSED: NewFactInput = {
  subject: "winter tyres",
  aliases: ["studded tyres"],
  attribute: "price for a pair",
  statement: "A pair of winter tyres costs £64.",
  value: "£64",
  source: { kind: "person", name: "The wholesaler, on the phone" },
}
