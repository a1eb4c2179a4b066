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
