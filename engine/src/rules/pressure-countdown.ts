import type { Hit, Message, Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const pressureCountdown: Rule = {
  id: "pressure/countdown",
  why: "A clock that runs against the customer makes them decide in fear of losing, and such clocks often start again.",
  instead: "Say in words until when the offer holds, and let it end then.",
  source: "UCPD 2005/29/EC Annex I no. 7; CMA undertakings by Emma Sleep, 2024; Mathur et al. 2019. Not legal advice.",
  severity: "remark",
  finds: [
    "Your basket is reserved for 08:30 minutes!",
    "We hold your seats for another 09:59.",
    "Offer ends in 01:12:40",
    "0 days 03 hours 12 minutes 40 seconds",
    "Order within 2h 14m 08s to get 20% off.",
    "Your discount expires in 14:59!",
    "DAYS HRS MINS SECS",
    "2 days 11:20:09 left",
    "Checkout in 09:45 to keep the price.",
    "Only 00:19:58 left at this price",
    "Black Friday prices end in 00d 11h 02m",
    "Checkout timer: 04:59",
  ],
  leaves: [
    "The call took 0 hours 12 minutes and was recorded.",
    "Your table is reserved for 19:30 on Friday.",
    "The shop closes: 17:30.",
    "Your session will expire in 10 minutes.",
    "The link expires in 24 hours.",
    "Our office closes in 20 minutes.",
    "The flight lasts 2 hours 57 minutes.",
    "The video stops at 01:12:40 because of a fault.",
    "We open in 3 days.",
    "The room is reserved for 09:30 tomorrow.",
    "Does your basket say that it is reserved for 10:00 minutes?",
    "The train leaves in 14 minutes.",
    "Log line: started 10:02:11, ended 10:02:13.",
    'We do not count down: no "ends in 00:10:00" anywhere.',
    "The timer on your oven is set to 24 hours.",
    "The recording is 12:30 long.",
  ],
  cues: [
    "# day # ",
    "[# day/days/hours/minutes] ##",
    "# hours and",
    "###days",
    "##d ",
    "##day",
    "##h",
    "[#/##] [## ##/days # /hours # /hrs ##/min ##/mins ##]",
    "#d ",
    "#day",
    "#h",
    "[close/closes/finishes/left/over/remaining/start/starts] in",
    "countdown",
    "days#",
    "deal",
    "end",
    "expir",
    "[guaranteed/held/on hold] for",
    "hold the",
    "[hold/keep/keeping] your",
    "holding",
    "hours min",
    "hrs min",
    "[in/within] [# ##/# min/## ##/## min/the next]",
    "min sec",
    "mins secs",
    "minutes seconds",
    "offer",
    "price",
    "prioriti",
    "reserved",
    "reserving",
    "sale",
    "save",
    "time left",
    "time remaining",
    "timer",
    "[within #/within ##] [hour/hr]",
  ],
  find: (message) => [...stated(message, COUNTING), ...bareClock(message)],
}

const CLOCK = "\\d{1,3} ?: ?\\d\\d( ?: ?\\d\\d)?"
const UNIT = "(d|days?|h|hours?|hrs?|m|mins?|minutes?|s|secs?|seconds?)"
const SECONDS = "(s|secs?|seconds?)"
const END = "(ends?|expires?|will expire|will end|ending|expiring|over|closes?|finishes|starts?|remaining|left)"
const OFFER =
  "(sales?|offers?|deals?|discounts?|promotions?|promo|coupons?|vouchers?|clearance|carts?|baskets?|off|price)"
const KEPT = "(reserved|held|saved|prioriti[sz]ed|on hold|guaranteed)"

const COUNTING = anyOf(
  `(order|cart|basket|bag|items?|seats?|booking|tickets?|price|checkout)( [a-z]+)?( is| are| will be|'s| has been)?( [a-z]+)? ${KEPT}( in your (cart|basket|bag))? for (another |only |the next )?(${CLOCK} ?(minutes?|mins?|m|(?=[!.]?\\W*$))|\\d{1,2} ?(more )?(minutes?|mins?|seconds?)(?! (from|after|before)\\b))`,
  `(we|we'll|we are|we're) (hold|holding|keep|keeping|reserve|reserving|reserved) (your|the|these|this) [a-z]+ for (another |only |the next )?${CLOCK}`,
  `${END}( in| within)[ :-]*${CLOCK}|${END}[ :-]*\\d{1,2} ?: ?\\d\\d ?: ?\\d\\d`,
  `(${OFFER}( [a-z]+)?|^\\W*(hurry\\W+)?) ?${END} (in|within) ?:? ?(\\d{1,3}|[a-z]+) ?:? ?(days?|hours?|hrs?|minutes?|mins?)( |:|,|$|!|\\.)(?! from)`,
  `(order|buy|activate|check ?out|claim|pay|complete|book|shop|purchase)( [a-z]+){0,3} (with)?in (the next )?(${CLOCK}|\\d+ ?h(ou)?r?s?,? ?(and )?\\d+ ?m(in(ute)?)?s?|\\d{1,2} ?(minutes?|mins?))(?! of| after)`,
  `^\\W*([a-z ,!%0-9]{0,40}[:,!-] ?)?\\d{1,3} ?days?,? ?:? ?${CLOCK}( left)?`,
  `(\\d{1,3} ?:? ?${UNIT}[ .,:|]{0,3}(and )?){2,3}\\d{1,4} ?:? ?${SECONDS}(?=\\W*$| left| to | remaining| (check|order|buy|shop|sale|until|for)\\b)`,
  `(${UNIT} ?:? ?\\d{1,2}( \\d)?[ .,:|]{0,3}){2,3}${SECONDS}( ?:? ?\\d{1,2}( \\d)?)?(?=\\W*$)`,
  `(\\d{1,4} ?){1,2}hours? ?: ?(\\d{1,4} ?){1,2}minutes? ?: ?(\\d{1,4} ?){1,2}seconds?`,
  "(days?\\W{0,3})?(hours?|hrs?)\\W{1,3}min(ute)?s?\\W{1,3}sec(ond)?s?",
  "\\d{1,3}days?\\d{1,2}(hours?|hrs?)\\d{1,2}(minutes?|mins?)(\\d{1,2}(seconds?|secs?))?|\\d{1,3}days?\\d{4,8}|\\d{1,2}h ?\\d{1,2}m ?\\d{1,2}s",
  "(only |just |time )?(left|remaining) ?!? ?:? ?\\d\\d ?: ?\\d\\d ?: ?\\d\\d|(only|just) \\d{1,2}:\\d\\d:\\d\\d (left|remaining)|\\d\\d ?: ?\\d\\d ?: ?\\d\\d (left|remaining)",
  "time (left|remaining) (to|until|for)|until the timer|timer (hits|reaches|runs)",
  `(${END}|countdown|save|savings|sales?|offers?|deals?|prices?)[^.!?]{0,30}?\\d{1,2} ?d(ays?)?[ :,]{0,2}\\d{1,2} ?h(ou)?r?s?[ :,]{0,2}\\d{1,2} ?m(in|ins)?`,
  `(timer|countdown)\\W{1,3}${CLOCK}(?=\\W*$)`,
)

/** Nothing but a running clock: a notice, not a time of day in a letter. */
function bareClock({ text, sentences }: Message): readonly Hit[] {
  const only = sentences.length === 1 ? sentences[0] : undefined
  if (only === undefined || !BARE.test(text)) return []
  return [{ start: only.start, end: only.end }]
}

const BARE = /^\W*(?:(?:flash|ends|left|sale|offer|deal|in|time)\W*){0,3}\W*\d{1,2}\s?:\s?\d\d\s?:\s?\d\d\W*$/i
