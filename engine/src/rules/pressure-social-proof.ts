import type { Hit, Message, Rule } from "../rule.ts"
import { anyOf, NUMBER } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const pressureSocialProof: Rule = {
  id: "pressure/social-proof",
  why: "What others look at or buy says nothing about this customer's need, and cannot be checked by them.",
  instead: "Say what the thing does for the need the customer named.",
  source: "UCPD 2005/29/EC art. 6 and Annex I no. 23b-23c; FTC Rule 16 CFR 465; Mathur et al. 2019. Not legal advice.",
  severity: "remark",
  finds: [
    "14 people are looking at this saddle right now.",
    "Someone in Leeds, England just bought a bell.",
    "Over 300 customers bought this in the last week!",
    "62 sold in the last 24 hours",
    "Anna from Bristol just purchased winter tyres.",
    "Three others have this in their basket.",
    "Join 4,000 happy customers.",
    "Bestseller",
    "Everyone is switching to our plan.",
    "This item was viewed 12 seconds ago by someone from Porto.",
    "Last purchase was 3 minutes ago.",
    "Most popular",
  ],
  leaves: [
    "Two people looked at your bike: Sam and our mechanic.",
    "Someone in Sales ordered the wrong part, and we are sorry.",
    "Three customers have reported the same fault.",
    "How many people bought this last year?",
    "We sold 40 bikes last year.",
    "You wrote that 20 people were viewing it; that counter was wrong.",
    "Five people work in our shop.",
    "Six people are on your booking.",
    "Maria in Accounts bought a new printer for the office.",
    "We never tell you how many people are looking at this.",
    "Someone from our workshop will call you.",
    "The most popular size in our records is 54, but yours is 58.",
    "I bought it in Leeds, and it broke.",
    "12 people have asked for a refund, and all were paid.",
  ],
  cues: [
    "viewing", "looking at", "watching", "seeing", "considering", "eyeing", "browsing", "checking out",
    "checking this", "shopping", "interested in", "bought", "purchased", "viewed", "looked at", "added to",
    "added this", "added it", "ordered", "booked", "favorited", "favourited", "chosen", "saved", "wishlisted",
    "tried", "seen", "in their", "to their", "into their", "on their", "carts", "cart", "basket", "want this",
    "want it", "want these", "wants this", "love this", "loves this", "loving this", "like this", "likes this",
    "active", "online", "sold", "views", "orders", "sales", "last purchase", "last order", "latest purchase",
    "latest order", "latest sale", "recent purchase", "recent order", "recent sale", "latest booking", "last sale",
    "last booking", "most popular", "best sell", "bestsell", "best-sell", "top sell", "top-sell", "top rated",
    "hot seller", "hot product", "hot item", "fast mover", "trending", "popular", "customer favo", "staff favo",
    "fan favo", "people's choice", "everyone is", "everyone's", "everybody is", "everybody's", "everyone else is",
    "everyone else's", "friends are", "neighbours are", "neighbors are", "join", "favored by", "favoured by",
    "loved by", "trusted by", "used by", "our most recent", "our latest", "just got", "grabbed", "signed up",
    "subscribed", "placed an order", "started buying", "someone in", "someone from", "somebody in", "somebody from",
   
  ],
  find: (message) => [...stated(message, CROWD), ...boughtSomewhere(message)],
}

const WHO = "(?:other )?(?:people|persons?|customers?|users?|shoppers?|others|visitors?|guests?|buyers?|clients?|fans|members|folks)(?: other than you)?"
const NOW = "(?:(?:are|is|have|has|were|just|currently|recently|now|also|already|all|been|actively) )*"
const THIS = "(?:this|these|it|the same|here|now|right now|today|recently|our|in the last|on our|for this|per)"
const SPAN = "(?:the )?(?:last|past)(?: few| couple of| \\d+)? ?(?:seconds?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|week|month|months|year)"
const AGO = `(?:today|(?:already )?this (?:week|month|hour)|(?:with)?in ${SPAN}|(?:over|during) ${SPAN}|per (?:hour|day|week)|(?:each|every) (?:hour|day)|times? (?:today|this)|recently|in \\d+ hours)`
const DONE = "(?:sold|bought|viewed|purchased|booked|ordered|added to (?:cart|basket|bag|wish ?list))"

