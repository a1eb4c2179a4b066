import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { leastTime } from "../../bench/measure.ts"
import { standardCalendar } from "../calendar.ts"
import type { Calendar } from "../calendar.ts"
import type { FoundTime } from "../review-format.ts"
import { findTimes } from "./find-times.ts"

const WEDNESDAY = "2026-03-04T10:00:00Z" // 10:00 in London
const london = standardCalendar("Europe/London")

describe("vague words", () => {
  const VAGUE = [
    "[shortly]",
    "[right back]",
    "[right away]",
    "[asap]",
    "[as soon as possible]",
    "[soon]",
    "[in a moment]",
    "[in a few minutes]",
    "[in a jiffy]",
    "[in due course]",
    "[at the earliest opportunity]",
    "[straight away]",
    "[immediately]",
    "[momentarily]",
    "[before long]",
    "[when I can]",
    "[in the next few days]",
    "[by return of post]",
    "[before I go on leave]",
    "[after the meeting]",
    "[as quickly as we can]",
    "[at some point]",
  ]
  test.each(VAGUE)("call you %s", (marked) => {
    const { text, start, end } = unmarked(`I'll call you ${marked}.`)
    expect(times(text)).toEqual([{ start, end, text: text.slice(start, end), kind: "vague" }])
  })
  test("carry the workspace's meaning, counted in working minutes, and stay vague", () => {
    const calendar = { ...london, meanings: { "right back": 60, shortly: 120 } }
    const late = { now: "2026-03-06T16:30:00Z", zone: "Europe/London", calendar }
    expect(findTimes("We'll call you right back.", late)[0]).toMatchObject({
      kind: "vague",
      until: "2026-03-09T09:30:00+00:00",
    })
    expect(findTimes("We'll call you very soon.", late)[0]).toMatchObject({
      kind: "vague",
      until: "2026-03-09T10:30:00+00:00",
    })
  })
  test("before a day are fixed by it", () => {
    expect(times("We'll ring as soon as possible before Friday.")[0]).toMatchObject({
      kind: "certain",
      until: "2026-03-05T17:00:00+00:00",
    })
  })
})

describe("nothing is due in", () => {
  test.each([
    "It took us 17.30 hrs.",
    "You may march on, said the second clerk.",
    "The sun sat on the wed rug.",
    "Basket of 3 items.",
    "Order 12/34 is packed.",
    "We are open 24/7.",
    "Open Monday to Friday, 9am to 5pm.",
    "Closed on Sundays.",
    "Call 020 7946 0958 or (206) 555-1212.",
    "Version 2.3.1 costs £5.30.",
    "Yesterday we called at 3pm.",
    "On Friday I wrote that it works.",
    "Your deposit arrived on Monday.",
    "Your bill of 2 May is settled.",
    "Reserved for 08:53 minutes.",
    "The card ending in 77.",
    "Flight time is about 2 hours.",
    "Two days later we replied.",
    "Last Friday it rained.",
    "Two days ago it broke.",
    "You wrote to us on 2 March.",
    "Your order was shipped on Monday.",
    "We had your letter of 12 February.",
    "We fixed it at 9:15 this morning.",
    "Prices rose by 5.",
    "We sit at 10 Mill Lane.",
    "We ship from 5 to 10 boxes.",
    "There are shops at 5 locations.",
    "It is on the first floor.",
    "On the 2nd attempt it worked.",
    "Drive within 5 miles.",
    "Three easy steps, 3/4 of the work.",
    "We meet every Monday at 9.",
    "Screens are 16:9 or 4:3.",
    "At the end of the day, trust matters.",
    "It costs about 10.",
    "The case ran for two weeks.",
    "Since Monday it works.",
    "Today's price, Friday's menu.",
    "As soon as you confirm, we send it.",
    "For now it holds.",
    "By now you know.",
    "Sooner or later.",
    "Ref ABC-12345-A1B2C3, ssn 123-12-1234.",
    "Score 3-2, ratio 1:1.",
    "A same-day service with a 2-hour slot.",
    "It may be good.",
    "See www.example.com/2026/05/06/news and a@b.de",
    "",
    "   ",
    "....",
    "It is 20 % off at 10%.",
  ])("%s", (text) => {
    expect(times(text).filter((time) => time.until !== undefined)).toEqual([])
  })
})

describe("what is not said stays open", () => {
  test("without a now there are words and kinds only", () => {
    expect(findTimes("I'll call by Friday or so.", { zone: "Europe/London", calendar: london })).toEqual([
      { start: 10, end: 25, text: "by Friday or so", kind: "certain" },
    ])
  })
  test("an unknown zone or a now that cannot be read resolves nothing", () => {
    expect(findTimes("by Friday", { now: WEDNESDAY, zone: "Mars/Base", calendar: london })).toEqual([
      { start: 0, end: 9, text: "by Friday", kind: "certain" },
    ])
    expect(findTimes("by Friday", { now: "soon", zone: "UTC", calendar: london })[0]).not.toHaveProperty("until")
  })
  test("a length that runs from elsewhere has no end", () => {
    expect(times("You can return it within 30 days of purchase.")).toEqual([
      { start: 18, end: 32, text: "within 30 days", kind: "certain" },
    ])
  })
  test("another person's clock is not guessed", () => {
    expect(times("I'll ring at 2pm your time.")[0]).not.toHaveProperty("until")
  })
})

