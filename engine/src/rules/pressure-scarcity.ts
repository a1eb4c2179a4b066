import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const pressureScarcity: Rule = {
  id: "pressure/scarcity",
  why: "A limit that is not true, or does not matter, hurries people into choosing badly.",
  instead: "Say how many there are and when more come, or leave it out.",
  source: "UCPD 2005/29/EC Annex I no. 7 and art. 6; UK DMCC Act 2024 Schedule 20; Mathur et al. 2019. Not legal advice.",
  severity: "remark",
  finds: [
    "Only 4 saddles left at this price!",
    "We have just two bikes left, so be quick.",
    "Hurry, fewer than 10 remaining!",
    "Almost sold out: order today.",
    "LOW STOCK",
    "3 left",
    "Limited availability at this rate!",
    "81% of the offer claimed",
    "These helmets are in high demand and sell out fast.",
    "Last one in stock!",
    "In stock (6) left",
    "This colour is selling fast.",
  ],
  leaves: [
    "We have three sizes left; blue is back in May.",
    "We do not have only two left; there are plenty.",
    "Are there only two left in blue?",
    "You have only 3 days left to return it for free.",
    "Only two passengers remain on the waiting list.",
    "Due to high demand our phones are busy; mail reaches us faster.",
    "> Only 2 left!\n\nThat banner was wrong, and we took it down.",
    "You wrote that only one was left, but we have forty.",
    "If only one is left, we will tell you.",
    "Turn left at the only light left standing.",
    "Please remove the line \"Only 3 left in stock\" from the page.",
    "We had only five left in March.",
    "Limited company, registered in England.",
    "There are 12 seats in stock, and more arrive each week.",
  ],
  cues: [
    "only #", "only one", "only two", "only three", "only four", "only five", "only six", "only seven", "only eight",
    "only nine", "only ten", "only a few", "only few", "only a handful", "only a couple", "only a limited",
    "only have", "only got", "only has", "only about", "only around", "just #", "just one", "just two", "just three",
    "just four", "just five", "just six", "just seven", "just eight", "just nine", "just ten", "just a few",
    "just few", "just a handful", "just a couple", "just a limited", "just have", "just got", "just has",
    "just about", "just around", "only very few", "very few", "less than", "fewer than", "under #", "not many",
    "left", "in stock", "remaining", "# available", "## available", "a few available", "few available", "last one",
    "last few", "last #", "last pair", "last piece", "last item", "last unit", "last ones", "last seat", "last room",
    "final item", "final piece", "low stock", "low in stock", "low on stock", "stock low", "stock is", "stock level",
    "stock running", "running low", "running out", "limited", "almost sold", "almost all", "almost gone",
    "almost out", "nearly sold", "nearly all", "nearly gone", "nearly out", "practically", "selling", "going fast",
    "going quick", "fast selling", "sell out", "sells out", "sellout", "sell-out", "claimed", "taken", "#% ", "##% ",
    "% ", "demand", "stock #", "items #", "remaining #", "quantity #", "rarely restock", "restock", "get yours",
    "get it before", "get it while", "get them",
  ],
  find: (message) => stated(message, SCARCE),
}

const COUNT = "(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|a few|few|a handful|a couple|a limited number)"
const NOT_TIME =
  "(?!(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|nights?|steps?|questions?|passengers?|people|persons?|points?|options?|tickets?)\\b)"
const THINGS = `(?: ${NOT_TIME}[a-z()/-]+){0,3}?`
const ITEMS = "(?: (?:items?|units?|pieces?|pcs|pairs?|seats?|rooms?|products?|stocks?|spots?|places?|copies|sets?|sizes?)(?:\\(s\\))?)"
const REST = "(?:left|remaining|remains?|available|(?<!are )(?<!is )in stock|to go)"
const STOCK = "(?:stocks?|quantit(?:y|ies)|availability|suppl(?:y|ies)|numbers?|units|places|spots|spaces)"

