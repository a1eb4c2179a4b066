import { phraseAt } from "../words.ts"
import type { Word } from "../words.ts"

/** Whether the verb at `verbAt` is fulfilled by saying it: "I'll be honest", "let me explain", "I'll keep this short". */
export function isSaying(words: readonly Word[], verbAt: number): boolean {
  const rest = phraseAt(words, verbAt, 10)
  return SAYING.test(rest) && !/\b(?:tomorrow|later|when|next|tonight|in person|by phone|separate|before)\b/.test(rest)
}

const SAYING = new RegExp(
  `^(?:${[
    "say(?! (?:hello|goodbye|this for)| ?[.!]|$)",
    "spell",
    "explain",
    "clarify",
    "mention(?! .*\\bto (?:him|her|them|the|my|our|your)\\b)",
    "add (?:that|this|one|a|only|just)",
    "repeat",
    "summari[sz]e",
    "sum (?:it |this |that |things )?up",
    "recap",
    "rephrase",
    "illustrate",
    "admit",
    "confess",
    "be (?:very |quite |perfectly |completely |totally |brutally )?(?:brief|honest|frank|clear|straight|blunt|quick|direct|upfront|open|candid|plain|precise|specific)",
    "put (?:it|this|that) (?:another|differently|simply|plainly|bluntly|this|like|briefly|in|as|to you)\\b(?! the)",
    "(?:keep|make) (?:this|it) (?:short|brief|simple|quick)",
    "read (?:you|that|it|this|them|those) (?:out|back|that|the|this|what|over)",
    "read (?:out|back)\\b",
    "(?:start|begin|finish|end|close) (?:by|with)\\b",
    "get (?:straight|right) to",
    "cut to",
    "level with",
    "quote (?:from|the (?:following|passage|letter|clause|guide|relevant)|section|paragraph|him|her)",
    "point out",
    "remind you",
    "(?:set|put) your mind",
    "(?:re)?assure you",
    "introduce",
    "refer you",
    "correct myself",
    "stop (?:here|there)",
    "leave it (?:there|at that)",
    "tell you (?:something|what|a|how|why|straight|honestly|now|the truth|plainly|frankly)",
    "give you (?:an? (?:example|idea|quick|short|honest|straight)|the short|it straight|some (?:background|context))",
    "take (?:your|these|them|those|the) (?:\\S+ ){0,2}(?:one by one|in turn|in order|first)",
    "answer (?:your|these|those|that|this|the|them|both) ?(?:\\S+ ){0,3}(?:one by one|in turn|in order|below|first|now)",
    "outline",
    "set out",
    "ask you (?:a|one)",
    "be the first to",
    "not (?:beat|mince)",
  ].join("|")})`,
)
