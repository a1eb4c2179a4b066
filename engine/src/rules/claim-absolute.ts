import type { Rule } from "../rule.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const claimAbsolute: Rule = {
  id: "claim/absolute",
  why: "\"Never\", \"always\" and \"100 %\" are refuted by one case, and the customer may be that case.",
  instead: "Give the figure that is known, and over what time.",
  source: "UCPD 2005/29/EC art. 6 and Annex I no. 17; CAP Code 3.7; FTC Act s.5. Not legal advice.",
  severity: "confirm",
  finds: [
    "Our pump never fails.",
    "It is 100% safe.",
    "The lock is completely risk-free.",
    "Our parcels always arrive on time.",
    "There is zero risk.",
    "It works every time.",
    "This battery lasts forever.",
    "The frame is unbreakable.",
    "Nothing can go wrong.",
    "It has no side effects whatsoever.",
    "We have 100 % uptime.",
    "It works for everyone.",
  ],
  leaves: [
    "The jersey is 100% cotton.",
    "I'm 100% sure that I saw your bike.",
    "You get 100% of the price back.",
    "It does not always arrive on time.",
    "It's not 100% waterproof; keep it out of heavy rain.",
    "Does it ever fail?",
    "The pump never failed in our test of 200 hours, and 3 of 500 sold came back.",
    "If nothing can go wrong, why insure it?",
    "You said that it never breaks.",
    "It never fails to make me smile.",
    "We never share your address.",
    "I always arrive at nine.",
    "No risk assessment was made.",
    "Call us every time the light goes on.",
  ],
  cues: [
    "never fail", "never break", "never goes wrong", "never go wrong", "never let", "never run", "never crash", "never leak", "never wear", "never lose", "never late", "always arrive", "always work", "always on time", "always in stock", "are always", "is always", "always deliver", "### %", "###%", "completely",
    "totally", "absolutely", "entirely", "zero risk", "no risk", "zero downtime", "no side effects", "every time", "forever", "unbreakable", "indestructible", "foolproof", "fool-proof", "nothing can go wrong", "can't go wrong", "cannot go wrong", "cannot fail", "can't fail", "works for everyone", "work for everyone", "risk-free", "risk free", "bulletproof", "hundred percent", "### percent", "impossible to", "cures",
  ],
  find: (message) => stated(message, ABSOLUTE),
}

const ALL = "(?:100 ?(?:%|percent)|(?:a |one )?hundred percent|completely|totally|absolutely|entirely)"
const ABSOLUTE = anyOf(
  "never (?:fails?|breaks?(?: down)?|goes? wrong|lets? (?:you|anyone|anybody) down|runs? out|crash(?:es)?|leaks?|wears? out|loses? (?:data|power|signal)|late)(?! to\\b)(?= ?[.!,;]|$| (?:and|or|because|on|in)\\b)",
  "(?:our|the|these|this|all) [a-z]+(?: [a-z]+)? (?:will )?always (?:arrives?|works?|delivers?|comes?|are|is) (?:on time|in time|perfectly|in stock|available|right|without fail)",
  "(?:our|the|all|these) [a-z]+(?: [a-z]+)? (?:are|is) always (?:on time|in stock|right|delivered on time|fresh|available)",
  "we (?:always|never) (?:deliver on time|arrive on time|make mistakes|miss a deadline|lose a parcel)",
  `${ALL} (?:safe|secure|reliable|accurate|effective|waterproof|uptime|available|availability|risk[- ]?free|hack[- ]?proof|harmless|private|anonymous|success(?: rate)?|foolproof|safety|reliability|unbreakable|carbon[- ]neutral|leak[- ]?proof|fireproof)`,
  "(?:zero|no) (?:risk|downtime|side[- ]effects|danger)(?: (?:whatsoever|at all|ever|for you|to you|involved))|(?:there is|there's|with|has|have|is) (?:zero|absolutely no) (?:risk|downtime|side[- ]effects)",
  "(?:it|this|that|our [a-z]+|which) works? (?:every (?:single )?time|for (?:everyone|everybody|anyone))",
  "(?:it|this|our [a-z]+|the [a-z]+|battery|[a-z]+) (?:will )?lasts? forever",
  "(?:is|are|it's|they're) (?:virtually )?(?:unbreakable|indestructible|fool-?proof|bullet-?proof|risk[- ]free|impossible to (?:break|hack|lose|crack))",
  "(?:nothing can (?:ever )?go wrong|you (?:can't|cannot) (?:lose|go wrong)|(?:it|this) (?:cannot|can't) (?:fail|break|go wrong))",
  "cures (?:all|every|any|cancer|arthritis|diabetes)",
)
