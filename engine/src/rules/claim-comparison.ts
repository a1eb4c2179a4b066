import type { Rule } from "../rule.ts"
import { anyOf, patternOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const claimComparison: Rule = {
  id: "claim/comparison",
  why: "A comparison with others is a statement about them too, and must be checkable by the customer.",
  instead: "Name what was compared, with whom and when, and keep the figures.",
  source: "Directive 2006/114/EC art. 4; CAP Code 3.33-3.37; UCPD 2005/29/EC art. 6. Not legal advice.",
  severity: "confirm",
  finds: [
    "We're cheaper than any other shop.",
    "Our lock is stronger than all its competitors.",
    "It lasts twice as long as other batteries.",
    "Unlike our competitors, we answer the phone.",
    "Our tyres beat every other brand.",
    "Delivery with us is faster than anywhere else.",
    "We charge less than the competition.",
    "Our cover is 30% cheaper than other insurers.",
    "This pump outperforms all others.",
    "We're better than the rest.",
    "The Swift brakes harder and lasts longer than any other pad.",
    "Our rooms are quieter than those of the big hotels.",
    "You pay less with us than with any of the large chains.",
    "We lose fewer bags than Northwind does.",
    "Our stoves are warmer than anything the others can offer.",
    "Our vans go farther on a charge than anybody else's.",
    "We lose fewer letters than any courier you have tried.",
    "Her exam results beat everybody else's in the county.",
    "You learn to swim here in half the weeks it takes at other pools.",
    "Most other printers charge for proofs, we don't.",
    "Our cheese ripens longer than that of the big dairies.",
  ],
  leaves: [
    "The blue one is cheaper than the red one.",
    "We are not cheaper than other shops.",
    "Is it faster than the old model?",
    "It took longer than we said, and I am sorry.",
    "You say that others are cheaper than we are.",
    "Prices are 5% lower than last year.",
    "Better late than never.",
    "If we were cheaper than any other shop, you would read it on our door.",
    "More than one key opens the lock.",
    "This plan is cheaper than the one you have, by £4 a month.",
    "Other than that, nothing changes.",
    "We would rather repair it than sell you a new one.",
    "The Swift weighs less than the Kestrel does.",
    "We charge less than Amira paid last year, since you are two.",
    "Our small rooms are quieter than those at the front.",
    "You know better than anyone how long it took.",
    "This plan costs more than the other one.",
    "We need a bit more than half of it.",
    "Other customers wait in the hall, we will call you.",
    "It weighs more than any of our lamps.",
  ],
  cues: [
    "ahead of",
    "as",
    "double",
    "half",
    "others",
    "other ",
    "beat",
    "leave the competition",
    "outlast",
    "outperform",
    "superior to",
    "than",
    "times faster",
    "times longer",
    "unlike",
  ],
  find: (message) => [...stated(message, COMPARED), ...stated(message, NAMED)],
}

const COMPARATIVE = "(better|fewer|less|more|[a-z]{3,}(?<!oth|aft|ov|und|nev|eith|wheth|numb|lat)er)"
const OF_ALL = "(all|any|every|most|many)"
/** Those who do the same: "anyone else", "most other shops", "any bank in town", "the big chains", "elsewhere". */
const RIVALS = `(((with|at|in|from|on|of|by|for) )?((those|that|the ones?|what you get) (of|at|in|from|by|with) )?(any|every)(one|body|where|thing)( else)?('s)?(?! (you|we|i) (need|want|have|said))|(((with|at|in|from|on|of) )?((those|that|the ones?|what you get) (of|at|in|from|by) )?((${OF_ALL} )?(of )?((the|its|our) )?(other|others|rival|rivals|competing|comparable|leading|big|large|major|competitors?|competition|rest|industry|average)\\b(?! (one|day|week|half|way|side|thing|hand|option|plan|size|order|date|in your)s?\\b)( [a-z-]+)?|(any|most) (?!(of|more|time|amount|day|other|one)\\b)[a-z-]+( [a-z-]+)?|elsewhere|(the|your) (supermarket|high street|chain)s?)))`
const OUR = "(we|our|ours|us|this|it|we're|it's|these|you|you'll|here|his|her|their|the [a-z]+)"

const COMPARED = anyOf(
  `(?<=\\b${OUR}\\b[^.!?]{0,80})(?<!know )${COMPARATIVE}( [^ .!?]+){0,8}? than ${RIVALS}`,
  `(half|twice|double|a (third|quarter|fraction)|([a-z]+|\\d+) times|\\d+ ?%)( [^ ,.!?]+){1,7}? (as|than|of|at|with|what) ${RIVALS}`,
  `unlike ${RIVALS},? (we|our|this|it)`,
  `(?<=\\b${OUR}\\b.{0,40})(beats?|outperforms?|outlasts?|outshines?|leaves? behind) ${RIVALS}`,
  "(far |miles |streets )?ahead of (the|our) (competition|competitors|rivals)|superior to (all|any|every|the|our) (other|competitors?|competition|rivals?)",
  "(^|(while|whereas|where) )((most|all|many) )?(other (?!customers?|guests?|people|passengers|days|orders|rooms)[a-z]+|others|competitors) [^.!?;]{3,70}[,;] (but )?(we|ours|not us|with us|not here)\\b",
)

// A rival is told by its capital, so case counts here.
const NAMED = patternOf(
  /(?<=^|[.!?,;] |\band |\bbut )[Ww]e(?:'re| are)? [a-z ]{0,40}?(?:more|fewer|less|better|cheaper|faster|quicker|safer)(?: [a-z]+){0,3} than (?:the )?\p{Lu}[\p{L}&-]+(?: \p{Lu}[\p{L}&-]+){0,2}(?: (?:do|does|is|are|has|have|can)\b|(?=[.!,]|$))/gu,
)
