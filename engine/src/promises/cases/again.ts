import type { Case } from "./case.ts"

/** Notes that owe nothing. */
export const NOTES_AGAIN: readonly Case[] = [
  ["none", "Told her to try the reset again tomorrow."],
  ["none", "She reckons we'll let her off the fee."],
  ["none", "Customer wants her deposit sent to the old address."],
  ["none", "Hi Grace,"],
  ["none", "Pt asked what our opening hours are, was told."],
]

/** What is said while it is done, said again, offered, or waits for an answer. */
export const TALK_AGAIN: readonly Case[] = [
  ["now i", "I'm handing you over to our lettings desk."],
  ["now i", "Right, I'm taking that charge off."],
  ["now i", "What I'll do is take the name of the road."],
  ["later i this evening", "i'll send i'll send the floor plan over to you this evening"],
  ["later we tomorrow", "we'll get um we'll get a joiner out to you tomorrow"],
  ["now we", "Let's continue with the second booking."],
  ["none", "To change the name, I'll need to look up your ticket."],
  ["none", "If you'd like, I can pass you to the booking office."],
  ["conditional we", "once u choose a frame we'll cut the glass"],
  ["conditional i", "Once you have told me which seat you'd like, I will hold it."],
  ["conditional i", "soon as you find the receipt let me have it and i'll look it over"],
]

/** Conditions with what they lead to in other words than "I will", requests behind a mark, and days as people say them. */
export const MAIL_AGAIN: readonly Case[] = [
  ["conditional i", "If nobody minds by four I'm going to close the ticket."],
  ["conditional i", "Unless I hear shouting, I'm moving the archive to the other disk."],
  ["conditional we", "The number is under the lid: read it to us and we'll look up the model."],
  ["later i when he's ten minutes away", "I'll text you when he's ten minutes away."],
  ["later i a week on tuesday", "I'll arrange a week on Tuesday."],
  ["later i at the double", "I'll sort that at the double."],
  ["later i in a trice", "I'll do that in a trice."],
  ["later someone today", "Someone will call on you today about the boiler, so if you could keep the drive clear."],
]

/** Told in the present, sent there by an arrow, and what the customer does without being named again. */
export const NOTES_PRESENT: readonly Case[] = [
  ["later we sat", "Told her we swap the pump Sat."],
  ["conditional i", "Told him I waive it once the form is in."],
  ["conditional we", "Advised Mrs Oyelaran we refund half if she cancels."],
  ["none", "Told him we open at 8 on Sat."],
  ["none", "Told her we sell those from Monday."],
  ["later named 2-4 thurs", "Josie > 9 Mill Row, 2-4 Thurs"],
  ["none", "Escalated > tier 2 Mon"],
  ["later i in 15", "there in 15"],
  ["none", "Cust fetching own key, will call"],
  ["later someone this wk", "Assured her she'd hear from one of the team this wk."],
  ["later someone tmrw", "Told him sb wld drop the lead round tmrw."],
  ["later i 10ish mon", "Will ring her 10ish Mon."],
]

/** Taken up, struck out, attended. */
export const MAIL_TAKEN_UP: readonly Case[] = [
  ["later i", "I intend to take this up with the branch."],
  ["later company", "The second charge on your bill is going to be struck out."],
  ["later i", "Rest assured I'll be there myself to let the painters in."],
  ["none", "I'll be there to support you."],
  ["conditional i", "Send me the name of the vessel and I will have credit look at it."],
  ["conditional i", "Let me have your changes by ten and I'll turn the draft."],
  ["conditional we", "As soon as tax signs off, we will release the payment."],
  ["later someone within a week", "You will hear from a surveyor within a week."],
]
