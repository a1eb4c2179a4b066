import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import type { Match } from "../wording/pattern.ts"
import { statedWhere } from "../wording/stated.ts"

export const claimSuperlative: Rule = {
  id: "claim/superlative",
  why: "“The best” and “the cheapest” are statements about every competitor, and the customer relies on them.",
  instead: "Keep evidence on file, or say what is true of us alone.",
  source:
    "UCPD 2005/29/EC art. 6; CAP Code 3.7 and 3.33; FTC Policy Statement on Advertising Substantiation. Not legal advice.",
  severity: "confirm",
  finds: [
    "We are the absolute cheapest.",
    "We're the number one in repairs.",
    "Our lights are the brightest on the market.",
    "We have the lowest prices in town.",
    "It is the safest lock in the world.",
    "You won't find a better price anywhere.",
    "Nobody repairs it faster.",
    "Our unbeatable prices speak for themselves.",
    "Nobody repairs faster than we do.",
    "We are Europe's leading bike shop.",
    "This is the most reliable pump you can buy.",
    "Our service is second to none.",
    "We employ the best mechanics in Utrecht.",
    "There is no quieter motor than ours anywhere.",
    "We offer the best rates in the industry.",
    "Nobody in Utrecht has softer saddles.",
    "No school in the county had more prizes than ours.",
    "No software on earth is quicker to set up.",
    "Nobody else gets you there faster.",
    "No garage in Hamburg has happier drivers.",
    "You won't find a friendlier workshop anywhere.",
    "Our divers keep the clearest aquarium in Norway.",
    "The Pico is the least noisy mixer money can buy.",
    "Quietest reading room of any library in Wales, that's ours.",
    "We came top for fresh bread in the whole of Brittany.",
    "No café on the quay bakes a lighter scone than we do.",
    "Nobody is as patient as our teachers.",
    "No other florist's roses stay half as fresh.",
    "You can't get a softer mattress from any shop on the island.",
    "We're the only kennel in Kent that stays open all night.",
    "We have the happiest riders of any shop in the country.",
  ],
  leaves: [
    "We are not the cheapest, and we say so.",
    "We love bikes.",
    "The cheapest option on 24 May is the train at 08:10.",
    "Are you the cheapest?",
    "You wrote that we are the cheapest.",
    "The best thing is to bring the bike on Monday.",
    "I'll do my best.",
    "Our goal is to be the best shop in town.",
    "If we were the cheapest, we would say so.",
    "We were the largest shop in town until 2019.",
    "The fastest way to reach me is by phone.",
    'Never say "we are the best in the country".',
    "All the best, Ann",
    "The best mechanics in Utrecht work elsewhere.",
    "There is no shop nearer to you than ours in Leeds, so we will come.",
    "Which of our locks is the safest?",
    "The lowest price we can offer you is £40.",
    "Nobody needs a larger pump for that.",
    "No bike is faster for being red.",
    "No hotel in town had a free bed, so I looked further.",
    "Nobody at the desk knows the older model, sorry.",
    "You have the loveliest garden in the county.",
    "Your dog is the funniest dog in town!",
    "It is the busiest day in December.",
    "This is the largest size of all our boxes.",
    "We are one of the oldest mills in Kent.",
    "Most people in Leeds take the bus.",
    "No other date is cheaper, I looked.",
    "Nobody else can answer that today.",
    "We were first in the queue.",
    "Best wishes from all of us in Bath.",
    "The latest train in the north leaves at eleven.",
  ],
  cues: [
    "'s",
    "best",
    "[came/come/named/placed/ranked/rated/voted] [first/top]",
    "can't",
    "cannot",
    "hardly",
    "leading",
    "leaders",
    "lowest price",
    "market lead",
    "never",
    "no ",
    "no1",
    "nobody",
    "none",
    "nothing",
    "nowhere",
    "of [all/any/every]",
    "number one",
    "the ",
    "top rated",
    "un[beat/match/paral/rival/surpass]",
    "will not",
    "won't",
  ],
  find: (message) =>
    statedWhere(message, (words, held) => {
      const ranked = [...rankedIn(words)]
      return ranked.length > 0 ? ranked : SUPERLATIVE.matchesIn(words, held())
    }),
}