describe("the calendar decides", () => {
  const monday = { now: "2026-03-02T08:00:00Z", zone: "Europe/London" }
  test("a day off is no working day", () => {
    const calendar = { ...london, daysOff: ["2026-03-05"] }
    expect(findTimes("in 2 business days", { now: WEDNESDAY, zone: "Europe/London", calendar })[0]?.until).toBe(
      "2026-03-09T17:00:00+00:00",
    )
  })
  test("a team that works from noon to eight ends its day at eight", () => {
    const hours = [{ from: "12:00", until: "20:00" }]
    const calendar: Calendar = { ...london, hours: { 1: hours, 2: hours } }
    expect(findTimes("by end of day", { ...monday, calendar })[0]?.until).toBe("2026-03-02T20:00:00+00:00")
    expect(findTimes("tomorrow at 8", { ...monday, calendar })[0]?.until).toBe("2026-03-03T20:00:00+00:00")
  })
  test("a weekday said on that day means today while work goes on, and a week later after it", () => {
    expect(findTimes("on Monday", { ...monday, calendar: london })[0]?.until).toBe("2026-03-02T17:00:00+00:00")
    expect(findTimes("on Monday", { ...monday, now: "2026-03-02T18:00:00Z", calendar: london })[0]?.until).toBe(
      "2026-03-09T17:00:00+00:00",
    )
  })
  test("the end of a day that is over is 23:59", () => {
    expect(findTimes("by end of day", { ...monday, now: "2026-03-02T18:00:00Z", calendar: london })[0]?.until).toBe(
      "2026-03-02T23:59:00+00:00",
    )
  })
  test("the offset follows the change of clocks", () => {
    expect(findTimes("by 30 March at 5pm", { ...monday, calendar: london })[0]?.until).toBe("2026-03-30T17:00:00+01:00")
    expect(
      findTimes("within 24 hours", { now: "2026-03-28T12:00:00Z", zone: "Europe/London", calendar: london })[0]?.until,
    ).toBe("2026-03-29T13:00:00+01:00")
  })
  test("5/3 is the fifth of March, in the United States May the third", () => {
    const york = standardCalendar("America/New_York")
    expect(findTimes("by 5/3", { ...monday, calendar: london })[0]?.until).toBe("2026-03-05T17:00:00+00:00")
    expect(findTimes("by 5/3", { ...monday, zone: "America/New_York", calendar: york })[0]?.until).toBe(
      "2026-05-03T23:59:00-04:00",
    )
  })
  test("a time beside a day begins its window on that day", () => {
    expect(times("between 08:00 and 13:00 on Friday")[0]?.from).toBe("2026-03-06T08:00:00+00:00")
  })
  test("a visit that was moved to a day is due then", () => {
    expect(times("We moved your visit to Monday.")).toMatchObject([
      { text: "Monday", until: "2026-03-09T17:00:00+00:00" },
    ])
  })
  test("windows carry where they begin", () => {
    expect(times("between 2 and 4 on Thursday")[0]?.from).toBe("2026-03-05T14:00:00+00:00")
    expect(times("from 11 to 1 tomorrow")[0]).toMatchObject({
      from: "2026-03-05T11:00:00+00:00",
      until: "2026-03-05T13:00:00+00:00",
    })
    expect(times("next week")[0]?.from).toBe("2026-03-09T00:00:00+00:00")
  })
})

describe("any text", () => {
  const words =
    "by on at in the next this friday mon may 5 15th 3 : . / - 2026 week end of day or to between and pm am half past hour days within soon ( ) , \n now 24 7 31 feb 99999 last working first".split(
      " ",
    )
  const noise = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 })), { maxLength: 40 })
    .map((each) => each.join(" "))
  test("is read without failing; times are in order, apart, and where they say they are", () => {
    fc.assert(
      fc.property(noise, fc.boolean(), (text, glued) => {
        const said = glued ? text.replaceAll(" ", "") : text
        let last = 0
        for (const time of times(said)) {
          expect(time.start).toBeGreaterThanOrEqual(last)
          expect(said.slice(time.start, time.end)).toBe(time.text)
          if (time.from !== undefined && time.until !== undefined)
            expect(Temporal.Instant.compare(time.from, time.until)).toBeLessThanOrEqual(0)
          last = time.end
        }
      }),
      { numRuns: 800, seed: 11 },
    )
  })
  test("is read in time that grows with its length", () => {
    for (const bite of [
      "by the end of ",
      "between 2 and 3 or 4 to ",
      "in 3-",
      "Monday or ",
      "twenty-",
      "at 5.",
      "the the ",
      "1/2/",
    ]) {
      const text = bite.repeat(4000)
      const read = () => findTimes(text, { now: WEDNESDAY, zone: "Europe/London", calendar: london })
      expect(leastTime(read, 1500)).toBeLessThan(1500)
    }
  })
  test("is read between the given offsets only", () => {
    const text = "> by Friday\nby Monday"
    expect(findTimes(text, { now: WEDNESDAY, zone: "Europe/London", calendar: london, start: 12 })).toMatchObject([
      { start: 12, text: "by Monday" },
    ])
  })
})

function times(text: string): readonly FoundTime[] {
  return findTimes(text, { now: WEDNESDAY, zone: "Europe/London", calendar: london })
}

function unmarked(marked: string): { text: string; start: number; end: number } {
  const text = marked.replace("[", "").replace("]", "")
  return { text, start: marked.indexOf("["), end: marked.indexOf("]") - 1 }
}
