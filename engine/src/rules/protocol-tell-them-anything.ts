import type { Rule } from "../rule.ts"
import { asPolicy } from "../wording/as-policy.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const protocolTellThemAnything: Rule = {
  id: "protocol/tell-them-anything",
  why: "Calming words that nobody checked become promises that nobody keeps.",
  instead: "Tell staff to say what is known, what is not, and from whom and when the customer will hear.",
  source: "Never promise what cannot be delivered.",
  severity: "confirm",
  channels: ["policy"],
  finds: asPolicy([
    "Tell them anything to get them off the phone.",
    "Say whatever it takes to close the sale.",
    "Just tell the customer it will be there soon.",
    "Promise them anything.",
    "Tell them whatever they want.",
    "Let the caller know that it will arrive soon, and try to keep them happy.",
    "Say what you have to say to calm them down.",
    "Reassure the customer that everything is fine, whatever the status.",
    "Someone will call you right back.",
    "Tell the caller that someone will call them right back.",
    'Say: "Let me look into this, and someone from the team will call you right back."',
  ]),
  leaves: asPolicy([
    "Do not say whatever it takes to close the sale.",
    "Tell them anything you know about the delay.",
    "Tell the customer the date in the system.",
    "Whatever the customer says, stay calm.",
    "Ask whether there is anything else.",
    "If a colleague says anything to close a sale, report it.",
    "Let the customer know that it will arrive on the date shown.",
    "Tell the customer when it will be there.",
    "Do they tell them anything?",
    "Do whatever it takes to keep the data safe.",
    "Never promise them anything.",
    "Do not say that someone will call back; say who, and when.",
    "Tell the caller who will call them, and by when.",
    "If nobody answers, someone will call the supplier.",
    '"Someone will call you right back" is what we never say.',
  ]),
  cues: [
    "anything to",
    "everything is fine",
    "[keep/make] them happy",
    "off the phone",
    "promise [anything/them]",
    "[somebody/someone]",
    "[tell customers/tell the customer/tell them] [anything/whatever]",
    "what you have to say",
    "whatever [it takes/the status/you have to]",
    "will arrive soon",
    "will be there soon",
  ],
  find: (message) => stated(message, TOLD, { instructed: true }),
}

const TOLD = anyOf(
  `tell (them|(the |a )?(customers?|callers?|users?|clients?)) (anything|whatever)(?= to| you (have|need)| it takes| they (want|like|need)| ?[.!,]|$)`,
  `(say|do|promise) (whatever|anything) (it takes|is needed|is necessary|you (have|need) to)?( ?to (close|calm|win|end|(keep|get|make|save) (them|him|her|the (customer|caller|sale|deal|order)|customers|callers|a sale)))(?= |[.!]|$)`,
  `promise (them|customers|the customer|callers) (anything|whatever|the (moon|world|earth))`,
  `say (what|whatever) you (have|need) to( say)? to (calm|keep|close|get|make|save)`,
  `(tell|let|assure|reassure) (them|(the |a )?(customers?|callers?|users?|clients?))( know)? (that )?(it|they|(the|their) (order|parcel|item|package|refund|delivery|money)) will (be there|arrive|come|be (shipped|sent|paid|delivered)) (very )?soon`,
  `((say|tell)\\b[^.!?]{1,90}?\\b)?(someone|somebody)( from (the |our )?\\w+)? will (call|ring|phone|contact|get back to|write to) (you|them)`,
  `reassure (them|(the |a )?(customers?|callers?)) (that )?everything is (fine|ok|in order),? (whatever|no matter|regardless)`,
)
