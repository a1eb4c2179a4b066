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
  ],
  cues: [
    "ahead of",
    "[as long/three times/twice] as",
    "as other",
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

const MORE =
  "(cheaper|faster|quicker|better|safer|stronger|lighter|brighter|cleaner|greener|tougher|lower|higher quality|easier|less|more ([a-z]+)|longer|longer[- ]lasting)"
const RIVALS =
  "(any(one|body|where|thing)? (other|else)( [a-z]+)?|any(one|body) else|(all |most |many |every |the |any |its |our |their )*(other|leading|rival|competing|comparable) ([a-z]+)|(all |most |any |every |the |its |our )*(competitors?|competition|rivals?|others(?! (in|on|from) (your|the|our))|the rest))"
const OUR = "(we|our|ours|us|this|it|it's|we're|with us|these)"
/** Somebody else's: "those of the big chains", "any of the large three", "anything the hotels on the square can offer". */
const OTHERS =
  "((those|that|the ones?) (of|at|in|from|by) (any( other)?|all|every|most|other|the (big|large|others|competition|rest))|((with|at|in|from) )?((any|most|all) (of the|other)|the (big|large|major) [a-z]+)|anything (the|any|else|other)|any(body|one|where) else)"
const COMPARATIVE = `(${MORE}|more|fewer|[a-z]{3,}(?<!oth|aft|ov|und|nev|eith|wheth|numb|lat)er|less [a-z]+)`

const COMPARED = anyOf(
  `(lasts?|heats?( up)?|rides?|runs?|works?|costs?|charges?|weighs?|delivers?|performs?|saves?|cleans?|cuts?) ([a-z]+ )?${MORE}( [a-z]+){0,2}? than (any|all|every) other( [a-z]+)+`,
  `(?<=${OUR}\\b.{0,60})${MORE}( [a-z]+){0,2}? than ${RIVALS}`,
  `(?<=${OUR}\\b.{0,60})\\d+ ?% (cheaper|faster|less|more|longer|lower|better)( [a-z]+){0,2} than ${RIVALS}`,
  `(twice|three times|ten times|\\d+ times|half) as ([a-z]+ )?as ${RIVALS}|\\d+ times (faster|longer|stronger|cheaper|better) than ${RIVALS}`,
  `unlike ${RIVALS},? (we|our|this|it)`,
  `(?<=${OUR}\\b.{0,40})(beats?|outperforms?|outlasts?|outshines?|leaves? behind) ${RIVALS}`,
  `((?<=\\b${OUR}\\b.{0,80})|(?<=\\byou\\b.{0,60}))\\b${COMPARATIVE}( [a-z-]+){0,4}? than ${OTHERS}`,
  "(far |miles |streets )?ahead of (the|our) (competition|competitors|rivals)|superior to (all|any|every|the|our) (other|competitors?|competition|rivals?)",
)

// A rival is told by its capital, so case counts here.
const NAMED = patternOf(
  /(?<=^|[.!?,;] |\band |\bbut )[Ww]e(?:'re| are)? [a-z ]{0,40}?(?:more|fewer|less|better|cheaper|faster|quicker|safer)(?: [a-z]+){0,3} than (?:the )?\p{Lu}[\p{L}&-]+(?: \p{Lu}[\p{L}&-]+){0,2}(?: (?:do|does|is|are|has|have|can)\b|(?=[.!,]|$))/gu,
)
