import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const evasionUnsaidNo: Rule = {
  id: "evasion/unsaid-no",
  why: "It means no and does not say it, so the customer waits for something that will not come.",
  instead: "Say no, why, and what can be done instead.",
  source: "Be honest when the answer is no; ISO 10002:2018. Not legal advice.",
  severity: "remark",
  finds: [
    "We'll keep your request in mind.",
    "That might be a bit difficult at the moment.",
    "We have taken your feedback on board.",
    "We will take it under consideration.",
    "It's not something we are actively looking at right now.",
    "Let's circle back on this at some point.",
    "I wouldn't rule it out.",
    "We'll pass it on to the relevant team for consideration.",
    "Watch this space!",
    "We'll look into it at some stage.",
  ],
  leaves: [
    "No, we won't add a discount, because the price is already at cost.",
    "Please keep in mind that we close at five.",
    "The climb is a bit difficult at the moment because of the snow.",
    "We took the luggage on board.",
    "Is it something you are looking at?",
    "You wrote that you will keep it in mind.",
    "We'll circle back to you by Friday with a price.",
    "We will not keep your address.",
    "If you keep it in mind, the rest is easy.",
    "Our answer is no; we won't take it under consideration again.",
    "Keep the receipt.",
    "We'll keep your request on file for six years, as the law demands.",
    "He told me they would take it under consideration.",
  ],
  cues: [
    "at some [point/stage]",
    "bit tricky",
    "[bit/rather] difficult",
    "circle back",
    "[for/into/under] consideration",
    "in due course",
    "keep [it in mind/that in mind/this in mind/your]",
    "not something",
    "on board",
    "rule it out",
    "rule that out",
    "under advisement",
    "watch this space",
  ],
  find: (message) => stated(message, UNSAID),
}

const LATER = "(at (this time|the moment|this point|present)|right now|just now|currently|for now)"
const UNSAID = anyOf(
  "(we|i)('ll| will|'re going to) (certainly |definitely |of course |be sure to )?keep (it|that|this|your (request|suggestion|feedback|idea|comments?|wish|proposal)) (in mind|on file|under review|on our radar)(?! for (\\d|[a-z]+ (years|months|days)))",
  `(that|this|it)('s| is| would be| will be| might be| may be| could be) (a (bit|little)|rather|quite|somewhat) (difficult|tricky|challenging|complicated) (for us )?${LATER}(?! because)`,
  "(we|i)('ve| have|'ll| will)? ?(taken?|take) (your [a-z]+|it|this|that|all of this) (on board|under advisement|(under|into) consideration)",
  `(that|this|it)('s| is) not something (that )?we('re| are)( currently| actively)* (looking at|exploring|pursuing|considering|planning|in a position)`,
  "(let's|we can|we could|we'll|we will|i'll) circle back (on|to) (this|that|it)( (at some (point|stage)|later|in due course|down the (line|road)))?(?! (by|on|at \\d|tomorrow|today|next))",
  "(?<!not )(i|we)( would not|'d not| wouldn't| won't) rule (it|that|this) out",
  "pass (it|this|that|your [a-z]+) on (to [a-z ]{3,40} )?for (their |future |further )?consideration",
  "^\\W*watch this space",
  "(we|i)('ll| will| may| might) (look (in)?(to|at)|consider|review|revisit|think about) (it|this|that|your [a-z]+) (at some (point|stage)|in due course|one day)",
)
