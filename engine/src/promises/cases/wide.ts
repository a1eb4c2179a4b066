import type { Case } from "./case.ts"

/** Notes and voicemail of 2026-11-28: short forms, hand-overs, lists of tasks, conditions without a subject. */
export const WIDE_NOTES: readonly Case[] = [
  ["later named mon am", "Ref to podiatry (Hilde), she will assess Mon am."],
  ["later named", "With Bram now, he'll sort."],
  ["later named today", "Handed to third line, they're looking today."],
  ["none", "Passed to insurer, they'll be in touch with cust direct."],
  ["later company fri", "Hinges ordered, ETA Fri."],
  ["none", "Cust ETA 5pm."],
  ["later i", "[ ] post Mrs Quist the leaflet"],
  ["later i by weds", "Remember - corrected statement to Kelso by Weds"],
  ["later i cop", "Reply to complaint COP."],
  ["later i 1st thing", "Rang, engaged. Retry 1st thing."],
  ["later company by 30th", "Deposit back to tenant by 30th, agreed w/ accounts."],
  ["later company tues", "Plastering booked Tues, told resident."],
  ["later we next wk", "We owe her a site visit next wk."],
  ["later i tues", "Told him to expect my call Tues."],
  ["later i", "Explained delay, said would keep her posted."],
  ["later company on next invoice", "Goodwill £20 agreed, to go on next invoice."],
  ["conditional i", "If no joy w/ new fuse will send fitter."],
  ["conditional i", "Once deposit in will release goods."],
  ["conditional named", "Cust to send photos, then Mikkel will quote."],
  ["conditional i", "Told him to drop meter reading in and I'll rebill."],
  ["later named thurs", "Boiler lockout again, Gary's going Thurs."],
  [
    "later someone after four",
    "this is a message for ines it's the surgery one of the nurses is going to give you a ring after four",
  ],
  ["later named", "hiya it's the salon lotte's poorly so fran is going to cut your fringe instead"],
  ["none", "Her brother will measure up and ring us with sizes."],
  ["none", "Insurer's assessor coming Weds, she'll let us know outcome."],
  ["none", "Supplier confirmed new batch leaves them Fri."],
  ["none", "payment will reach your bank"],
  ["later named asap", "Flagged to duty mgr who will ring cust asap."],
  ["later named by 12", "Kev to drop loan car off by 12."],
  ["later named this pm", "Spoke w/ parts, Lou sending seals this pm."],
  ["later i after hols", "Review meds after hols."],
  ["later named in the am", "Chef informed re allergy, will speak to guest in the am."],
  ["later i 9am", "Set reminder to phone bank 9am."],
  ["later company by thurs", "Keys recut, ready by Thurs."],
  ["later i", "Escalate to L3"],
  ["later someone", "Left it that one of us would try again."],
  ["conditional i", "Awaiting photos, then I can raise claim."],
  ["conditional i", "Pending mgr approval will issue voucher."],
  ["conditional named", "Dad to bring bike in, Femi will true wheel."],
  ["none", "PH to send V5 & MOT."],
  ["none", "Plumber (his own) coming Sat, will let us know cause."],
  ["none", "Threatening to post on Facebook by Fri if not refunded."],
  ["none", "Hoping to move in by Easter."],
  ["none", "Courier says will redeliver tomorrow."],
  ["none", "Email Address"],
]

/** Letters and mail of the same day. */
export const WIDE_MAIL: readonly Case[] = [
  ["later named early next week", "Nils and his crew are going to rewire the panel early next week."],
  ["later named", "Our head joiner and his mate will rehang the door."],
  ["later named", "Harriet is picking this up from me while I'm away."],
  ["later i", "My bad. I'll own the fix."],
  ["later company today", "Your login gets reactivated today."],
  ["later i", "I'm drafting the response and you'll see it before it goes out."],
  [
    "later we at the start of next month",
    "At the start of next month we move your account to the new rate, as agreed.",
  ],
  ["later we", "We have instructed the bank to release the money."],
  ["conditional i", "Happy to redo the chart if the colours don't work for you."],
  ["conditional we", "Were you to sign before the 1st, we'd waive the setup fee."],
  ["conditional company", "Pay by the 5th and the discount will be applied."],
  ["conditional company", "In default of payment the balance will be written off against your deposit."],
  ["conditional we", "On being furnished with the original we shall register the transfer."],
  ["conditional i", "A photo of the label would do, and I can then match the dye."],
  ["now i", "For ease I'm pasting the relevant clause below."],
  ["later company tomorrow", "Everything's packed and leaves us tomorrow."],
  ["later i the minute i hear", "Still no word from the kiln people; you'll know the minute I hear."],
  ["later company in 3-5 days", "Money back in 3-5 days."],
  ["none", "Amazon will reimburse you, not us."],
  ["none", "The ferry company, and not we, will refund the crossing."],
  ["none", "We're moving to the new building in June."],
]

