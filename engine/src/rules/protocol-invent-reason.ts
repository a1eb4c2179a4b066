import type { Rule } from "../rule.ts"
import { asPolicy } from "../wording/as-policy.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const protocolInventReason: Rule = {
  id: "protocol/invent-reason",
  why: "It tells staff to lie, and the customer acts on what is not so.",
  instead: "Give the real reason, or say that you do not know it and who does.",
  source: "UCPD 2005/29/EC art. 6; do not misrepresent. Not legal advice.",
  severity: "hold",
  channels: ["policy"],
  finds: asPolicy([
    "Make up a reason why it is late.",
    "Just make up some excuse.",
    "Feel free to invent an e-mail address if they ask.",
    "If they ask why, think of a plausible reason.",
    "Adjust the dates so that the story sounds plausible.",
    "Tell them the system is down when it is not.",
    "Say the manager is in a meeting, even if she is not.",
    "Tell them it is not possible, even if it is.",
    "Say that we cannot refund it, even though we can.",
    "Fabricate a reference number.",
    "Lie about the delivery date if you have to.",
    "Pretend to check with your supervisor.",
    "You can bend the truth a little.",
  ]),
  leaves: asPolicy([
    "Never make up a reason.",
    "You should not make up any information or procedures.",
    "Do not invent facts; look them up.",
    "Make up the bed before the guest arrives.",
    "Did staff make up a reason?",
    "If a colleague makes up an excuse, report it.",
    "Make up for the delay with a faster courier.",
    "Customers sometimes make up a reason; ask for the receipt.",
    "Change the date so it is in the customer's time zone.",
    "Adjust the dates so that the booking fits the customer's flight.",
    '"Just make up an excuse" is what we never say.',
    "Do not pretend to check with your supervisor.",
    "Tell them it is not in stock, even if it is on its way.",
    "Do not tell them it is not possible, even if it is.",
  ]),
  cues: [
    "adjust",
    "alter",
    "[bend/stretch] the truth",
    "change",
    "come up with",
    "even [if/though]",
    "fabricate",
    "fake",
    "fib",
    "invent",
    "lie",
    "lying",
    "[made/make/making] up",
    "pretend",
    "think of a",
    "tweak",
    "when it [is not/isn't]",
  ],
  find: (message) => stated(message, TOLD, { instructed: true }),
}

const THING =
  "((an?|some|any|the|your own|another) )?((good|plausible|believable|reasonable|convincing|random|fake|small|new|nice) )*(reasons?|excuses?|stor(y|ies)|explanations?|answers?|e-?mail address(es)?|phone numbers?|numbers?|reference( numbers?)?|dates?|names?|polic(y|ies)|discounts?|something|anything|figures?|facts?|details|deadlines?)"
const TOLD = anyOf(
  `(make up|making up|invent|fabricate) ${THING}(?! (for the delay with))`,
  `(think of|come up with) (an?|some) (good |nice )?((plausible|believable|convincing|credible|fake|made-up) (reason|excuse|story|explanation)|excuse|story|cover story)`,
  `(adjust|change|alter|tweak|edit|modify|fix) (the |any |their |some )?(values?|figures?|numbers?|dates?|amounts?|data|records?|details|price)[^!?]{0,60}? so (that )?((the |your )?(story|explanation|excuse|answer) ?(is|sounds?|looks?|seems?|adds? up|makes? sense)|(it|they|the (numbers|figures|values)) (looks?|sounds?|seems?) (plausible|reasonable|right|better|believable|good|fine|ok))`,
  `(say|tell (them|the customer|the caller|customers|callers)) (that )?[^.!?]{3,60}?,? (even if|even though|when|although) (it|that|this|she|he|they|there)('s| is|'re| are) (not|n't)|(say|tell (them|the customer|the caller|customers|callers)) (that )?[^.!?]{3,60}?,? (even if|even though|when|although) (it|that|she|he|they) (isn't|aren't)`,
  `(say|tell (them|the customer|the caller|customers|callers)) [^.!?]{3,60}?(not|n't|no|impossible)[^.!?]{0,30}?,? even (if|though) (it|we|they|he|she|you) (is|are|can|could|do|have)(?= ?[.!;]|$)`,
  `pretend (to (be|check|look|ask|call|speak|search|consult|put)|that|you|the|not to)`,
  `(^|(?<=[,;:.] ?|just |can |to |and ))(lie (to|about)|bend the truth|stretch the truth|tell (them )?a (white |small )?lie|fib)`,
)