const CROWD = anyOf(
  `${NUMBER} ${WHO} ${NOW}(?:viewing|looking at|watching|seeing|considering|eyeing|browsing|checking (?:out|this)|shopping|interested in)(?: [a-z]+)?(?: ${THIS}\\b|\\W*$)`,
  `${NUMBER} ${WHO} ${NOW}(?:bought|purchased|viewed|looked at|added|ordered|booked|seen|favou?rited|chosen|saved|viewing|wishlisted|tried) (?:${THIS}|to (?:their )?(?:cart|basket))\\b`,
  `(?:several|many|lots of|loads of|numerous|hundreds of|thousands of|dozens of) ${WHO} ${NOW}(?:recently )?(?:bought|purchased|viewed|looked at|viewing|looking at) (?:this|these|it)\\b`,
  `${NUMBER} ${WHO} ${NOW}(?:bought|purchased|ordered) .{1,60} ${AGO}`,
  `${NUMBER} ${WHO} ${NOW}(?:have|has|added|put|got) (?:this|it|these)(?: [a-z]+)? (?:in|to|into|on) (?:their|his|her) (?:carts?|baskets?|bags?|wish ?lists?)|in (?:over |more than )?${NUMBER} (?:carts?|baskets?)`,
  `${NUMBER} ${WHO} (?:want|wants|love|loves|like|likes) (?:this|it)(?: (?:item|product|right now))?(?= ?[!.]|$)|other people want (?:this|it|these)|(?:people|customers) (?:love|are loving) this`,
  `${NUMBER} ${WHO} ${NOW}(?:active|online|here)(?: (?:on our (?:website|site|shop|store)|right now|just now|now))?`,
  `${WHO} (?:have |has )?(?:bought|purchased|viewed|ordered) (?:this )?(?:item |product )?${AGO}`,
  `one (?:customer|person|shopper) (?:bought|purchased|viewed) this`,
  `(?:we've |we have )?(?:already )?sold (?:over |more than )?${NUMBER}(?: of (?:these|this|them))? ${AGO}`,
  `(?:over |more than )?${NUMBER}\\+?(?: (?:units?|items?|pieces?|pairs?|people|views?|orders?|sales|times))?(?: were| was| already| have been| has been)*(?: ${DONE})? ${AGO}(?<=(?:${DONE}|views?|orders?|sales) .{0,40})`,
  `^\\W*(?:over |more than )?${NUMBER}(?: (?:units?|items?|pieces?|pairs?))? (?:${DONE}|currently viewing|viewing now|already sold)(?=\\W*$| (?:today|per|online|so far)\\b)`,
  `^\\W*(?:${DONE})(?: (?:by )?${NUMBER})(?: ${WHO})?(?: times?)?(?: ${AGO}|\\W*$)`,
  `${DONE} (?:over |more than )?${NUMBER} times (?:${AGO}|today)|^viewed ${NUMBER} times`,
  `(?:${DONE}|favou?red|loved|trusted|used) by:? (?:over |more than )?${NUMBER} ${WHO}`,
  "(?:last|latest|most recent) (?:purchase|purchased|ordered|order|sale|bought|booking|sold)(?: was)? (?:about |just )?(?:\\d+|a|an|a few) (?:seconds?|minutes?|mins?|hours?|days?) ago",
  "(?:was |were )?(?:viewed|bought|purchased|booked|ordered) (?:just |about )?\\d+ (?:seconds?|minutes?|mins?|hours?) ago by",
  "our (?:most recent|latest) (?:customers?|buyers?|shoppers?) (?:are|is|were) from",
  "(?:someone|somebody|a customer|another customer) (?:has )?(?:just |recently )?(?:bought|purchased|ordered)(?: ?:| (?:this|the same|an? )).{0,120}(?:ago|recently|just now)|^(?:someone|somebody) (?:just )?(?:bought|purchased)(?::|\\W*$| this)",
  "^(?:someone|somebody|a customer|another customer) (?:has )?just (?:bought|purchased|ordered|placed an order)",
  "(?:^|(?<=[,!] ?))(?:(?:our )?most popular(?: (?:item|product|choice))?|(?:#1 |our )?best[- ]?sell(?:er|ers|ing)(?: (?:item|product))?|top[- ]sell(?:er|ers|ing)|top rated|hot (?:seller|product|item)|fast mover|trending(?: now| style| item)?|popular (?:item|choice|product)|(?:customer|staff|fan) favou?rites?|people's choice|(?:super |very |so )?popular)(?= ?[:!]|\\W*$)",
  "(?:everyone|everybody|everyone else|all your (?:friends|neighbours|neighbors))(?:'s| is| are) (?:buying|choosing|switching|talking about|getting|moving|upgrading|loving|wearing)",
  `join (?:the |our |over |more than )*${NUMBER}(?: [a-z]+)? (?:happy |satisfied |smart )?${WHO}`,
)

/** "Someone in Leeds just bought": a person nobody can check, somewhere, bought something. */
function boughtSomewhere(message: Message): readonly Hit[] {
  return [...stated(message, SOMEWHERE), ...stated(message, SOMEBODY)]
}

// Names and places are told by their capitals, so case counts here, and a word run together with the next one ends all the same.
const BUYING = "(?:[Hh]as |[Hh]ave )?(?:[Jj]ust |[Rr]ecently )?(?:bought|purchased|ordered|viewed|started buying|signed up|subscribed|added to cart|placed an order|saved [£$€]\\d+|Bought|Purchased|Ordered|BOUGHT|PURCHASED)(?![a-z])"
const NAMED_PLACE =
  "(?!(?:Sales|Accounts?|Finance|Marketing|IT|HR|Support|Legal|Billing|Purchasing|Procurement|Logistics|Operations|Engineering|Shipping|Dispatch|Customer|Head|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday)\\b)(?:the )?[\\p{Lu}][^,.!?:;]{1,40}"
const SOMEWHERE = new RegExp(
  `(?:^|(?<=[!:.] {0,3}))(?:(?:Someone|Somebody|SOMEONE|Shopper|A (?:customer|shopper)|Customer|\\p{Lu}[^\\s,.!?]*(?: [^\\s,.!?]+){0,3}),? (?:in|from|From|of|In|FROM|IN) ${NAMED_PLACE}(?:\\. [^,.!?:;]{2,20})?(?:, ?[^,!?:;]{2,40}){0,3}?|[^\\s,.!?]+ (?:in|from) ${NAMED_PLACE}, ?\\p{Lu}[^,!?:;]{2,40}?),? ?(?:& [^.]{1,30} )?${BUYING}`,
  "gu",
)
const SOMEBODY = anyOf(
  "^(?:someone|somebody|a (?:customer|shopper|visitor|buyer)) (?:in|from) (?!(?:our|the|your|my|his|her|sales|accounts?|finance|marketing|it|hr|support|legal|billing|purchasing|logistics|operations|engineering|shipping|dispatch)\\b)[^.!?;]{2,60}? (?:has |have |is )?(?:just |recently )?(?:bought|purchased|got|grabbed|is viewing|viewing|is looking at|added)",
  "^(?:purchased|bought|ordered) by [^.!?]{2,40} (?:in|from) [^.!?]{2,40}(?:ago)?(?=\\W*$)",
)
