import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const claimSuperlative: Rule = {
  id: "claim/superlative",
  why: "\"The best\" and \"the cheapest\" are statements about every competitor, and the customer relies on them.",
  instead: "Keep evidence on file, or say what is true of us alone.",
  source: "UCPD 2005/29/EC art. 6; CAP Code 3.7 and 3.33; FTC Policy Statement on Advertising Substantiation. Not legal advice.",
  severity: "confirm",
  finds: [
    "We are the absolute cheapest.",
    "We're the number one in repairs.",
    "Our lights are the brightest on the market.",
    "We have the lowest prices in town.",
    "It is the safest lock in the world.",
    "You won't find a better price anywhere.",
    "Our unbeatable prices speak for themselves.",
    "Nobody repairs faster than we do.",
    "We are Europe's leading bike shop.",
    "This is the most reliable pump you can buy.",
    "Our service is second to none.",
    "We offer the best rates in the industry.",
  ],
  leaves: [
    "We are not the cheapest, and we say so.",
    "We love bikes.",
    "The cheapest option on 24 May is the train at 08:10.",
    "Are you the cheapest?",
    "You wrote that we are the cheapest.",
    "The best thing is to bring the bike on Monday.",
    "I'll do my best.",
    "If we were the cheapest, we would say so.",
    "We were the largest shop in town until 2019.",
    "The fastest way to reach me is by phone.",
    "Never say \"we are the best in the country\".",
    "All the best, Ann",
    "Which of our locks is the safest?",
    "The lowest price we can offer you is £40.",
  ],
  cues: [
    "best", "cheapest", "lowest", "fastest", "quickest", "safest", "strongest", "lightest", "brightest", "largest",
    "biggest", "cleanest", "greenest", "finest", "toughest", "longest", "highest", "widest", "number one", "no. 1",
    "no 1", "no1", "leading", "leader", "most reliable", "most trusted", "most popular", "most secure",
    "most advanced", "most affordable", "most accurate", "most effective", "most powerful", "most comfortable",
    "most durable", "most efficient", "most experienced", "most sustainable", "most competitive", "most innovative",
    "most complete", "most flexible", "unbeatable", "unrivalled", "unrivaled", "unmatched", "unparalleled",
    "unsurpassed", "second to none", "beaten", "find a better", "find a cheaper", "find a lower", "find a faster",
    "find a safer", "find better", "find cheaper", "find anything", "find any", "find lower", "find an", "nobody",
    "no one", "no-one", "no other", "world's", "europe's", "britain's", "england's", "scotland's", "ireland's",
    "germany's", "france's", "america's", "uk's", "country's", "nation's", "city's", "industry's", "market's",
    "town's", "market-leading", "market leading", "industry-leading", "world-leading", "market leader",
  ],
  find: (message) => stated(message, SUPERLATIVE),
}

const BEST =
  "(?:absolute(?:ly)? |very |by far the |single |undisputed )*(?:best|cheapest|lowest|fastest|quickest|safest|strongest|lightest|brightest|largest|biggest|cleanest|greenest|finest|toughest|longest[- ]lasting|number one|no\\.? ?1|#1|leading|most (?:reliable|trusted|popular|secure|advanced|affordable|accurate|effective|powerful|comfortable|durable|efficient|experienced|sustainable|competitive|innovative|complete|flexible))"
const BARE_BEST = "(?:absolute(?:ly)? |very |by far the )*(?:best|cheapest|fastest|quickest|safest|cleanest|number one|no\\.? ?1|#1|leaders?|market leaders?)"
const FIELD =
  "(?:in|on|of|across) (?:the |all |all of |this |your )?(?:whole |entire )?(?:world|country|city|county|region|area|market|industry|business|sector|web|internet|uk|us|usa|eu|europe|britain|england|scotland|wales|ireland|germany|france|spain|america|town|nation|planet|high street|area|field)"
const OURS = "(?:we|i|our [a-z]+(?: [a-z]+){0,2}|it|this|these|they|ours)"

const SUPERLATIVE = anyOf(
  `(?:we|ours)(?:'re| are|'ve been| have been| remain)(?: still| simply| also| now| quite| probably| easily)*(?: by far)? (?:the )?${BARE_BEST}(?= ?(?:[,.!;]|$)|(?: [a-z-]+){0,4} (?:in|on|around|anywhere|for|of|out there|there is|you)\\b)(?! (?:to (?:ask|talk|reach|help)|placed|choice of))`,
  `${OURS}(?:'s|'re| is| are| has been| remains?)(?: still| simply| by far| easily| probably)* the ${BEST}(?: [a-z-]+){0,4}? (?:${FIELD}|(?:you can|you'll ever|money can|that you can) (?:buy|find|get|have)|anywhere|around|out there|available anywhere)`,
  `(?:(?<=\\b(?:we|our|us|ours)\\b.{0,80})(?<!(?:was|were|been|had|become) )|^)the ${BEST}(?: [a-z-]+){0,3}? ${FIELD}(?<!(?:one of|among|some of) the .{0,60})`,
  `(?:we|i|our [a-z]+)(?:'ve| have| has| offer| offers| give| gives| provide| provides| sell| sells| charge| charges| guarantee| deliver| delivers| got)+ (?:you |our customers )?(?:always |only )?the (?:absolute |very )*(?:best|cheapest|lowest|fastest|highest|widest|largest) (?:[a-z-]+ )?(?:prices?|rates?|deals?|service|quality|value|delivery|selection|range|choice|support|coverage|products?)(?! (?:for your|to suit|that (?:we|i) can|we can|possible for))`,
  "(?:our|with) (?:prices?|rates?|service|quality|range|value|offers?|deals?|fees?) (?:is|are) (?:simply |always |still )*(?:unbeatable|unrivall?ed|unmatched|unparalleled|second to none|the (?:best|lowest|cheapest))",
  "(?:unbeatable|unrivall?ed|unparalleled|unsurpassed) (?:prices?|value|service|quality|offers?|deals?|range|selection|choice|rates?|support|reliability)",
  "(?:is|are) (?:simply |truly )?(?:second to none|unbeatable|unrivall?ed|unsurpassed)|(?:can't|cannot) be beaten",
  "(?:you won't|you will not|you'll not|you'll never|you will never|you cannot|you can't) find (?:a |an |any |anything )?(?:better|cheaper|lower|faster|safer)(?: [a-z]+){0,3}",
  "(?:nobody|no one|no-one|no other (?:shop|company|provider|brand|product|service|team)|nobody else|no one else) (?:can |could |ever |else )*(?:beats?|match(?:es)?|offers?|repairs?|delivers?|sells?|comes? close|does)(?= (?:us|our|it|this|that|more|better|faster|cheaper|lower|as|so)\\b|[.!]|$)",
  "(?:the )?(?:world|europe|britain|england|scotland|ireland|germany|france|america|uk|country|nation|city|industry|market|town)'s (?:number one|no\\.? ?1|#1|leading|best|biggest|largest|cheapest|fastest|favou?rite|finest|most [a-z]+)",
  "(?:best|lowest) prices? (?:guaranteed?|anywhere|around|in town|ever)|best[- ]in[- ]class|(?:market|industry|world)[- ]leading",
  "(?:we(?:'re| are)|as) (?:the|a|europe's|the uk's) (?:clear |undisputed )?market leaders?",
)
