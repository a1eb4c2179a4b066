import { describe, expect, test } from "vitest"
import { standardCalendar } from "../calendar.ts"
import { findTimes } from "./find-times.ts"

const WEDNESDAY = "2026-03-04T10:00:00Z" // 10:00 in London
const london = standardCalendar("Europe/London")

/** Each line: the text, with the words that say when in brackets; the kind; the beginning of `until`. */
type Line = [marked: string, kind: string, until: string]

const PHRASES: [group: string, lines: Line[]][] = [
  [
    "the end of a day",
    [
      ["You will have the invoice [by end of day].", "implied", "2026-03-04T17:00"],
      ["Parts leave us [by EOD].", "implied", "2026-03-04T17:00"],
      ["A quote reaches you [by COB tomorrow].", "implied", "2026-03-05T17:00"],
      ["We post it [before close of business on Thursday].", "implied", "2026-03-05T17:00"],
      ["I'll write [by the end of Friday].", "implied", "2026-03-06T17:00"],
      ["Sam rings [by end of play].", "implied", "2026-03-04T17:00"],
      ["Sam rings [by tomorrow's close of business].", "implied", "2026-03-05T17:00"],
      ["Sam rings [by\nFriday].", "certain", "2026-03-06T17:00"],
      ["We answer [by the end of today].", "implied", "2026-03-04T17:00"],
      ["[COB Friday at the latest].", "implied", "2026-03-06T17:00"],
    ],
  ],
  [
    "days",
    [
      ["I will fit the chain [today].", "certain", "2026-03-04T17:00"],
      ["I'll look [later today].", "certain", "2026-03-04T17:00"],
      ["We'll weld it [tomorrow].", "certain", "2026-03-05T17:00"],
      ["The frame is back [the day after tomorrow].", "certain", "2026-03-06T17:00"],
      ["ready [2moro]", "certain", "2026-03-05T17:00"],
      ["You'll hear [by Friday].", "certain", "2026-03-06T17:00"],
      ["We'll deliver [on Friday].", "certain", "2026-03-06T17:00"],
      ["We'll deliver [this Friday].", "certain", "2026-03-06T17:00"],
      ["We'll deliver [next Tuesday].", "certain", "2026-03-10T17:00"],
      ["We'll deliver [Tuesday next week].", "certain", "2026-03-10T17:00"],
      ["We'll deliver [by Friday of this week].", "certain", "2026-03-06T17:00"],
      ["We'll deliver [Friday week].", "certain", "2026-03-13T17:00"],
      ["We'll deliver [a week on Friday].", "certain", "2026-03-13T17:00"],
      ["We'll deliver [on Saturday].", "certain", "2026-03-07T23:59"],
      ["We'll deliver [before Friday].", "certain", "2026-03-05T17:00"],
      ["We'll hold it [until Thursday].", "certain", "2026-03-05T17:00"],
      ["It goes out [the next working day].", "certain", "2026-03-05T17:00"],
      ["Ring you [on Tues].", "certain", "2026-03-10T17:00"],
      ["[From Monday] we open early.", "certain", "2026-03-09T17:00"],
    ],
  ],
  [
    "dates",
    [
      ["Refund [by the 15th].", "certain", "2026-03-15T23:59"],
      ["Credit [by the 1st].", "certain", "2026-04-01T17:00"],
      ["We start [on the 17th of next month].", "certain", "2026-04-17T17:00"],
      ["It ships [on 16 November].", "certain", "2026-11-16T17:00"],
      ["It ships [on Nov 16th].", "certain", "2026-11-16T17:00"],
      ["It ships [on November 16th, 2027].", "certain", "2027-11-16T17:00"],
      ["It ships [on the fourth of June].", "certain", "2026-06-04T17:00"],
      ["It ships [on 16/11/2026].", "certain", "2026-11-16T17:00"],
      ["It ships [on 3/4/26].", "certain", "2026-04-03T17:00"],
      ["It ships [by 2026-04-02].", "certain", "2026-04-02T17:00"],
      ["It ships [on 05-May-2026].", "certain", "2026-05-05T17:00"],
      ["It ships [on 4/16].", "certain", "2026-04-16T17:00"],
      ["It ships [Mon, 9 Mar].", "certain", "2026-03-09T17:00"],
      ["It ships [Friday the 13th].", "certain", "2026-03-13T17:00"],
      ["It ships [Friday 4/3].", "certain", "2026-04-03T17:00"],
      ["The stand is up [from 9 to 12 June].", "certain", "2026-06-12T17:00"],
      ["It ships [before Christmas].", "certain", "2026-12-24T17:00"],
      ["It ships [by Easter].", "certain", "2026-04-05T23:59"],
      ["It ships [no later than 14 July].", "certain", "2026-07-14T17:00"],
      ["It ships [on 29 February].", "certain", "2028-02-29T17:00"],
    ],
  ],
  [
    "times of the clock",
    [
      ["I'll ring [at 3].", "certain", "2026-03-04T15:00"],
      ["I'll ring [at 3pm].", "certain", "2026-03-04T15:00"],
      ["I'll ring [at 3 p.m.]", "certain", "2026-03-04T15:00"],
      ["I'll ring [at 15:30].", "certain", "2026-03-04T15:30"],
      ["I'll ring [at 3.30].", "certain", "2026-03-04T15:30"],
      ["I'll ring [at quarter to three].", "certain", "2026-03-04T14:45"],
      ["I'll ring [at half past three].", "certain", "2026-03-04T15:30"],
      ["I'll ring [at half four].", "certain", "2026-03-04T16:30"],
      ["I'll ring [at twenty past one].", "certain", "2026-03-04T13:20"],
      ["I'll ring [at ten to five].", "certain", "2026-03-04T16:50"],
      ["I'll ring [at two forty].", "certain", "2026-03-04T14:40"],
      ["I'll ring [at four o'clock].", "certain", "2026-03-04T16:00"],
      ["I'll ring [at three in the afternoon tomorrow].", "certain", "2026-03-05T15:00"],
      ["I'll ring you [around 3].", "certain", "2026-03-04T15:00"],
      ["I'll ring [at some point tomorrow].", "certain", "2026-03-05T17:00"],
      ["I'll ring [by noon].", "certain", "2026-03-04T12:00"],
      ["I'll ring [before midnight].", "certain", "2026-03-05T00:00"],
      ["I'll ring [at 9].", "certain", "2026-03-05T09:00"],
      ["I'll ring [today by five].", "certain", "2026-03-04T17:00"],
      ["I'll ring [tomorrow at 11].", "certain", "2026-03-05T11:00"],
      ["I'll ring [Tuesday, around half nine].", "certain", "2026-03-10T09:30"],
      ["I'll ring [on 4 March at 3].", "certain", "2026-03-04T15:00"],
      ["I'll ring [Monday by 10am].", "certain", "2026-03-09T10:00"],
      ["I'll ring [at 8 tonight].", "certain", "2026-03-04T20:00"],
      ["I'll ring [tomorrow evening around 7].", "certain", "2026-03-05T19:00"],
      ["I'll ring [tomorrow, just after two].", "certain", "2026-03-05T15:00"],
      ["I'll ring [at 1630 hrs].", "certain", "2026-03-04T16:30"],
      ["I'll ring [this time tomorrow].", "certain", "2026-03-05T10:00"],
      ["It goes [on the 3pm van].", "certain", "2026-03-04T15:00"],
    ],
  ],
  [
    "windows",
    [
      ["We call [between 2 and 4 on Thursday].", "certain", "2026-03-05T16:00"],
      ["We call [from 9 to 11 tomorrow].", "certain", "2026-03-05T11:00"],
      ["We call [Tue 3pm-5pm].", "certain", "2026-03-10T17:00"],
      ["We call [tomorrow 2-4pm].", "certain", "2026-03-05T16:00"],
      ["We call [between 08:00 and 13:00 on Friday 6th March].", "certain", "2026-03-06T13:00"],
      ["We call [tomorrow, probably around 3].", "certain", "2026-03-05T15:00"],
      ["We call [tomorrow (Thursday) at 4].", "certain", "2026-03-05T16:00"],
      ["We call [by Friday/Saturday].", "certain", "2026-03-07T23:59"],
      ["We call [Monday or Tuesday next week].", "certain", "2026-03-10T17:00"],
      ["We call [at 3 or 4].", "certain", "2026-03-04T16:00"],
      ["We call [Thursday after 2pm].", "certain", "2026-03-05T17:00"],
      ["We call [between Monday and Wednesday].", "certain", "2026-03-11T17:00"],
      ["We call [on Tuesday or Wednesday].", "certain", "2026-03-11T17:00"],
      ["We call [today or tomorrow].", "certain", "2026-03-05T17:00"],
      ["We call [between now and Friday].", "certain", "2026-03-06T17:00"],
      ["We build it [from May to July].", "implied", "2026-07-31T17:00"],
    ],
  ],
  [
    "parts of the day",
    [
      ["Expect us [tomorrow morning].", "implied", "2026-03-05T12:00"],
      ["Expect us [first thing tomorrow].", "implied", "2026-03-05T10:00"],
      ["Expect us [first thing].", "implied", "2026-03-05T10:00"],
      ["Expect us [in the morning].", "implied", "2026-03-05T12:00"],
      ["Expect us [this afternoon].", "implied", "2026-03-04T17:00"],
      ["Expect us [tonight].", "implied", "2026-03-04T23:59"],
      ["Expect us [Friday pm].", "implied", "2026-03-06T17:00"],
      ["Expect us [late tomorrow afternoon].", "implied", "2026-03-05T17:00"],
      ["Expect us [after lunch].", "implied", "2026-03-04T15:00"],
      ["Expect us [by Monday lunchtime].", "implied", "2026-03-09T14:00"],
      ["The server is patched [overnight].", "implied", "2026-03-05T09:00"],
    ],
  ],
  [
    "lengths of time",
    [
      ["Back [in 20].", "certain", "2026-03-04T10:20"],
      ["Back [in 20 mins].", "certain", "2026-03-04T10:20"],
      ["Back [in an hour or two].", "implied", "2026-03-04T12:00"],
      ["Back [within the hour].", "certain", "2026-03-04T11:00"],
      ["Back [in half an hour].", "certain", "2026-03-04T10:30"],
      ["Back [in an hour and a half].", "certain", "2026-03-04T11:30"],
      ["Back [in 2.5 hours].", "certain", "2026-03-04T12:30"],
      ["It takes [between 3 and 5 working days].", "certain", "2026-03-11T17:00"],
      ["We answer you [within 24/48 hours].", "certain", "2026-03-06T10:00"],
      ["Back [in 1 hour 30 minutes].", "certain", "2026-03-04T11:30"],
      ["Back [in 2h 15m].", "certain", "2026-03-04T12:15"],
      ["Back [no later than 48 hours].", "certain", "2026-03-06T10:00"],
      ["We answer you [within 24-48 hours].", "certain", "2026-03-06T10:00"],
      ["We answer you [wthn 48h].", "certain", "2026-03-06T10:00"],
      ["It takes [3-5 working days].", "certain", "2026-03-11T17:00"],
      ["It reaches you [in 2 business days].", "certain", "2026-03-06T17:00"],
      ["It reaches you [within five (5) working days].", "certain", "2026-03-11T17:00"],
      ["It reaches you [within 24 working hours].", "certain", "2026-03-09T10:00"],
      ["It reaches you [in a couple of days].", "implied", "2026-03-06T17:00"],
      ["It reaches you [in a fortnight].", "certain", "2026-03-18T17:00"],
      ["It reaches you [within a week].", "certain", "2026-03-11T17:00"],
      ["It reaches you [in two weeks' time].", "certain", "2026-03-18T17:00"],
      ["It reaches you [in two months].", "certain", "2026-05-04T17:00"],
      ["It reaches you [within the next 48 hours].", "certain", "2026-03-06T10:00"],
      ["It reaches you [two weeks from Monday].", "certain", "2026-03-23T17:00"],
      ["It reaches you [3 working days after 12 March].", "certain", "2026-03-17T17:00"],
    ],
  ],
  [
    "weeks, months and years",
    [
      ["Ana calls [next week].", "implied", "2026-03-13T17:00"],
      ["Ana calls [early next week].", "implied", "2026-03-10T17:00"],
      ["Ana calls [later this week].", "implied", "2026-03-06T17:00"],
      ["Ana calls [by the end of the week].", "implied", "2026-03-06T17:00"],
      ["Ana calls [by EOW].", "implied", "2026-03-06T17:00"],
      ["Ana calls [w/c 16th].", "implied", "2026-03-20T17:00"],
      ["Ana calls [over the weekend].", "implied", "2026-03-08T23:59"],
      ["Ana calls [before the weekend].", "implied", "2026-03-06T17:00"],
      ["Ana calls [by the weekend].", "implied", "2026-03-06T17:00"],
      ["Ana calls [by end of month].", "implied", "2026-03-31T17:00"],
      ["Ana calls [at month end].", "implied", "2026-03-31T17:00"],
      ["Ana calls [next month].", "implied", "2026-04-30T17:00"],
      ["Ana calls [in May].", "implied", "2026-05-31T23:59"],
      ["Ana calls [by May].", "implied", "2026-04-30T17:00"],
      ["Ana calls [in mid-April].", "implied", "2026-04-20T17:00"],
      ["Ana calls [by the end of Q2].", "implied", "2026-06-30T17:00"],
      ["Ana calls [in the first week of April].", "implied", "2026-04-03T17:00"],
      ["Ana calls [at our team meeting next week].", "implied", "2026-03-13T17:00"],
    ],
  ],
  [
    "zones named after the time",
    [
      ["Ready [by Monday at 5pm PT].", "certain", "2026-03-10T00:00"],
      ["Ready [at 9am EST].", "certain", "2026-03-04T14:00"],
      ["Ready [by 17:00 (CET)].", "certain", "2026-03-04T16:00"],
      ["Ready [at 2pm UK time tomorrow].", "certain", "2026-03-05T14:00"],
    ],
  ],
]
describe.each(PHRASES)("%s", (_, lines) => {
  test.each<Line>([...lines])("%s", (marked, kind, until) => {
    const { text, start, end } = unmarked(marked)
    const [found, ...more] = findTimes(text, { now: WEDNESDAY, zone: "Europe/London", calendar: london })
    expect(more).toEqual([])
    expect(found).toMatchObject({ start, end, text: text.slice(start, end), kind })
    expect(found?.until?.slice(0, until.length)).toBe(until)
  })
})

function unmarked(marked: string): { text: string; start: number; end: number } {
  const text = marked.replace("[", "").replace("]", "")
  return { text, start: marked.indexOf("["), end: marked.indexOf("]") - 1 }
}
