import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const evasionPassiveBlame: Rule = {
  id: "evasion/passive-blame",
  why: "Nobody did it: the sentence hides who made the mistake, so nobody can put it right.",
  instead: "Say who did what: “we lost your form”.",
  source: "ISO 10002:2018 (complaints handling); be honest when something went wrong. Not legal advice.",
  severity: "remark",
  finds: [
    "Mistakes were made.",
    "Your ticket was overlooked.",
    "Your request seems to have been forgotten.",
    "It was decided that the refund would not be paid.",
    "The ball was dropped here.",
    "Your complaint fell through the cracks.",
    "Unfortunately errors have been made with your booking.",
    "Your form got lost internally.",
  ],
  leaves: [
    "We made a mistake.",
    "Your ticket was overlooked by me, and I am sorry.",
    "We overlooked your ticket.",
    "The parcel was lost in the post by the carrier.",
    "No mistakes were made in the invoice.",
    "Was my request forgotten?",
    "You wrote that mistakes were made.",
    "If errors were made, the report names them.",
    "Your order was sent on Monday.",
    "The mistake was ours.",
    "It was decided by our owner, Jo, on Monday.",
    'The phrase "mistakes were made" helps nobody.',
  ],
  cues: [
    "[a decision/a mistake/an error/the ball] was",
    "balls were",
    "[errors/mistakes] [have/were]",
    "forgotten",
    "[got/was/were] missed",
    "[it has been/it was] decided",
    "lost",
    "mishandled",
    "mislaid",
    "misplaced",
    "neglected",
    "overlooked",
    "through the cracks",
  ],
  find: (message) => stated(message, PASSIVE),
}

const OWNED =
  "(?! by (me|us|our|my|the|a|[A-Z]))(?! (in|on|at|from|to) (the (post|mail|carrier|transit|warehouse|move)|transit|you|your))"
const CASE =
  "(ticket|request|complaint|message|mail|e-?mail|case|form|letter|order|booking|enquiry|inquiry|query|claim|application|call|file)"
const PASSIVE = anyOf(
  `(some |certain )?(mistakes|errors) (were|have been|may have been|might have been|seem to have been) made${OWNED}|(a mistake|an error) (was|has been) made${OWNED}`,
  `(your|the) ${CASE} (was|has been|got|seems? to have been|appears? to have been|may have been|must have been|had been) ([a-z]+ly )?(overlooked|forgotten|mislaid|misplaced|mishandled|neglected|missed|lost( internally)?)${OWNED}`,
  `it (was|has been) decided (that|to|not to)|a decision (was|has been) (made|taken) (that|to|not to)`,
  "the ball (was|got|has been) dropped|balls were dropped|(fell|slipped|has fallen|have fallen|has slipped) through the (cracks|net)",
)
