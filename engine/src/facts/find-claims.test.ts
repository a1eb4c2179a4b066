import { describe, expect, test } from "vitest"
import { review, standardCalendar } from "../index.ts"
import type { CompiledFacts } from "../index.ts"
import { ferry, telephone } from "./test-books.ts"

function claimsIn(text: string, facts: CompiledFacts): string {
  const { claims } = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
  return claims.map(({ verdict, factId }) => `${verdict}${factId === undefined ? "" : ` ${factId}`}`).join(", ")
}

type Case = readonly [text: string, claims: string]

describe("amounts are read and compared as typed values", () => {
  test.each<Case>([
    ["A foot passenger pays €24 each way.", "supported foot"],
    ["As a foot passenger you pay 28 euros one way.", "contradicted foot"],
    ["Taking a bicycle with you costs 6 euros.", "supported bike"],
    ["You can take your bike along for free.", "contradicted bike"],
    ["Changing your booking costs €15.", "supported rebook"],
    ["There is no change fee.", "contradicted rebook"],
    ["You can change the booking free of charge.", "contradicted rebook"],
    ["A cabin is 45 euros extra.", "supported cabin"],
    ["A cabin would be €54.", "contradicted cabin"],
    ["Two cabins come to €90.", "supported cabin"],
    ["Some cabins cost €54.", "contradicted cabin"], // not "so" and what this customer's own case is
    ["The crossing takes 150 minutes.", "supported time"],
    ["The crossing takes about two and a half hours.", "supported time"],
    ["The crossing is just under two hours.", "contradicted time"],
    ["You may bring two suitcases each at no charge.", "supported bags"],
    ["Each passenger can take three bags.", "contradicted bags"],
    ["Groups of ten or more get 15% off.", "supported group"],
    ["As a group you get 20% off.", "contradicted group"],
    ["Children under four travel free.", "supported child"],
    ["Children under 6 travel for free.", "contradicted child"],
    ["If you cancel two days before departure you get 80 percent back.", "supported cancel"],
    ["If you cancel up to 24 hours before departure, we refund 80%.", "contradicted cancel"],
    ["The winter timetable starts on 26 October.", "supported winter"],
    ["The winter timetable starts on 2 November.", "contradicted winter"],
  ])("%s → %s", (text, claims) => expect(claimsIn(text, ferry)).toBe(claims))

  test.each<Case>([
    ["Flat S is €12.99 a month.", "supported s"],
    ["Flat S is €155.88 a year.", "supported s"],
    ["Flat M costs 24.99 a month.", "contradicted m"],
    ["With Flat S you get 8 gigs a month.", "supported s-data"],
    ["Flat M comes with 30 GB of data.", "contradicted m-data"],
    ["The contract runs for two years.", "supported term"],
    ["The minimum term is 12 months.", "contradicted term"],
    ["There's no minimum term.", "contradicted term"],
    ["The notice period is three months.", "contradicted notice"],
    ["Porting your number takes up to five working days.", "contradicted port"],
    ["Your number moves over within one working day.", "supported port"],
    ["Porting takes one day.", "contradicted port"], // a working day is not a day
    ["We don't charge a connection fee.", "contradicted start"],
    ["As a student you save 20% every month.", "supported student"],
  ])("%s → %s", (text, claims) => expect(claimsIn(text, telephone)).toBe(claims))
})

describe("whom it is about chooses among the facts", () => {
  test.each<Case>([
    ["In high season the car costs €96.", "supported car-high"],
    ["In low season the car costs €96.", "contradicted car-low"],
    ["> We come in high season.\n\nThen the car is €68.", "contradicted car-high"],
    ["With a car you need to check in at least 45 minutes before departure.", "supported in-car"],
    ["With a car, please check in no later than 30 minutes before departure.", "contradicted in-car"],
  ])("%s → %s", (text, claims) => expect(claimsIn(text, ferry)).toBe(claims))

  test("what is known of the customer is used where the message says nothing", () => {
    const input = { text: "The car costs €68 one way.", now: "2026-11-16T12:00:00Z", scope: { season: "high season" } }
    const { claims } = review(input, { calendar: standardCalendar("UTC"), facts: ferry })
    expect(claims.map(({ verdict, factId }) => [verdict, factId])).toEqual([["contradicted", "car-high"]])
  })
})

