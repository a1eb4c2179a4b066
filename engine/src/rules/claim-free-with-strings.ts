import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const claimFreeWithStrings: Rule = {
  id: "claim/free-with-strings",
  why: "What costs something is not free, and the customer counts on the word.",
  instead: "Say what it costs in all, and what must be done to get it.",
  source: "UCPD 2005/29/EC Annex I no. 20; CAP Code 3.23-3.26; FTC Guide 16 CFR 251. Not legal advice.",
  severity: "remark",
  finds: [
    "Get a free light, just pay the handling fee.",
    "The trial is free; card details are required and it renews automatically.",
    "Free phone when you take out a 24-month contract.",
    "It's free, you only pay an activation fee.",
    "The bag is free of charge plus a £4.99 processing fee.",
    "Free for 30 days, and then £9 a month unless you cancel.",
    "You get it free with a subscription.",
    "Your gift is free, subject to a small admin charge.",
  ],
  leaves: [
    "Returns are free within 30 days.",
    "Delivery is free.",
    "As a gold member you have two free bags.",
    "It is not free: there is a £4.99 handling fee.",
    "Feel free to pay the fee on Friday.",
    "Is it free, or is there a booking fee?",
    "The light is free, you only pay the postage.",
    "You are free to cancel your subscription whenever you like.",
    "We waived the processing fee, so it is free now.",
    "You said that it was free with a subscription.",
    "Please free up some time to sign the contract.",
    "There is no activation fee and the card is free.",
    "Buy one, get one free.",
    "Free parking behind the shop.",
  ],
  cues: ["free"],
  find: (message) => stated(message, STRINGS),
}

const FREE = "(?<!(feel|are|is|be|toll|set|tax|duty|hands|risk|hassle|commission|non)[ -])(?<!no .{0,20})free"
const REALLY_FREE = "(free|no (extra )?charge)"
const FEE =
  "(an? |the |our |small |one-off |£?[\\d.]+ |\\$?[\\d.]+ |€?[\\d.]+ |[£$€] ?[\\d.]+ )*(handling|processing|admin(istration)?|activation|booking|service|set-?up|joining|registration|packing) (fees?|charges?|costs?)"
const STRINGS = anyOf(
  `${REALLY_FREE}( of charge)?[^.!?]{0,60}?(just pay|only pay|you pay|plus|except for|apart from|subject to|excluding) ${FEE}`,
  `${FREE}[^.!?]{0,60}?(card details|credit card|payment details|debit card|bank details) (is |are )?(required|needed|necessary)`,
  `${REALLY_FREE}[^.!?]{0,80}?(unless you cancel|until you cancel|renews automatically|automatically renews|auto-?renews)`,
  `${FREE}( [a-z]+){0,2} (when|if) you (subscribe|sign up (for|to) an?|take out|renew|upgrade|switch|spend|buy)`,
  "(it|them|this|one) free with (a|an|every|any|our) ([a-z0-9-]+ )?(subscription|contract|membership|plan)",
)
