import type { Rule } from "../rule.ts"
import { asPolicy } from "../wording/as-policy.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const protocolHideUnlessAsked: Rule = {
  id: "protocol/hide-unless-asked",
  why: "What customers may not learn unless they ask, most never learn: they decide without it.",
  instead: "Say it before the customer decides.",
  source: "UCPD 2005/29/EC art. 7 (misleading omissions). Not legal advice.",
  severity: "confirm",
  channels: ["policy"],
  finds: asPolicy([
    "Do not mention the cancellation fee unless asked.",
    "Don't tell customers about the cheaper plan.",
    "Only mention the withdrawal right if the customer asks.",
    "Never disclose the commission unless they ask for it.",
    "Do not bring up the warranty unless the customer does.",
    "Withhold the outage information until someone complains.",
    "Keep quiet about the price increase.",
    "Do not offer a refund unless the customer insists.",
    "Never reveal that the item is discontinued.",
  ]),
  leaves: asPolicy([
    "Mention the cancellation fee before the customer pays.",
    "Do not mention other customers' names.",
    "Never disclose a password, not even when asked.",
    "Do not tell customers about the merger before the announcement of 3 May unless legal has agreed to it in writing.",
    "Do not proactively offer these certificates unless the user complains.",
    "Should we mention the fee unless asked?",
    "Only share account data if the customer has passed the check.",
    "Do not tell the caller the security answer.",
    "Our old script said: only mention the fee when asked.",
    "Do not give personal data of other users.",
  ]),
  cues: [
    "conceal",
    "[do not/don't/never] [disclose/mention/offer/reveal/tell]",
    "[do not/don't/only] bring up",
    "gloss over",
    "hide",
    "keep quiet",
    "keep silent",
    "only [disclose/mention/tell]",
    "unless [a customer/asked/directly/it comes up/someone/specifically/the caller/the customer/the user/they ask/you are asked]",
    "withhold",
  ],
  find: (message) => stated(message, TOLD, { instructed: true }),
}

const FACT =
  "(fees?|charges?|prices?|price (rise|increase)s?|costs?|cheaper|discounts?|refunds?|right|rights|withdrawal|cancellation|warrant(y|ies)|guarantee|commission|risks?|side effects?|faults?|defects?|recalls?|outages?|delays?|breach|problems?|bugs?|limits?|limitations?|renewal|contract length|minimum term|exclusions?|conditions?|compensation|alternatives?|discontinued|out of stock|known issues?)"
const ASKED =
  "(unless|until|except when|except if) ((they|you|we|he|she|the|a|an|someone|somebody|customers?|callers?|users?|clients?|guests?|directly|explicitly|specifically|it) ?)*((is|are|has|have|been|directly|explicitly|specifically) )*(ask|asks|asked|insists?|complains?|comes up|brings? (it|this) up|raises? it|does|do|notices?|requests?)"
const HIDE =
  "(mention|tell|disclose|reveal|bring up|point out|say|volunteer|inform|share|explain|advertise|talk about|discuss)"
const TOLD = anyOf(
  `(do not|don't|never|avoid|you should not|you must not|must not|should not) (ever |proactively |actively |voluntarily )?${HIDE}(ing)?\\b[^.!?]{0,80}? ${ASKED}`,
  `only (mention|tell|disclose|reveal|bring up|offer|explain) [^.!?]{0,60}?\\b${FACT}\\b[^.!?]{0,40}? (if|when) ((they|the|a|customers?|caller|user|client|guest|directly|you) )*(are )?(ask|asks|asked|insist|insists|complain|complains)`,
  `(do not|don't|never) (mention|tell|disclose|reveal|inform|bring up|point out)( (to )?(the |our |any )?(customers?|callers?|users?|clients?|guests?|them))?( (about|of|that))? [^.!?]{0,40}?\\b(cheaper|discontinued|defects?|faults?|recall|right to (cancel|withdraw|a refund)|price (rise|increase)|known (issue|problem|bug)s?|outage|breach|side effects?|commission|hidden|downsides?|drawbacks?)`,
  `(do not|don't|never) (proactively |actively )?offer (a |the |any )?(refund|cancellation|replacement|repair|withdrawal)s? (unless|until)`,
  `(keep (quiet|silent|mum) about|withhold|gloss over|conceal|hide) (the |this |that |any |our |all )?([a-z]+ )?([a-z]+ )?${FACT}( information)?`,
)