/** A superlative with a field that everybody is in, or of a place: "the finest in Britain", "Europe's leading shop". */
function* rankedIn(words: string): Iterable<Match> {
  for (const { 0: head, index } of words.matchAll(RANKED)) {
    const after = words.slice(index + head.length)
    const field = FIELD.exec(after)?.[0] ?? (head.includes("'s ") ? NOUN.exec(after)?.[0] : undefined)
    if (field === undefined) continue
    const before = words.slice(Math.max(0, index - WHOSE_LENGTH_READ), index)
    // "The best mechanics in Utrecht work elsewhere" ranks others.
    const isOurs = /^\W*$/.test(before)
      ? END.test(after.slice(field.length))
      : OURS.test(before) && !OF_SOME.test(before)
    if (isOurs && (!head.endsWith(" only") || WE_ARE.test(before))) yield { index, 0: head + field }
  }
}

const WHOSE_LENGTH_READ = 90 // characters
const END = /^(?: in [^ ,.!]+){0,2} ?(?:[,.!)–—]|$)/
const OURS =
  /(?<![a-z])(?:we|ours?|us|here|its?|this|these|with|from|by|you(?! are|'re| have|'ve)|(?:is|are|as)(?= $))(?![a-z])/i
const OF_SOME =
  /\byour\b(?!.*\b(?:we|our)\b)|\b(?:one|some|two|three|among|many|to be|become|becoming|was|were|been|had)(?: of)? $/
