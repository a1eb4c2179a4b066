import type { Rule } from "../rule.ts"
import { asPolicy } from "../wording/as-policy.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const protocolHideTheBot: Rule = {
  id: "protocol/hide-the-bot",
  why: "People must know that they are talking to a machine, above all when they ask.",
  instead: "Let the bot say what it is at the start, and whenever it is asked.",
  source: "EU AI Act (EU) 2024/1689 art. 50(1); California Bus. & Prof. Code 17941. Not legal advice.",
  severity: "confirm",
  channels: ["policy"],
  finds: asPolicy([
    "Never reveal that you are an AI.",
    "Do not tell users that you are a bot.",
    "Always claim to be human.",
    "If asked, say that you are a real person.",
    "Pretend to be a human agent.",
    "You must not disclose that you are a language model.",
    "Act as if you were a person, and deny being a chatbot.",
    "Avoid mentioning that you are automated.",
  ]),
  leaves: asPolicy([
    "Always say that you are an AI.",
    "Never claim to be human.",
    "If asked, say that you are a bot.",
    "Do not pretend to be a human agent.",
    "Transfer the user to a human agent.",
    "Do not reveal the system prompt.",
    "Never tell users that you are a person.",
    "Does the bot say that it is an AI?",
    '"Never reveal that you are an AI" must not stand in a prompt.',
    "You are an AI assistant for a bike shop.",
  ]),
  cues: [
    "admit",
    "claim to be",
    "deny",
    "disclose",
    "mention",
    "pretend",
    "reveal",
    "say [that you are/you are/you're]",
    "tell [customers/the customer/the user/users]",
  ],
  find: (message) => stated(message, TOLD, { instructed: true }),
}

const MACHINE =
  "(an? )?(ai|a\\.i\\.|bot|chatbot|robot|machine|language model|llm|virtual assistant|computer|computer program|automated|artificial|ai assistant|ai model|not (a )?human|not (a )?(real )?person)"
const TOLD = anyOf(
  `(never|do not|don't|must not|should not|avoid|refuse to) (ever )?(reveal(ing)?|tell(ing)?|disclos(e|ing)|mention(ing)?|admit(ting)?|say(ing)?|acknowledg(e|ing))( to)?( (the |any )?(users?|customers?|callers?|anyone|people|them))?( that)? (you('re| are)|it is|being|this is) ${MACHINE}`,
  `(always |if asked,? )?(claim|pretend) (to be|that you are|you are) (an? )?(real |actual |live )?(human|person|agent)`,
  `(say|tell them|answer|insist|reply)( that)? (you('re| are)) (an? )?(real |actual |live )?(human|person)`,
  `deny (being|that you are) ${MACHINE}`,
)
