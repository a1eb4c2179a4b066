import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const pressureUrgency: Rule = {
  id: "pressure/urgency",
  why: "Hurry that serves the seller takes away the time people need to choose well.",
  instead: "Give the day and time at which it really ends, and what the price is afterwards.",
  source: "UCPD 2005/29/EC Annex I no. 7; UK DMCC Act 2024 Schedule 20; CAP Code 3.31. Not legal advice.",
  severity: "remark",
  finds: [
    "Hurry! This saddle will not wait for you.",
    "Limited time offer: 10% off every tyre.",
    "For a limited time, lights come at half price.",
    "Order now before it's too late!",
    "The sale ends soon, so act now.",
    "Don't miss out on our spring prices!",
    "Last chance to save on brakes.",
    "Today only: free fitting.",
    "While stocks last!",
    "Our flash sale has begun.",
    "This is your final chance to get the old price.",
    "Book now or you'll miss the best deal.",
  ],
  leaves: [
    "There is no hurry; the offer stays until 31 May.",
    "I'm in a hurry, so this is short.",
    "The sale ends on Sunday 31 May at midnight.",
    "We have limited time in the call, so let us start with the invoice.",
    "Do you want to act now or wait for the next model?",
    "You asked whether the sale ends soon. It runs until June.",
    "Please order by Thursday noon if you need it on Friday.",
    "We don't do flash sales.",
    "\"Act now\" is not something we write.",
    "I don't want you to miss the train.",
    "Sorry that the delivery was late; it will be there today.",
    "Your trial ends on 4 March; nothing is charged before that.",
    "Last chance saloons are not our kind of pub, said nobody.",
    "Your parcel expires from the locker on Friday at 18:00.",
  ],
  cues: [
    "hurry", "limited time", "limited offer", "act now", "act fast", "act today", "order now", "order soon", "buy now", "buy soon", "book now",
    "call now", "shop now", "sign up now", "ends soon", "end soon", "expires soon", "expire soon", "ends today", "ends tonight", "ends at midnight",
    "ending soon", "ends in", "end in", "miss out", "miss this", "miss it", "miss the chance", "miss your chance", "miss the opportunity", "last chance",
    "final chance", "final hours", "final day", "today only", "tonight only", "one day only", "only today", "while stock", "while suppl", "flash",
    "before it's too late", "before it is too late", "before it's gone", "before they're gone", "before it is gone", "before they are gone",
    "now or never", "once in a lifetime", "once-in-a-lifetime", "time is running out", "running out of time", "don't wait", "don't delay", "snooze",
    "limited-time", "sale extended", "get in quick", "too late", "offer ends", "sale ends", "sales ends", "deal ends", "ends once", "limited", "ends", "ending", "expir", "almost over", "extended", "get in fast", "be quick", "don't let", "do not let", "final", "24 hour", "24-hour", "48 hour", "##hour", "## hour", "lightning", "deal of", "daily deal", "doorbuster", "before", "last day", "last hours", "last few", "price", "reserve now", "grab", "act quickly", "will expire", "only", "quantities last", "one day sale", "one-day", "must end", "day", "or you'll miss", "hot offer", "expires in", "checkout now", "check out now", "days left", "prioritized", "prioritised", "until the offer",
  ],
  find: (message) => stated(message, URGENT),
}

const DEAL = "(?:sales?|offers?|deals?|discounts?|promotions?|promo|prices?|coupons?|code|shipping|delivery|off|voucher|savings|event|clearance)"
const DO_NOT = "(?:don't|do not|never)"
const SOON = "(?:soon|today|tonight|shortly|(?:at )?midnight|this (?:weekend|sunday|monday)|once the)"