const WE_ARE = /\bwe(?:'re| are)(?: still)? $/i

const WORD = "[\\p{L}\\d'’&-]+"
const EST = "(?<!clo|inter|[qg]u|[nr]v|[hd]w|lat|near|earli|hon|for|cont|mod|sugg|dig|prot|arr)est"
const BEST = `(?:best|most ${WORD}|least ${WORD}|fewest|only|leading|(?:top|highest|best)[- ](?:rated|ranked)|[Nn]umber one|[Nn]o\\.? ?1|#1|\\p{L}{3,}${EST}(?:-\\p{L}+)?)`
const AREA =
  "(?:world|planet|earth|country|nation|continent|state|province|county|region|city|town|village|valley|coast|market|industry|business|trade|sector|internet|web|sky|island|high street|north|south|east|west|uk|us|eu|usa|area|field)"
const RANKED = new RegExp(
  `(?<![\\p{L}'])(?:(?:[Tt]he|(?:\\p{Lu}\\p{L}+(?<!day|[Oo]ne|It|at|ere)|${AREA})'s) (?:very |absolute |single )?${BEST}|(?<=^\\W*)(?:Best|\\p{Lu}\\p{L}{2,}${EST})|(?:came|come|placed|ranked|rated|voted|named) (?:top|first|best|number one))(?<!(?:lovel|nic|sweet|cut|prett|funn|kind)i?est)(?!\\p{L}| (?:part|thing|way|bit|time|bet|option|chance|wishes|of all)\\b)`,
  "gu",
)
/** Months and days begin with a capital, too. */
const FIELD = new RegExp(
  `^(?: ${WORD}){0,7}?(?: (?:in|on|of|across|around|throughout) (?:(?:the|all|of|this|our|your|whole|entire) )*(?:${AREA}\\b(?! (?:of|page|day))|(?!(?:Jan|Feb|Mar|Apr|May|Ju|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\p{L}*\\b)\\p{Lu}[\\p{L}.]+)| of (?:any|every|all) (?!our|the|these|those|your|of|my)${WORD}| (?:that )?(?:money can buy|you(?:'ll| can)? (?:ever )?(?:buy|find|get|see)\\b)| anywhere\\b| out there\\b)`,
  "u",
)
const NOUN = new RegExp(`^(?: ${WORD}){1,4}`, "u")

const HIGHER =
  "(better|fewer|less|more [a-z]+|(?<!\\b(can|could|will|would|may|to|the|your|our|my|this|that|of|for|at|by|with) )[a-z]{3,}(?<!oth|aft|ov|und|nev|eith|wheth|numb|lat|near|ord|off|custom|wat|pap|memb|long|answ|comput|furth|lett|matt)er)"
const NOBODY = "(nobody|no one|no-one|none|nothing|nowhere|no (?!longer|later|more)(other )?[^ ,.!?]+( [^ ,.!?]+)?)"
const US = "(us|we|ours?|here|this|with us)"
const BY = "( still| simply| also| now| quite| probably| easily| by far)*"

const SUPERLATIVE = anyOf(
  `(${NOBODY} [^,.!?;]{2,90}?${HIGHER}|there('s| is) no (better|[a-z]+(?<!lat|near)er|more [a-z]+) [a-z]+)( [^ ,.!?]+){0,4} than ${US}\\b`,
  `(nobody|no one|no-one)( else)? [a-z]+s ([a-z]+ ){0,3}(?<!an? )${HIGHER}(?=\\W*$)`,
  `${NOBODY} [^,.!?;]{2,70}? (as|so) [a-z]+( [a-z]+){0,2} as ${US}\\b`,
  `(${NOBODY}( else)? (in|on|of|across|around|anywhere in) (?!our|your|my|it|them)[^,.!?]{2,40}?|(nobody|no one|no-one) else|no other (?!date|day|flight|seat|fare|room|option|plan|size)[^ ,.!?]+( [^ ,.!?]+)?) ([^ ,.!?]+ ){1,6}?(${HIGHER}|half as [a-z]+|comes? close)(?! than (that|you|it)\\b)`,
  `(nobody|no one|no-one|no other [a-z]+|nothing)( else)?( can| could| ever)* (beats?|match(es)?) (us|our|it|this|that)|(nobody|no one) (can |even |ever )?comes? close(?= to (us|our)| ?[.!])`,
  `(won't|will not|not|never|can't|cannot|hardly)( ever)? (find (an? |any |anything |anyone |anybody |anywhere )?|(get|see|taste|buy|have|meet|eat|drink|book|hire) (an? |any |anything |anyone |anywhere )(?=[^.!?,]{3,50}? (anywhere|elsewhere|on earth|(in|on|at|from) any|in (town|the (world|country|city|region|area|county)))\\b|[^.!?,]{3,40}? than (us|ours?|here|at)\\b))${HIGHER}\\b`,
  `(we|ours|our [a-z]+)('re| are| is|'ve been| have been| remain)${BY} ((the )?((very |absolute(ly)? )*(best|cheapest|fastest|safest)|number one|no\\.? ?1|#1|(market )?leaders?)|the [a-z]{3,}${EST})(?= ?([,.!;]|$)|( [a-z-]+){0,4} (in|on|around|anywhere|for|out there|there is)\\b)(?! (to (ask|talk|reach|help)|placed|choice of))`,
  `(we|i|our [a-z]+)('ve| have| has| offers?| gives?| provides?| sells?| charges?| guarantee| delivers?| got)+ (you |our customers )?(always |only )?the (absolute |very )*(best|cheapest|lowest|fastest|highest|widest|largest) ([a-z-]+ )?(prices?|rates?|deals?|service|quality|value|delivery|selection|range|choice|support|coverage|products?)(?! (for your|to suit|that (we|i) can|we can|possible for))`,
  "(our|with) (prices?|rates?|service|quality|range|value|offers?|deals?|fees?) (is|are) (simply |always |still )*(unmatched|the (best|lowest|cheapest))",
  "un(beatable|rivall?ed|paralleled|surpassed)|second to none|(can't|cannot) be beaten|best[- ]in[- ]class|(market|industry|world)[- ]leading",
  "(best|lowest) prices? (guaranteed?|anywhere|around|in town|ever)",
  "(we('re| are)|as) (the|a|europe's|the uk's) (clear |undisputed )?market leaders?",
)
