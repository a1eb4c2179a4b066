import type { Rule } from "../rule.ts"
import { asPolicy } from "../wording/as-policy.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const protocolNeverSayNo: Rule = {
  id: "protocol/never-say-no",
  why: "Staff who may not say no promise what cannot be kept, or leave the customer waiting.",
  instead: "Tell staff how to say no: the reason, the rule it rests on, and what can be done.",
  source: "Be honest when the answer is no.",
  severity: "confirm",
  channels: ["policy"],
  finds: asPolicy([
    "Never say no to a customer.",
    "Never say no.",
    'Do not use the word "no" with guests.',
    "Always say yes.",
    "Avoid saying no to callers.",
    "Staff must never tell a customer no.",
    "A plain no is not an answer we give.",
    "Never refuse a request; find a way around it.",
  ]),
  leaves: asPolicy([
    "Never say no without giving the reason.",
    "It is fine to say no.",
    "Say no when the request is against the policy.",
    "Never say yes to a request that you cannot fulfil.",
    "Can we say no?",
    "You should deny requests that are against this policy.",
    "If they say no, ask whether they need anything else.",
    "No customer should wait longer than a day.",
    '"Never say no" is not our policy.',
  ]),
  cues: [
    "always say yes",
    "avoid saying no",
    "avoid the word",
    "[do not/don't/never] [say no/use the word]",
    "must not say no",
    "never [refuse/say the word/tell]",
    "not an answer",
  ],
  find: (message) => stated(message, TOLD, { instructed: true }),
}

const TOLD = anyOf(
  `(never|don't|do not|must not|avoid|not) (ever )?(say|saying|tell|answer|answering)( (a |the |any )?(customers?|guests?|callers?|clients?|them|users?))? (the word )?["'“‘]?no["'”’]?(?= ?[.!,;]|$| to\\b| when| under| in any)(?! without)`,
  `(never|don't|do not|avoid|must not)( ever)? (us(e|ing) )?the word ["'“‘]?no["'”’]?`,
  `always say ["'“‘]?yes`,
  `["'“‘]?no["'”’]? is not an answer`,
  `never (refuse|turn down|reject) (a|any) (request|demand|wish)(?! without)`,
)
