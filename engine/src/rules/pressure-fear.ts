import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const pressureFear: Rule = {
  id: "pressure/fear",
  why: "Fear that goes beyond the facts sells things nobody needs.",
  instead: "Say what can happen, how likely it is, and what the customer can do without buying.",
  source: "UCPD 2005/29/EC art. 8-9 and Annex I no. 12; CAP Code 4.2. Not legal advice.",
  severity: "remark",
  finds: [
    "You will regret it if you don't sign today.",
    "Don't risk losing everything you built.",
    "It's only a matter of time before your brakes fail.",
    "If you don't buy the cover, you could lose your home.",
    "Your family is at risk without our lock.",
    "Without our plan you are completely unprotected.",
    "Buy it now or you'll be sorry.",
    "What would happen to your children if you died tomorrow?",
    "Do you really want to take that risk with your family?",
    "If you cancel now, you will lose everything.",
  ],
  leaves: [
    "If you don't renew by 31 May, the account closes and the data is deleted on 30 June.",
    "Your brakes are worn to 1 mm; please do not ride before they are changed.",
    "I regret the delay.",
    "You don't risk anything: you can return it for 30 days.",
    "There is a risk of rain on Saturday.",
    "You won't regret it.",
    "You will regret it if you store the key in plain text.",
    "Without the charger the light runs for six hours.",
    "Is my family at risk without it, you asked. No.",
    "We don't say \"you'll be sorry\".",
    "If you lose your key, we can cut a new one.",
  ],
  cues: [
    "[at/do not/don't/take that/take the] risk",
    "be sorry",
    "lose everything",
    "matter of time",
    "regret",
    "unprotected",
    "what would happen to your",
    "[you could/you may/you might/you will/you'll] lose",
  ],
  find: (message) => stated(message, FEAR, { asked: true, supposed: true }),
}

const HARM =
  "(everything|your (home|house|job|savings|family|business|life|children|health)|all (of )?your (money|savings|data|work))"
const FEAR = anyOf(
  "you('ll| will| are going to|'re going to) (only |really |deeply )?regret (it|this|that|not)(?= ?[.!,]|$| (later|one day|for|buying|signing|if you (don't|do not|miss|wait|leave|cancel|choose|go)|doing))",
  `(don't|do not) risk (losing |your )?${HARM}|(don't|do not) risk your (family|health|safety|home|savings|future)`,
  "(it's|it is|it is only|it's only|it's just) (only |just )?a matter of time (before|until)",
  `you('ll| (could|will|may|might|can|are going to)) lose ${HARM}`,
  "your (family|children|kids|home|savings|health|loved ones|safety) (is|are) at risk",
  "without (our|this|the) [a-z ]{2,20},? you('re| are) (completely |totally )?(unprotected|at risk|defenceless|helpless)",
  "or you('ll| will) (be|end up) (very )?sorry|you('ll| will) be sorry if",
  "what (would|will) happen to your (children|family|kids|loved ones)",
  "(do you (really )?want to|would you really|can you afford to) take (that|the|this) risk",
)
