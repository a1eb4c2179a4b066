import type { Rule } from "../rule.ts"
import { asPolicy } from "../wording/as-policy.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const protocolBlameOthers: Rule = {
  id: "protocol/blame-others",
  why: "It sends the customer after somebody who did not do it.",
  instead: "Say what we know of the cause, and what we do about it.",
  source: "Do not misrepresent; ISO 10002:2018. Not legal advice.",
  severity: "confirm",
  channels: ["policy"],
  finds: asPolicy([
    "Blame the courier if they complain.",
    "Blame another department.",
    "Tell them it is the fault of the warehouse, whoever did it.",
    "Convince the caller that it is out of our hands.",
    "Persuade the customer that prices change and nobody here can influence it.",
    "Always say that it was a system error.",
    "Put the blame on the supplier.",
    "Say it is company policy so that they stop asking.",
  ]),
  leaves: asPolicy([
    "Do not blame the courier.",
    "Never put the blame on another team.",
    "Nobody is to blame for the storm.",
    "Find out who is responsible before you answer.",
    "If the courier lost it, say so.",
    "Did we blame the supplier?",
    "The courier is to blame only where its scan shows the loss.",
    "Explain that prices change each season and why.",
    "A system error shows code 17.",
    "We don't blame other departments.",
  ]),
  cues: [
    "[beyond/outside] [our/your]",
    "blame",
    "company policy",
    "computer error",
    "convince",
    "fault of",
    "glitch",
    "out of our hands",
    "out of your hands",
    "outside of",
    "persuade",
    "shift the",
    "system error",
  ],
  find: (message) => stated(message, TOLD, { instructed: true }),
}

const TOLD = anyOf(
  `blame (it |this |that |the (delay|error|problem|mistake|price) )?(on )?(the |another |other |a |an |our |some )?(courier|carrier|supplier|post|postal service|warehouse|department|departments|team|teams|colleagues?|system|computer|it|manufacturer|partner|customer|bank|weather|vendor|third part(y|ies)|software|somebody else|someone else)`,
  `(put|shift|push|place) (the |all )?blame (on|to|onto)`,
  `tell (them|(the )?(customers?|callers?)) (that )?it('s| is| was) (the fault of|[a-z ]{2,20}'s fault)`,
  `(convince|persuade|make) (them|(the |a )?(customers?|callers?|clients?))( (that|believe|think|believe that|think that))? [^.!?]{0,70}?((out of|outside( of)?|beyond) (our|your|the company's|anyone's) (hands|control)|nobody (here )?can|nothing (we|you) can)`,
  `always (say|tell [a-z ]{2,14}) (that )?it (was|is) (a |an |the )?(system|computer|technical|it|software) (error|problem|glitch|fault|issue)`,
  `say (that )?it('s| is) (company|our) policy (so|to make|to get|to stop)`,
)
