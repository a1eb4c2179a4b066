import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const pressureGuilt: Rule = {
  id: "pressure/guilt",
  why: "Shame for saying no makes people buy what they do not want.",
  instead: "Let no be a plain “No, thank you”, and take it.",
  source: "UCPD 2005/29/EC art. 8 and 9; Mathur et al. 2019 (“confirmshaming”). Not legal advice.",
  severity: "remark",
  finds: [
    "No thanks, I'd rather pay full price.",
    "No, I don't like saving money.",
    "No thanks, I hate discounts.",
    "After all we have done for you, we expected more loyalty.",
    "You are letting the whole team down by cancelling.",
    "I don't want to protect my family",
    "It would be a shame if all my work for you was for nothing.",
    "Don't you care about your children's safety?",
    "We are disappointed that you would leave us like this.",
    "My manager will be angry with me if you don't sign.",
  ],
  leaves: [
    "No thanks needed, it was a pleasure.",
    "I don't like to keep you waiting.",
    "It would be a shame to throw the old frame away, so I kept it for you.",
    "You said that you would rather pay the full price at once.",
    "We don't want you to feel guilty for leaving.",
    "I let you down, and I am sorry.",
    "Do you care for a second set of keys?",
    "No, I don't have the full price yet.",
    "I would rather pay the courier than make you wait.",
    "> No thanks, I don't want to save money.\n\nWe removed that button.",
  ],
  cues: [
    "after all we",
    "after everything we",
    "angry with me",
    "disappointed that you",
    "don't you care",
    "get in trouble",
    "i don't",
    "i hate",
    "i'd rather",
    "i'll pay full",
    "i'll shop without",
    "it would be a shame",
    "letting",
    "lose my job",
    "nah",
    "no",
  ],
  find: (message) => stated(message, GUILT, { asked: true, supposed: true }),
}

const GAIN =
  "(discounts?|deals?|offers?|sav(e|ing)( up to| money| any)?|free|% off|\\d+ ?% off|0% off|bargains?|money|lucky|win|gifts?|full price|more for|miss(ing)? out|protect)"
const GUILT = anyOf(
  `^\\W*(no|nah|no,? thanks?|no,? thank you)[,.!]? ?(?!i (don't|do not) have)(i|i'd|i'll|i will|i would|i'm|i am) ([a-z']+ ){0,5}?(${GAIN})`,
  `^\\W*i (don't|do not|hate|don't mind|do not want)( (like|want|need|feel|mind|care))*( (to|about|the|a|any))* (save|saving|discounts?|deals|free stuff|lucky|protect my)`,
  "^\\W*i('ll| will|'d rather| would rather) (pay (the )?full price|shop without)",
  "after (all|everything) (that )?we('ve| have)? (done|did) for you",
  "you('re| are) letting (us|me|the (whole )?team|everyone|your [a-z]+) down",
  "(it )?would be a (real |great )?shame if (all )?(my|our|you)\\b",
  "(don't you|do you not) care about (your|the)",
  "(we('re| are)|i('m| am)) (very |really |so )?(disappointed|hurt|sad) that you('d| would|'re| are) (leav|cancel|choos|go)\\w*",
  "(my (boss|manager) will be (angry|furious|mad) with me|i('ll| will| could) (get in trouble|lose my job)) if you\\b",
)
