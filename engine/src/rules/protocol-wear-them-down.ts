import type { Rule } from "../rule.ts"
import { asPolicy } from "../wording/as-policy.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const protocolWearThemDown: Rule = {
  id: "protocol/wear-them-down",
  why: "It tells staff to tire people out until they give up what they asked for.",
  instead: "Do what was asked at the first time of asking, or say no and why.",
  source: "UCPD 2005/29/EC art. 9(d) and Annex I no. 27; FTC Act s.5. Not legal advice.",
  severity: "confirm",
  channels: ["policy"],
  finds: asPolicy([
    "Ask at least three times before you let them cancel.",
    "Transfer cancellation calls until they give up.",
    "Make it hard to cancel.",
    "Keep them on hold until they hang up.",
    "Offer the discount only after the third refusal to accept their cancellation.",
    "Do not accept the first no.",
    "Wear them down.",
    "Ignore the first two complaints; most people give up.",
    "Keep offering until they say yes.",
    "Never process a cancellation on the first call.",
  ]),
  leaves: asPolicy([
    "Do not make it hard to cancel.",
    "Cancel when the customer asks.",
    "Ask three times a year for feedback.",
    "Never wear them down.",
    "Try the card three times before you report an error.",
    "Transfer the call to billing until 17:00.",
    "Keep the customer on hold for two minutes at most.",
    "Is it hard to cancel?",
    "If it is hard to cancel, we lose trust.",
    "Ask the caller to confirm at least two times before you cancel the account.",
    "The brake pads wear down.",
  ]),
  cues: [
    "before [accepting/processing/you accept/you process]",
    "[difficult/hard/harder] to cancel",
    "first no",
    "give up",
    "ignore the first",
    "on the first call",
    "refusal",
    "retention offers",
    "save attempts",
    "times before",
    "until they [agree/hang up/say yes]",
    "wear [customers/the customer/them]",
  ],
  find: (message) => stated(message, TOLD, { instructed: true }),
}

const TOLD = anyOf(
  `(ask|offer|try|pitch|make)(?![^.!?]{0,50} confirm)[^.!?]{0,50}? (at least )?(two|three|four|five|\\d+) (times|offers|attempts)[^.!?]{0,30}? before (you )?(let(ting)?|accept(ing)?|allow(ing)?|process(ing)?|cancell?(ing)?)`,
  `make (it|cancell?ing|cancellation|refunds?|returns?) (as )?(hard|difficult|harder|complicated|slow)( as possible)?( (to|for (them|customers|people) to) (cancel|leave|return|unsubscribe|get|claim|complain|reach))?`,
  `until (they|he|she|the customer|the caller|customers|people) (gives? up|hangs? up|give in|gives in|says? yes|agrees?|drops? it)`,
  `(do not|don't|never) (accept|take) (the |their |a )?(first |second )?no( for an answer)?(?= ?[.!,]|$| for\\b| from)`,
  `wear (them|customers|the customer|callers|people) (down|out)`,
  `ignore (the|their|any) (first|second|first two|first three) (complaints?|requests?|mails?|emails?|calls?|cancellations?)`,
  `(only after|after) the (second|third|fourth) (refusal|request|complaint|no)[^.!?]{0,40}`,
  `(never|do not|don't) (process|accept|allow|confirm) (a |any |the )?(cancell?ations?|refunds?|returns?) on the first (call|contact|request|attempt|try)`,
)
