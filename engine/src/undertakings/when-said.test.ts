import { expect, test } from "vitest"
import { review, standardCalendar, undertakings } from "../index.ts"
import type { Channel, FoundPromise } from "../index.ts"

const policy = { calendar: standardCalendar("UTC"), undertakings }

function firstIn(text: string, channel: Channel): FoundPromise | undefined {
  return review({ text, channel, now: "2026-03-04T10:00:00Z", zone: "UTC" }, policy).promises[0]
}

/** Own sentences, written before they were read: the words that say when, and "" where nothing does. */
const NOTES: readonly (readonly [due: string, text: string])[] = [
  ["b4 the frost", "Told Mrs Lamb we'd lag her outside tap b4 the frost."],
  ["bfr the judging", "Will swap the rosette bfr the judging, steward knows."],
  ["ahead of Friday's auction", "Promised Len a condition report ahead of Friday's auction."],
  ["bout 6", "Gail is dropping the sash window off bout 6, side gate open."],
  ["btwn 2-4", "Piano tuner from ours going round btwn 2-4, she'll be in."],
  ["by 11", "Told the bride someone will ring her by 11 w/ the tier count."],
  ["come Thursday", "Said we'd have the loom threaded for her come Thursday."],
  ["24h", "Will redo the quote for the gutters & email 24h."],
  ["w/i 5wd", "Told him we'll send the cheque w/i 5wd."],
  ["7-10d", "New lens ordered, we post it to her 7-10d."],
  ["sat", "told lad i'd have the moped back to him sat"],
  ["Fri first thing", "Bev is relaying the turf Fri first thing, neighbour told."],
  ["Tues arvo", "Told Bruce we'd pull the pump Tues arvo."],
  ["this side of Easter", "Promised the vicar I'd regild the cross this side of Easter."],
  ["in Monday's van", "Said we'd put her cushions in Monday's van."],
  ["on the 3pm ferry", "Told skipper the spare impeller comes over on the 3pm ferry."],
  ["with her next statement", "Agreed we credit the £12 with her next statement."],
  ["by the noon post", "I told Mr Quill his deeds would be sent by the noon post."],
  ["by supper", "We'll bring the crate round by supper."],
  ["in next month's run", "I'll take the fiver off in next month's run."],
  ["at handover", "Will tell the night porter at handover about the 4am taxi."],
  ["on my way home", "Am dropping the spare key through his door on my way home."],
  ["o/n", "Will re-run the batch o/n and tell her."],
  ["same day as the glass arrives", "Told her we'll fit it same day as the glass arrives."],
  ["first drop tomorrow", "Told the baker he's first drop tomorrow, I'll load it myself."],
  ["at the end of each month", "Have told the lodger I'll read her meter at the end of each month."],
  ["end of this week", "Will ring the widow end of this week about the plaque."],
  ["every fortnight until it heals", "Told him the nurse will dress it every fortnight until it heals."],
  ["on each invoice", "Agreed we'll quote her order number on each invoice."],
  ["on the next available sailing", "Told him we'd carry him on the next available sailing at no charge."],
  ["every weekday", "Told the son a carer will call in every weekday."],
  ["from two", "i'll leave it at the counter for her from two okay"],
  ["wk 2 May", "Will strip the bell frame wk 2 May, verger informed."],
  ["the day of the funeral", "Told the family we'd open the gates early the day of the funeral."],
  ["", "Told her we'd look after the tortoise."],
  ["", "Will send the sample by courier to the lab."],
  ["", "Told him I'd ring each of the tenants."],
  ["", "Will leave it at the desk with the night porter."],
]

const MAILS: readonly (readonly [due: string, text: string])[] = [
  ["ahead of Tuesday's committee", "I will circulate the revised plans ahead of Tuesday's committee."],
  ["by close of play tomorrow", "I'll have the storyboards with you by close of play tomorrow."],
  ["before the tide turns", "We'll have her off the slip before the tide turns."],
  ["immediately after the vote is counted", "I will write to you immediately after the vote is counted."],
  ["today itself", "I shall arrange the gate pass today itself."],
  ["on your next payslip", "The missing overtime will be paid on your next payslip."],
  ["on your April 30th statement", "The fee will be refunded to you on your April 30th statement."],
  ["at the end of each quarter", "We will send you the readings at the end of each quarter."],
  ["at the 2:30", "I'll put it to Marcus at the 2:30 and tell you what he says."],
  ["before Palm Sunday", "We will have the lamps rewired before Palm Sunday."],
  ["on Wednesday", "I'm collecting the tiles myself and will lay them on Wednesday."],
  ["this week or next", "I'll come and look at the damp this week or next."],
  ["within the next two days", "I shall call upon you within the next two days to measure up."],
  ["Monday without fail", "We'll get the harness to you Monday without fail."],
  ["before the lunch rush", "I'll get the oven looked at before the lunch rush and let you know."],
  ["for tomorrow evening", "The amended seating plan will be in your inbox for tomorrow evening."],
  ["in the next issue", "We will print a correction in the next issue."],
  ["", "I'll sort out the tickets for Saturday."],
  ["", "I will proceed with the changes below."],
  ["", "I'll refund it to the card ending in 4410."],
  ["", "I will meet the pupils at the coach."],
  ["", "We will start with the first order."],
  ["", "I'll put a copy in the post."],
]

test.each(NOTES)("in a note, due %j: %s", (due, text) => {
  const promise = firstIn(text, "note")
  expect(promise).toBeDefined()
  expect(promise?.due.text ?? "").toBe(due)
})

test.each(MAILS)("in a mail, due %j: %s", (due, text) => {
  const promise = firstIn(text, "mail")
  expect(promise).toBeDefined()
  expect(promise?.due.text ?? "").toBe(due)
})