const SCARCE = anyOf(
  `(?:only|just|less than|fewer than|under)(?: (?:have|got|has|about|around))? ${COUNT}${THINGS} ${REST}(?! (?:to|on the|standing|over|behind|of your|of my|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|for (?:you|the))\\b)`,
  `(?:only|just) ${COUNT}(?: ?\\([^)]{1,12}\\)| ${NOT_TIME}[a-z]+){0,2} ?, ${REST}`,
  `currently (?:less|fewer) than ${COUNT} available|not many (?:left|remaining)|(?:only|very) few ${REST}|^few${ITEMS}? ${REST}`,
  `^(?:[a-z -]{1,24} ?[:,!(*]+ ?|(?:pre-?order|in stock|availability|quantity) ?\\(? ?)?\\*?${COUNT} ?\\)?${ITEMS}? (?:left|in stock|remaining|available)(?:,? in (?:stock|your size))?(?= ?(?:[!,.*-]|$))`,
  `^(?:(?:remaining|stock|items?|quantity)(?: (?:left|available|remaining))? ?: ?(?:only )?\\d{1,2})(?=\\W*$)`,
  "^(?:\\W*(?:hurry(?: up)?|warning|attention|in stock|alert)\\W+)?(?:(?:very |currently |now )?low (?:in |on )?stock|stock(?: is| levels?)*(?: running| very)? low|low stock (?:alert|warning)|running (?:low|out)(?: fast)?)(?: today| now| alert)?(?=\\W*$|\\W*(?:only|just|\\d)|[!:,-] ?)",
  `^(?:(?:hurry(?: up)?|act fast|quick|very|extremely|strictly)\\W+)?limited ${STOCK}(?: (?:available|remaining|left|at this (?:price|rate)|only|today|now|order now|each day))*(?=\\W*$|[!.])`,
  `limited ${STOCK} (?:left|remaining)|(?:^|(?<=[!.:-] ?))${STOCK}(?: is| are)? (?:very |strictly |extremely )?limited(?=\\W*$|[!.])|made in limited (?:quantities|numbers)`,
  "(?:almost|nearly|practically) (?:all )?(?:sold out|gone|out of stock)(?= ?[!:.,-]|$)",
  "(?:is|are|it's|they're) (?:almost|nearly) (?:sold out|gone|out of stock)",
  "(?:is|are|it's|they're|they are) (?:all )?(?:selling|going|running out) (?:very |really |so )?(?:fast|quickly|out fast)|^(?:selling|going) (?:very )?(?:fast|quickly|out)|fast selling",
  "(?:sells?|will sell|selling|may sell|could sell) out (?:very |really )?(?:fast|quickly|soon)|sell-?out risk(?: is)?(?: high)?|likely to sell out",
  "(?:is|are|it's|they're|items? in your (?:cart|basket) (?:is|are)) (?:currently )?in (?:very |such |extremely )?(?:high|strong|great|huge|hot) demand",
  "^(?:in )?(?:(?:extremely|very) )?(?:high|strong|huge|big) demand(?= ?[!:]|\\W*$)|^in demand(?=\\W*$|[!.])",
  `last (?:one|few|chance|\\d+|pairs?|pieces?|items?|units?|ones|seats?|rooms?)${ITEMS}? (?:available|left|remaining|in stock)|^(?:the )?(?:last|final) (?:items?|pieces?|pairs?|units?|one|few)(?: (?:left|in stock|available))?(?=\\W*$|[!:])`,
  "\\d+ ?% (?:of )?(?:the |this |these |all |our )?(?:offers?|deals?|stock|places|spots|coupons?)?(?: are| is| have been| has been| already)* ?(?:claimed|sold|gone|taken)",
  "^[\\d,.]+ (?:already )?claimed(?= ?[!.,]|$)",
  "(?:we )?rarely restock|won't (?:be )?restock(?:ed)?|never be restocked|get (?:it|yours|them) (?:before|while) (?:it's|it is|they're|they|it|you|supplies)(?: are)? (?:gone|last|can)",
)