const URGENT = anyOf(
  "(?<!(?:in a|the|to|of|such a|will|we'll|i'll|can|any|your|big|me|us|you|them|they|we|i|him|her) )hurry(?: up)?(?! (?:us|me|him|her|them|you|along|through)\\b)",
  "(?:(?:for|only for) a |a )?limited[- ]time(?: (?:only|offers?|deals?|sale|promotion|price|left|discount|special|event))+",
  "(?:for|only for) a (?:very |strictly )?limited (?:time|period)|^limited[- ]time(?= ?[!:|,-]|$)|\\(limited[- ]time|limited[- ]time(?=\\W*$)",
  "limited offer(?= ?[!:]|\\W*$)|(?:time[- ]limited|limited) (?:deal|promotion|special)(?= ?[!:]|\\W*$)",
  `${DEAL}(?: [a-z%0-9]+)? (?:ends?|expires?|will end|will expire|(?:is|are)(?: almost)? (?:ending|expiring|over)|ending|expiring|must end)(?: very)?(?: on)? ${SOON}`,
  `${DEAL} (?:ends?|expires?|will end|will expire) in(?: [\\d:]|:|$| days)`,
  `^${DEAL} ends? ?(?:in)? ?:?(?=\\W*$)|^(?:ends|ending|expires|expiring) ${SOON}`,
  `(?:days|hours|minutes) left until the ${DEAL} ends?|(?:offer|sale|deal) (?:is )?almost over`,
  "(?:spring|summer|autumn|fall|winter|easter|christmas|holiday|weekend|black friday|cyber monday|sale)(?: sale)? extended",
  "(?:act|order|buy|book|call|shop|join|sign up|check ?out|reserve|grab (?:it|yours)) (?:now|soon|today|fast|quickly)(?: and save|(?: or| before) (?:you|it|they|the price|prices)\\b| so you don't| while| to avoid missing)",
  "(?:^|(?<=[.,!:-] ?|so |and ))act (?:now|fast|quickly)(?! (?:as|on|for|in|to (?:fix|stop))\\b)|get in (?:quick|fast)|(?:order|buy) soon(?= ?[!.]|$)|be quick(?= ?[!.,-])",
  "(?:^|(?<=[.,!-] ?))(?:buy|order) (?:it )?now ?!",
  `${DO_NOT} (?:miss|lose|let)(?: out| this| it| your| the| these| our)+(?: (?:on|chance|opportunity|deal|offer|sale|price|great|out|slip away|this|our|its?|limited|special|last)\\b| ?[!.]|$)`,
  "so you don't miss (?:out|it)|you don't want to miss (?:out|this|it)|don't let (?:it|this|them|'em) (?:get|slip) away",
  `${DO_NOT} (?:wait|delay|snooze|hesitate)(?=(?: ?[,!.-]| any longer| too long|: |$)| and miss)(?! to (?:contact|call|ask|reach|write|get|let))`,
  "(?:last|final) (?:chance|call|opportunity)(?: to| for|[!:.]|$)(?! saloon)|(?:final|last) (?:hours|day|days|few hours|minutes)(?: (?:of|to|for)|\\W*$|!)",
  "(?:today|tonight|one day|this weekend|24[- ]hours?|48[- ]hours?) only(?= ?[!:,.|-]|$)|only today ?[!:]|(?:24|48)[- ]hour (?:sale|deal|offer)|one[- ]day sale",
  "while (?:our |the )?(?:stocks?|supplies|supply|quantities) lasts?",
  "flash (?:sale|offer|deal)|^flash(?= \\d)|lightning deal|deal of the day|daily deal|doorbuster",
  "before (?:it|they|the price|prices|time)(?:'s|'re| is| are)? (?:too late|gone|sold out|all gone|go(?:es)? up|runs? out|sells? out|sell out)",
  "now or never|once[- ]in[- ]a[- ]lifetime|time is running out|you're running out of time|or you'll miss|(?:act|order) before",
  "(?:order|cart|basket) (?:is|will be) priorit[iz]+ed for|(?:cart|basket|order|deal|offer) will expire|hot offer(?= ?[!.])|(?:price|prices) (?:goes?|going|will go) up (?:soon|tonight|tomorrow|at midnight)",
)
