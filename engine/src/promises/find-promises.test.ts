import { expect, test } from "vitest"
import { review, standardCalendar } from "../index.ts"
import type { Channel, FoundPromise } from "../index.ts"

const policy = { calendar: standardCalendar("UTC") }

function promisesIn(text: string, channel: Channel = "mail", previous = ""): readonly FoundPromise[] {
  return review({ text, channel, previous, now: "2026-03-04T10:00:00Z", zone: "UTC" }, policy).promises
}

function told(promise: FoundPromise | undefined): string {
  return promise === undefined
    ? "none"
    : `${promise.kind} ${promise.actor.kind}${promise.due.text === undefined ? "" : ` ${promise.due.text.toLowerCase()}`}`
}

type Case = readonly [expected: string, text: string]

const MAIL: readonly Case[] = [
  ["later i by noon", "You can count on me to have the keys ready by noon."],
  ["later company thursday", "The replacement wheel will reach you Thursday."],
  ["later we on monday", "We're going to send a van round for it on Monday."],
  ["later i tomorrow", "I'm sending Carla over with the parts tomorrow."],
  ["later company tonight", "The new chain goes out to you tonight."],
  ["later i before you collect it", "I promise to check the brakes before you collect it."],
  ["later company this week", "You have my word: the invoice will be corrected this week."],
  ["later i", "I'll make sure that Tom rings you."],
  ["later we within ten days", "We undertake to replace the boiler within ten days."],
  ["later we on tuesday", "We are arranging for a plumber to call on you on Tuesday."],
  ["later named on the 3rd", "Our Mr Field will inspect the roof on the 3rd."],
  ["later company by friday", "Your replacement card should be with you by Friday."],
  ["later i", "Leave it with me."],
  ["later we", "Leave that with us."],
  ["later i", "Consider it done."],
  ["later i by eod", "Will revert by EOD."],
  ["later i", "Will keep you posted."],
  ["later i", "Will do."],
  ["later i once the survey is in", "Shall write again once the survey is in."],
  ["later i", "I shall be in touch."],
  ["later i next week", "I'll be in touch next week."],
  ["later we tuesday", "We'll be round Tuesday to fit it."],
  ["later i by 5", "I'll have it with you by 5."],
  ["later company shortly", "Details to follow shortly."],
  ["later company tomorrow", "The parcel leaves our depot for you tomorrow."],
  ["later i this afternoon", "Let me get that over to you this afternoon."],
  ["later i", "Let me dig into this."],
  ["later i by noon", "I'm on it and you'll have an answer from me by noon."],
  ["later named at 3", "Priya's calling you at 3."],
  ["later named tomorrow", "Priya from accounts will ring you tomorrow."],
  ["later named", "Dr Patel will write to your GP."],
  ["later named on friday", "My manager Anita will phone you on Friday."],
  ["later named", "The workshop will let you know the price."],
  ["later named this evening", "The girls in accounts will post the statement this evening."],
  ["later named", "My boss is going to call you about it."],
  ["later someone today", "Someone from billing will be in touch today."],
  ["later someone", "A supervisor will look at your complaint."],
  ["later someone", "One of us will pick it up."],
  ["later someone tomorrow", "Whoever is on shift tomorrow will ring you."],
  ["later someone", "A colleague of mine will take this over and write to you."],
  ["later we tomorrow", "Sam and I will go through your order tomorrow."],
  ["later company", "The amount will be returned to your card."],
  ["later company in 3 days", "Your new password will be posted to you in 3 days."],
  ["later we this week", "Our aim is to reply to you this week, and we will send the plan then."],
  ["later i tomorrow", "Apologies for the delay, I will have this resolved tomorrow."],
  ["later we by return of post", "We shall return your passport by return of post."],
  ["later i in due course", "I shall write to you in due course with the result."],
  ["later i when i get back from lunch", "I'll ring you when I get back from lunch."],
  ["later we as soon as we can", "We will get it to you as soon as we can."],
  ["later i", "I am going to raise this with our supplier."],
  ["later we", "We have decided to refund you, and we'll let you have the receipt."],
  ["later i tomorrow", "Happy to help. I'll send the sizes tomorrow."],
  ["later company within 48 hours", "You can expect a reply from our team within 48 hours."],
  ["later company overnight", "The update will be installed for you overnight."],
  ["later i", "I'll certainly pass your comments on to the chef."],
  ["later i", "I will personally see to it that the table is reserved."],
  ["later we", "We'll look into why the alarm went off."],
  ["later we by the end of the month", "We plan to have your kitchen finished by the end of the month."],
  ["later i", "I'll try to find the missing glove."],
  ["later we", "We'll be more than happy to send you a new one."],
  ["now i", "I am enclosing the signed lease."],
  ["now i", "Please find attached the invoice; I'm also sending the old one."],
  ["now i", "Let me explain how the deposit works."],
  ["now i", "I'll keep this short: the offer stands."],
  ["now i", "I will say this plainly."],
  ["now i", "Let me be clear about the costs."],
  ["now i", "I'm copying in Dana, who knows the file."],
  ["now i", "I'll answer your questions one by one below."],
  ["conditional we", "Should you wish to keep it, we will waive the fee."],
  ["conditional i", "Say the word and I'll order it."],
  ["conditional company", "As soon as your payment clears, your order ships."],
  ["conditional we", "On receipt of the form we shall release the funds."],
  ["conditional we", "Failing that, we will collect it from you."],
  ["conditional we", "Unless you object, we'll go ahead with blue."],
  ["conditional we", "Reply YES and we will renew it."],
  ["conditional we", "When you're ready, give us a ring and we'll come round."],
  ["conditional we", "We will refund the difference if you find it cheaper."],
  ["conditional someone", "Ring the bell and someone will let you in."],
  ["conditional i", "If it helps, I'll send a photo."],
  ["conditional we", "Subject to stock, we will deliver both."],
  ["conditional company", "If anything is missing, it will be replaced free of charge."],
  ["conditional we", "Tell us the size and we will set one aside."],
  ["none", "I'll be out of the office until Monday."],
  ["none", "You will find the form on our site."],
  ["none", "You will need to send it back."],
  ["none", "The shop will close at 5 tomorrow."],
  ["none", "We will be closed on Monday."],
  ["none", "All returns will be refunded within 14 days."],
  ["none", "Could you tell me when you will call?"],
  ["none", "You told me you would call me on Tuesday."],
  ["none", "I called you yesterday and left a message."],
  ["none", "I hope we will meet soon."],
  ["none", "We won't charge you for it."],
  ["none", "I am afraid I can't send it before Friday."],
  ["none", "I would send it if I had the address."],
  ["none", "I need your order number."],
  ["none", "The bank will contact you about the chargeback."],
  ["none", "DHL will deliver the parcel tomorrow."],
  ["none", "The colour will fade with time."],
  ["none", "It will rain tomorrow."],
  ["none", "The workshop on Monday will cover gears."],
  ["none", "Do you want me to call you tomorrow?"],
  ["none", "Please call us tomorrow."],
  ["none", "We'd love to hear from you."],
  ["none", "I'd be happy to help."],
  ["none", "Looking forward to your visit on Monday."],
  ["none", "I'm having trouble opening the file."],
  ["none", "We are working on it."],
  ["none", "We have sent you a new one."],
  ["none", "As promised, here is the list."],
  ["none", "She promised me she'd call."],
  ["none", "The meeting will be held on Friday."],
  ["none", "I'll see you on Monday."],
  ["none", "We deliver to Spain within three days."],
  ["none", "Your order was sent on Monday."],
  ["none", "I guess we will find out tomorrow."],
  ["none", "You'll get used to it."],
  ["none", "You'll get there by bus in 20 minutes."],
  ["none", "I'll have the soup, please."],
  ["none", "My flight will land at six."],
  ["none", "He will be pleased to see you."],
  ["none", "I am not going to pay for this."],
  ["none", "Nobody will call you about this."],
  ["none", "I will never understand this rule."],
  ["none", "That will cost you nothing."],
  ["none", "The refund will be $20."],
]

