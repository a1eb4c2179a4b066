import type { Message, Hit, Rule } from "../rule.ts"
import { smoothed } from "../wording/pattern.ts"

export const promiseStacked: Rule = {
  id: "promise/stacked",
  why: "Several promises in one breath: one of them is kept, and the others are forgotten by us but not by the customer.",
  instead: "Give each its own line, with who does it and by when.",
  source: "Follow through on promises: each has an owner and a time of its own.",
  severity: "remark",
  finds: [
    "I'll call the depot, refund the postage and send you a new saddle by Friday.",
    "We will correct the bill, refund the difference and confirm it by mail.",
    "I'll ring the courier, and I'll refund you, and Priya will send a new one tomorrow.",
    "Your refund will be processed, you'll receive a replacement and we'll send a voucher.",
    "I'll look into it, send you the invoice, call you and cancel the old contract.",
    "We'll collect the bike, repair the wheel, and then bring it back on Thursday.",
    "I will order the part, book the workshop and call you.",
    { text: "Said I'd email the form, change the address and ring him tomorrow.", channel: "note" },
  ],
  leaves: [
    "I'll look into it, find out what happened and let you know by Friday.",
    "I'll refund the postage and send you a new saddle by Friday.",
    "I'll refund the postage today.\nPriya will send the saddle on Thursday.\nI'll call you on Friday at ten.",
    "I called the depot, refunded the postage and sent you a new saddle.",
    "Shall I call the depot, refund the postage and send you a new saddle?",
    "We won't call the depot, refund the postage or send a new saddle.",
    "You asked us to call the depot, refund the postage and send a new saddle.",
    "If you like, I'll call the depot, refund the postage and send you a new saddle.",
    "> I'll call the depot, refund the postage and send a saddle.\n\nThat was too much at once.",
    "You can call the depot, send it back and order a new one.",
    "I'll send you a saddle, a pump and a bell by Friday.",
  ],
  find: (message) =>
    message.promises.length === 0 ? [] : message.sentences.flatMap((sentence) => stackIn(message, sentence)),
}

const DEEDS_MAX = 2 // in one sentence; "refund it and send a new one" is still kept in mind

function stackIn({ text, promises }: Message, { start, end }: Hit): readonly Hit[] {
  const said = promises.filter((each) => each.kind === "later" && each.start >= start && each.end <= end)
  const first = said[0]
  const last = said.at(-1)
  if (first === undefined || last === undefined) return []
  const deeds = said.reduce((sum, promise) => sum + deedsIn(text.slice(promise.start, promise.end)), 0)
  return deeds > DEEDS_MAX ? [{ start: first.start, end: last.end }] : []
}

/** Deeds that somebody waits for; to look into it and to report on it belong to what they are about. */
function deedsIn(quote: string): number {
  const words = smoothed(quote)
  return SEVERAL_JOINTS.test(words) ? Math.max(1, [...words.matchAll(DEED)].length) : 1
}

/** A deed stands behind one of these; few quotes have two of them, and need the long list gone through. */
const SEVERAL_JOINTS = /(?:'ll|'d|,|\b(?:will|shall|to|me|and)\b).*?(?:'ll|'d|,|\b(?:will|shall|to|me|and)\b)/is

const DEED =
  /(?:(?:'ll|'d|\bwill|\bshall|\bto|\bme)(?: \w+ly| also| then| just)* |, ?(?:and )?(?:also |then )?|\band (?:also |then )?)(?:call|ring|phone|refund|credit|reimburse|send|ship|post|mail|email|e-mail|write|repair|fix|mend|replace|exchange|confirm|correct|cancel|book|arrange|order|change|update (?:the|your)|collect|pick up|bring|deliver|return|issue|waive|remove|add|set up|install|reserve|schedule|pay|transfer|forward|prepare|upgrade|extend|close|reopen|submit|file)\b(?! (?:me|us) (?:know|if)\b)/gi