describe("yes and no, with denials", () => {
  test.each<Case>([
    ["Your dog is welcome on board.", "supported dog"],
    ["Dogs may come into the restaurant with you.", "contradicted dog-inn"],
    ["Pets aren't allowed in the restaurant.", "supported dog-inn"],
    ["There's a lift on board for wheelchairs.", "supported lift"],
    ["Unfortunately there is no lift on board.", "contradicted lift"],
    ["> Is there a lift on board?\n\nYes, of course.", "supported lift"],
    ["> Is there a lift on board?\n\nNo, I'm sorry.", "contradicted lift"],
  ])("%s → %s", (text, claims) => expect(claimsIn(text, ferry)).toBe(claims))

  test.each<Case>([
    ["Yes, we offer eSIM.", "supported esim"],
    ["We don't have eSIM yet.", "contradicted esim"],
    ["Flat S includes 5G.", "contradicted 5g-s"],
    ["You have 5G with Flat M.", "supported 5g-m"],
    ["You can pay by PayPal.", "supported pay"],
  ])("%s → %s", (text, claims) => expect(claimsIn(text, telephone)).toBe(claims))
})

describe("opening hours", () => {
  test.each<Case>([
    ["The ticket office is open until 6:30 pm every day.", "supported office"],
    ["The ticket office closes at 5 p.m.", "contradicted office"],
    ["Our ticket office opens at eight in the morning.", "supported office"],
  ])("%s → %s", (text, claims) => expect(claimsIn(text, ferry)).toBe(claims))

  test.each<Case>([
    ["The hotline is open on Sundays too.", "contradicted line"],
    ["The hotline is closed on Sundays.", "supported line"],
    ["You can reach our hotline Monday to Friday from 7 to 22.", "supported line"],
  ])("%s → %s", (text, claims) => expect(claimsIn(text, telephone)).toBe(claims))
})

describe("a fact holds in its time", () => {
  test.each<Case>([
    ["Router rent is €4 a month.", "supported new"],
    ["Router rent is €3 a month.", "contradicted new"],
    ["Router rent was €3 a month until June.", "supported old"],
    ["Router rent used to be €3 a month.", "supported old"],
  ])("%s → %s", (text, claims) => expect(claimsIn(text, telephone)).toBe(claims))
})

describe("facts of one's own are compared with one another", () => {
  test.each<Case>([
    ["Flat M costs seven euros more than Flat S.", "supported m"],
    ["Flat S is cheaper than Flat M.", "supported s"],
    ["Flat S costs more than Flat M.", "contradicted s"],
  ])("%s → %s", (text, claims) => expect(claimsIn(text, telephone)).toBe(claims))
})

describe("what nothing backs", () => {
  test.each<Case>([
    ["Breakfast on board costs €11.", "unsupported"],
    ["Our ships run on biofuel.", "unsupported"],
    ["Our cabins come with a kettle.", "unsupported"],
    ["Every cabin has its own shower.", "unsupported"],
    ["On board there's a playroom for children.", "unsupported"],
    ["We are the most punctual ferry line in the Baltic.", "supported best"],
    ["We are the most punctual ferry line in the world.", "needs-evidence"],
  ])("%s → %s", (text, claims) => expect(claimsIn(text, ferry)).toBe(claims))
})

describe("what is no claim", () => {
  test.each([
    "Thanks for your patience, the refund of €48 went out yesterday.",
    "I've moved you to the 14:30 sailing as you asked.",
    "Could you tell me whether the cabin was €54?",
    "You wrote that a cabin costs €54.",
    'The sign says "A cabin costs €54".',
    "> A cabin costs €54, doesn't it?\n\nLet me check that for you.",
    "I can't promise that the crossing takes two hours.",
    "Best regards\n\n-- \nAnn\nCabins for €54",
    "I told you a cabin costs €54; that was wrong.",
    "If you have any questions about the cabin, just write to me.",
    "I'll call you back within two hours.",
    "The port authority charges €12 for that.",
    "Then grab a coffee for €3 on the quay.",
    "Refunded €48 to your card.",
    "Your car is booked for the 14:30 on Thursday.",
  ])("%s", (text) => expect(claimsIn(text, ferry)).toBe(""))
})
