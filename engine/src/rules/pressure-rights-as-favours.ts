import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const pressureRightsAsFavours: Rule = {
  id: "pressure/rights-as-favours",
  why: "What the customer is owed by law is not a present, and must not be thanked for or traded.",
  instead: "Say that it is their right, and do it.",
  source:
    "UCPD 2005/29/EC Annex I no. 10; Consumer Rights Act 2015 s.19-24; Directive 2011/83/EU art. 9. Not legal advice.",
  severity: "remark",
  finds: [
    "As a favour, we will replace the faulty lamp.",
    "As a gesture of goodwill we'll refund the broken saddle.",
    "Just this once, I'll make an exception and take back the defective pump.",
    "Since you are a good customer, we will repair the damaged frame as a courtesy.",
    "Exceptionally, we will refund the parcel that never arrived.",
    "Only our shop gives you 14 days to withdraw from the contract.",
    "Out of kindness we let you use your legal right of withdrawal.",
    "We're not obliged to, but we will refund the item that was not as described.",
  ],
  leaves: [
    "As a gesture of goodwill, I can offer a $30 certificate for the delay.",
    "The lamp is faulty, so you can have a refund or a new one; that is your right.",
    "As a favour, could you send us a photo?",
    "As a courtesy we wrapped it as a gift.",
    "You have 14 days to withdraw from the contract.",
    "This is not a favour: we must replace the faulty lamp.",
    "If you like, we will wrap the replacement for the broken cup as a present.",
    "As a courtesy, we extended the voluntary return period to 60 days.",
    "Your colleague wrote that they repair broken frames as a favour.",
    "Would you do me a favour and send the broken part back?",
  ],
  cues: [
    "as a courtesy",
    "[as a/special] [favor/favour]",
    "[as an/make an/one-time] exception",
    "don't have to",
    "exceptionally",
    "goodwill",
    "just this once",
    "not obliged",
    "only our",
    "only with us",
    "out of kindness",
  ],
  find: (message) =>
    stated(message, FAVOUR).filter(({ start, end }) =>
      OWED.test(message.text.slice(Math.max(0, start - SURROUND), end + SURROUND)),
    ),
}

const SURROUND = 110 // characters; what is owed stands in the same sentence
const GIVE =
  "(we|i)('ll| will| can| are going to|'m going to|'re going to| am going to| have|'ve)? ?([a-z]+ )?(refund|replac|repair|take|accept|let|return|exchang|cancel|mend|fix)\\w*"
const KINDLY =
  "(as a (special |small |one-time |personal |goodwill )*(favou?r|courtesy|gesture( of (goodwill|kindness))?)|just this once|exceptionally|as an exception|out of (kindness|courtesy|goodwill)|as a one-time exception)"
const FAVOUR = anyOf(
  `${KINDLY},? ${GIVE}`,
  `${GIVE} .{1,70}? ${KINDLY}`,
  "(just this once,? )?(i|we)('ll| will| can)? make an exception and (refund|replace|repair|take|accept|let)",
  "(we're|we are|i'm|i am) not obliged to,? but (we|i)('ll| will)",
  "only (our|with us|at our) [a-z]* ?(gives?|offers?|do you get|you get|grants?)",
)
const OWED =
  /\b(?:faulty|defective|broken|damaged|not as described|never arrived|did not arrive|didn't arrive|wrong item|legal right|statutory|right of withdrawal|14[- ]days? (?:to withdraw|withdrawal|right)|withdraw from the contract|under warranty|legal guarantee)\b/i
