import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const promiseBeyondPower: Rule = {
  id: "promise/beyond-power",
  why: "It depends on somebody whom we do not command, so we cannot keep it, whatever we do.",
  instead: "Say what they told us and when, and what we will do ourselves if it does not happen.",
  source: "Never promise what cannot be delivered; UCPD 2005/29/EC art. 6(1). Not legal advice.",
  severity: "confirm",
  finds: [
    "I guarantee the carrier will deliver it tomorrow.",
    "I promise that DHL will be there by noon.",
    "Your bank will definitely release the money today.",
    "The manufacturer will certainly replace the motor.",
    "You have my word that customs will let it through.",
    "The courier will be with you before ten, I promise.",
    "Our supplier will send it this week, without fail.",
    "We assure you your insurer will pay for the whole of it.",
    "The airline is definitely going to refund you, so please wait.",
    { text: "Told her the bank will definitely reverse it by Monday.", channel: "note" },
  ],
  leaves: [
    "The carrier says that it will deliver tomorrow.",
    "I can't promise that the courier will definitely come before ten.",
    "The carrier will try again on Friday.",
    "I promise to ring the carrier at nine.",
    "Will the bank definitely release the money today?",
    "If the insurer will definitely pay, we can start.",
    "You wrote that DHL will definitely be there by noon.",
    'The banner "I guarantee the carrier will deliver" is gone.',
    "The manufacturer definitely replaced the motor; it came on Tuesday.",
    "We will definitely send it to the manufacturer on Monday.",
    "I promise that our workshop will look at it by Friday.",
    "> The bank will definitely pay.\n\nThat was more than we could know, sorry.",
    "The supplier will probably send it this week.",
  ],
  cues: [
    "absolutely",
    "assure you",
    "certainly",
    "count on",
    "definitely",
    "for certain",
    "for sure",
    "guarantee",
    "no doubt",
    "promise",
    "rely on",
    "surely",
    "swear",
    "without [a doubt/fail]",
    "word that",
  ],
  find: (message) => stated(message, BEYOND),
}

const NAMED =
  "royal mail|an post|deutsche post|dhl|ups|fedex|dpd|hermes|evri|gls|usps|yodel|paypal|klarna|visa|mastercard|american express|apple|google|amazon|microsoft"
const KIND =
  "carrier|courier|haulier|freight forwarder|postman|post office|postal service|delivery (company|firm|service|partner)|bank|card (issuer|company)|payment provider|manufacturer|supplier|wholesaler|publisher|airline|railway|customs|tax office|authorit(y|ies)|council|court|police|regulator|insurer|insurance( company)?|landlord|network operator|phone company|internet provider|app store|embassy|hospital|weather|third[- ]party"
const OUTSIDER = `((the|your|our|their) ([a-z]+ )?(${KIND})|customs|${NAMED})`
const WILL = "(will|'ll|won't|is (definitely |certainly )?going to)"
const SURELY = "(definitely|certainly|surely|absolutely|for sure|without (a )?doubt|without fail|100 ?%)"
const BEYOND = anyOf(
  `(i|we)('ll| will| can| do)?( personally| absolutely| fully)? (guarantee|promise|assure you|swear|give you (my|our) word)( you| to you)?( that)? ${OUTSIDER} ${WILL}`,
  `(you have|you've got|on) (my|our) word,? (that )?${OUTSIDER} ${WILL}`,
  `${OUTSIDER} (${WILL} ${SURELY}|${SURELY} will|is ${SURELY} going to)( [a-z]+)?`,
  `${OUTSIDER} ${WILL} [^.!?;]{2,60}?,? (i|we) (promise|guarantee)( you)?(?! to\\b)`,
  `${OUTSIDER} ${WILL} [^.!?;]{2,60}?,? (without fail|for sure|for certain|guaranteed|no doubt about it|you can (count|rely) on (it|that))`,
)