const CHAT: readonly Case[] = [
  ["now i", "one sec, checking with the kitchen"],
  ["now i", "brb, just looking that up"],
  ["now i", "just pulling that up for you"],
  ["later i tomorrow", "sending you the link tomorrow"],
  ["later i today", "ill get that sorted for u today"],
  ["later we in an hour", "we'll have a driver with you in an hour"],
  ["now i", "Let me transfer you to my colleague"],
  ["now i", "one moment please, I'll pull up your booking"],
  ["now we", "Let's get this fixed."],
  ["later i", "i'll email you the label"],
  ["later i", "ok i'll let you know"],
  ["conditional i", "send me the number and i'll check it"],
  ["conditional i", "if you give me your postcode i'll look up the nearest shop"],
  ["later someone", "someone from the warehouse will contact you"],
  ["none", "no worries, anything else?"],
  ["none", "your parcel was delivered yesterday"],
  ["none", "you can book it online"],
  ["none", "i can't see the order"],
]

const NOTE: readonly Case[] = [
  ["later someone", "Told him someone would ring."],
  ["later we by fri", "Told cust we'd refund by Fri."],
  ["later i tues", "Will call her back Tues."],
  ["later we", "Agreed we'd replace the pump FOC."],
  ["later named by fri", "Action: Sam to email quote by Fri."],
  ["later company in 3 days", "Adv. cust refund to be issued in 3 days."],
  ["later i", "To chase supplier and revert."],
  ["later someone", "I said someone wd be in touch."],
  ["later company by the 12th", "Told him he'd have his deposit back by the 12th."],
  ["later i tomorrow", "Said I'd drop the keys round tomorrow."],
  ["later named this pm", "Ali to ring Mrs Cole this pm."],
  ["later i later", "i'll try you again later"],
  ["later i tonight", "hi it's tom from the garage i'm gonna drop the keys round tonight"],
  ["later we at four", "just to say we'll have the car ready for you at four"],
  ["later we thursday morning", "we're coming out to you thursday morning to look at the boiler"],
  ["later someone tuesday", "somebody's coming to have a look tuesday"],
  ["later we in the next hour", "you should get a text from us in the next hour"],
  ["conditional we", "Told her we'd refund once she returns it."],
  ["conditional i", "If he emails the receipt I'll process it."],
  ["none", "Cust will send photos."],
  ["none", "She'll drop the form in on Monday."],
  ["none", "Cust to call back."],
  ["none", "Spoke to Mr Ali, he will pay Fri."],
  ["none", "Explained we can't refund."],
  ["none", "Customer wants a call back at 3."],
  ["none", "Rang twice, no answer."],
  ["none", "Cust was promised a refund by the old owners."],
  ["none", "Told her the shop opens at 9."],
  ["none", "Asked if we would match the price, said no."],
  ["none", "Sent the invoice Monday."],
  ["none", "She said she would think about it."],
]

