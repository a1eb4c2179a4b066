import type { Hit, Message, Rule } from "../rule.ts"
import { isInAside } from "../wording/asides.ts"
import { anyOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const disclosureUnsaidCondition: Rule = {
  id: "disclosure/unsaid-condition",
  why: "The text shows that there is a condition and does not say it, so the customer cannot know what they get.",
  instead: "Say the condition, or link to where it stands.",
  source: "UCPD 2005/29/EC art. 7; CAP Code 3.3 and 3.9-3.10; FTC .com Disclosures. Not legal advice.",
  severity: "remark",
  finds: [
    "Free returns (conditions apply).",
    "20% off all tyres. Exclusions apply.",
    "We deliver the next day*.",
    "Unlimited repairs, terms and conditions apply.",
    "You get the money back, subject to certain conditions.",
    "Additional fees may apply.",
    "Some restrictions apply.",
    "Free fitting* on all brakes",
  ],
  leaves: [
    "Free returns (conditions apply: https://shop.example/returns).",
    "Delivery is free*.\n\n* from £30, in the UK.",
    "The same conditions apply to both plans: 14 days, unused, with the receipt.",
    "A fee of £5 may apply on Sundays.",
    "Conditions do not apply here.",
    "Do any conditions apply?",
    "Standard terms apply.",
    "Terms and conditions are attached.",
    "Conditions apply; see section 3 below.",
    "**Next day** delivery is free.",
    "You wrote that conditions apply.",
    "The old page said “Free fitting* on all brakes”, which was wrong.",
    "Please apply the conditioner twice.",
    "2 * 3 makes 6.",
  ],
  cues: [
    "apply",
    "cashback*",
    "conditions",
    "day*",
    "delivery*",
    "discount*",
    "fitting*",
    "free*",
    "guarantee*",
    "guaranteed*",
    "off*",
    "orders*",
    "price*",
    "repairs*",
    "returns*",
    "shipping*",
    "subject to",
    "t c",
    "terms",
  ],
  find: (message) => (SAYS_WHERE.test(message.text) ? [] : [...stated(message, CONDITION), ...starred(message)]),
}

const CONDITION = anyOf(
  "(?<!(same|these|those|following|our|their|standard|usual|normal|general) )(terms( (and|&) conditions)?|t&cs?|conditions|exclusions|restrictions|limitations|(additional|extra|other|certain) (fees|charges|conditions|costs)) (may |might |will )?apply(?! ?(to|for|only|when|if|:|from|in|on|as|unless))",
  "subject to (certain |some |other |our |further |additional )(conditions|terms|restrictions|exclusions|criteria)(?! (in|of|on|set|listed|below|such|like)\\b| ?:)",
)
const SAYS_WHERE =
  /https?:\/\/|\b(?:see|read|under|in) (?:the |our )?(?:section|page|terms|conditions|policy|article|paragraph|appendix|faq|footnote)|\b(?:below|attached|enclosed|overleaf|as follows|following conditions)\b/i

/** A star behind a word that no line of the text explains. */
function starred({ text, sentences, asides }: Message): readonly Hit[] {
  if (FOOTNOTE.test(text)) return []
  const hits: Hit[] = []
  for (const { start, end } of sentences) {
    for (const match of text.slice(start, end).matchAll(STAR)) {
      const at = start + match.index
      if (!isInAside(asides, at)) hits.push({ start: at, end: at + match[0].length })
    }
  }
  return hits
}

const STAR =
  /(?<![*\p{L}])\b(?:free|guarantee\w*|off|delivery|shipping|price|day|orders|returns|fitting|repairs|cashback|discount)\*(?![*\p{L}\d])/giu
const FOOTNOTE = /^\s*(?:\*|\\\*)\s?[^\s*].*$(?![\s\S]*\n\s*[*-] )/m