/** Chats and calls of the same day. */
export const WIDE_CHAT: readonly Case[] = [
  ["later we", "We'll knock the call-out fee off your next bill."],
  ["later i", "pinky promise i'll save you one"],
  ["later we", "we're gonna make it up to you with a voucher"],
  ["later we", "give us a day or so and we'll have an answer"],
  ["later i", "I'll flag it to the kitchen."],
  ["later we", "What we'll do is send a second engineer out."],
  ["later i", "You'll have my answer in writing."],
  ["later company", "don't worry you're going to get every penny back"],
  ["later named on friday", "fran is cutting your hedge on friday"],
  ["later company in a few minutes", "Confirmation's coming through to you in a few minutes."],
  ["now i", "hmm let me find out for you hold on"],
  ["now i", "i'll just pop you through to billing"],
  ["now i", "I'll trace the order number for you."],
  ["now i", "one mo just grabbing ur details"],
  ["conditional i", "what's your postcode and i'll tell you the nearest"],
  ["conditional i", "if not i'll email it across"],
  ["conditional i", "Happy with that? Then I'll put it through."],
  ["none", "will you let me know"],
  ["none", "stock will reach your store"],
]

/** What must come true first, in each of its forms; mails. */
export const WIDE_CONDITIONS: readonly Case[] = [
  ["conditional we", "We will rehang the gate should it drop again."],
  ["conditional company", "The pump will be exchanged were it to fail again."],
  ["conditional we", "So long as it's unused, we will take it back."],
  ["conditional we", "We will keep the plot for you on the understanding that you water it."],
  ["conditional i", "Supposing you agree, I'll book the hall."],
  ["conditional we", "Weather permitting, we will pour the slab."],
  ["conditional i", "On your say-so I'll release the doves."],
  ["conditional we", "Given the go-ahead, we will fell the ash."],
  ["conditional we", "In the absence of objections we will print it."],
  ["conditional i", "If and when it arrives, I'll send it on to you."],
  ["conditional we", "We'll come and bleed the radiators any time you like."],
  ["conditional we", "As soon as your payment lands, we will post the spare key to you."],
  ["conditional i", "Once you give the word I'll sow the meadow for you."],
  ["conditional named", "If it happens again, the landlady will come and reset the meter."],
  ["later someone by friday", "Somebody from IT will send you the new key by Friday."],
  ["none", "What you should do it with is a chisel."],
]

/** What a batch of 106 sentences that read as those of the sets missed. */
export const WIDE_LAST: readonly Case[] = [
  ["later we", "We're sending Marcus over with a pump."],
  ["later company this week", "Scaffolding goes up this week at the back of your house."],
  ["later company by the 20th", "The certificate ought to be in your hands by the 20th."],
  ["conditional we", "Give us a fortnight's notice and we'll move the date for you."],
  ["conditional i", "Say which day and I'll be there with the keys."],
  ["later i", "Give me a week and I'll have the plans redrawn."],
  ["now we", "With this letter we return the lease."],
  ["none", "Feel free to write when you have the number, and I'll be here to assist."],
]
/** The same of notes. */
export const WIDE_LAST_NOTES: readonly Case[] = [
  ["conditional company", "Adv. fee refunded if course cancelled."],
  ["conditional named", "Told Mr Ono: if the rash isn't gone, Dr Vance sees him herself."],
  ["conditional named", "If fever not down by morning, Dr Amin will see him."],
]

/** A second such batch (137): mails, then chats, then notes. */
export const WIDE_MORE: readonly Case[] = [
  ["later i by lunchtime", "Leave the guest list with me, I'll have it cleaned up by lunchtime."],
  ["later i this week", "I mean to have the whole thing translated this week."],
  ["later i on monday", "If not sooner, I'll see to the gutters on Monday."],
  ["later company by tonight's courier", "A fresh set of keys goes to you by tonight's courier."],
  ["later we", "Your feedback on the menus won't be forgotten: we'll be changing them."],
  ["later we", "We propose to carry out the repairs at our own cost."],
  ["later i", "I shall lay your letter before the trustees."],
  ["conditional company in no time", "Let us know your size and the right pair will be with you in no time."],
  ["conditional we", "Kindly let us have the title deeds, following which we will proceed to completion."],
  ["now we", "We return herewith your passport."],
  ["none", "The road will be resurfaced by the county in June."],
  ["none", "We're writing to confirm your booking for the 9th."],
  ["none", "I'm taking Friday off."],
]
export const WIDE_MORE_CHAT: readonly Case[] = [
  ["later i", "I'm sending Danny over with a spare key."],
  ["later i", "No need to call again, I'm going to follow this up myself."],
  ["later we", "yeah we'll get that looked at"],
  ["now i now", "So I'm just going to take that fee off for you now."],
  ["conditional we", "as long as it's before noon we can still change it for you"],
  ["conditional i", "have your card ready and i'll take the payment"],
]
export const WIDE_MORE_NOTES: readonly Case[] = [
  ["later i thu", "Still no invoice from Kemp's - ask again Thu."],
  ["later named end of shift", "Night nurse to re-dress wound end of shift."],
  ["conditional i", "Says she'll email pics, will quote once rec'd."],
  ["none", "Mr Obi expects delivery Fri, told him Tues earliest."],
]