test.each(MAIL)("in a mail, %s: %s", (expected, text) => {
  expect(told(promisesIn(text)[0])).toBe(expected)
})

test.each(CHAT)("in a chat, %s: %s", (expected, text) => {
  expect(told(promisesIn(text, "chat")[0])).toBe(expected)
})

test.each(NOTE)("in a note, %s: %s", (expected, text) => {
  expect(told(promisesIn(text, "note")[0])).toBe(expected)
})

test("the same words are done at once in a talk and owed in a mail", () => {
  expect(told(promisesIn("I'll check that for you.", "chat")[0])).toBe("now i")
  expect(told(promisesIn("I'll check that for you.", "mail")[0])).toBe("later i")
})

test("looking into it and reporting back is one promise, and the report is its deed", () => {
  const promises = promisesIn("Thanks, I'll look into this and someone will call you right back.")
  expect(promises).toHaveLength(1)
  expect(promises[0]).toMatchObject({
    deed: "call-back",
    actor: { kind: "someone" },
    due: { kind: "vague", text: "right back" },
  })
})

test("in a talk that comes in pieces, a condition said just before counts", () => {
  expect(told(promisesIn("we'll send the form out to you", "call", "so if you want to change it")[0])).toBe(
    "conditional we",
  )
  expect(told(promisesIn("i'll have a look", "call", "if you just bear with me")[0])).toBe("now i")
})

test("what the customer wrote and what is quoted are not our promises", () => {
  expect(promisesIn("> I will pay you on Friday.\n\nThank you.")).toEqual([])
  expect(promisesIn('You wrote "I will pay on Friday", so please do.')).toEqual([])
})

test("a policy promises nobody anything", () => {
  expect(promisesIn("We will refund the price within 14 days.", "policy")).toEqual([])
})

test("a time that is over by now is still what was said", () => {
  expect(promisesIn("We'll call you at two thirty this morning.", "call")[0]?.due.text).toBe(
    "at two thirty this morning",
  )
})
