import type { Token } from "./tokens.ts"
import type { Bound } from "./value.ts"
import { textAt } from "../words.ts"

/** How the words around an amount limit it. */
export function boundOf(tokens: readonly Token[], from: number, to: number): Bound {
  let before = ""
  for (let at = Math.max(0, from - 5); at < from; at++) before += ` ${textAt(tokens, at)}`
  let after = ""
  for (let at = to; at < Math.min(tokens.length, to + 4); at++) after += ` ${textAt(tokens, at)}`
  if (MOST.test(before) || MOST_AFTER.test(after)) return "most"
  if ((LEAST.test(before) && !isFromTo(tokens, from, to)) || LEAST_AFTER.test(after)) return "least"
  if (UNDER.test(before)) return "under"
  if (OVER.test(before)) return "over"
  return ABOUT.test(before) || ABOUT_AFTER.test(after) ? "about" : "exact"
}

/** "from 10 to 20" */
function isFromTo(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ text }, at, said) => /^(?:to|-)$/.test(text) && said.slice(at).some(isFigure))
}

function isFigure({ kind }: Token): boolean {
  return kind === "number"
}

const TAIL = "(?: [a-z]+)? ?[$€£]?$"
const MOST = new RegExp(
  `(?:(?<! adds?| added| comes?| amounts?| sums?) up to| at (?:the )?most| (?:no|not|never|n't|cannot|can't|won't|don't) [a-z]* ?(?:more|longer|over|higher|above|exceed|exceeds|later)(?: than)?| maximum(?: of)?| max| within| inside| until| no more than| as late as| at the latest)${TAIL}`,
)
const LEAST = new RegExp(
  `(?: at least| from| minimum(?: of)?| (?:no|not|never) [a-z]* ?(?:less|fewer|below|under|drops? below)(?: than)?| below| reaches| starting at| starts? at)${TAIL}`,
)
const UNDER = new RegExp(
  `(?: under| younger than| less than| fewer than| in under| just under| almost| nearly| cheaper than)${TAIL}`,
)
const OVER = new RegExp(`(?: over| more than| above| longer than| upwards of)${TAIL}`)
const ABOUT = new RegExp(`(?: about| around| roughly| approximately| approx| some| circa| ca)${TAIL}`)
const MOST_AFTER =
  /^ (?:at (?:the )?most|or less|or fewer|max|maximum|tops|at the latest|at the outside|at the very (?:most|latest)|or under|is the (?:most|limit|maximum|max))(?: |$)/
const LEAST_AFTER =
  /^ (?:or more|minimum|min|or over|or older|and older|and up|\+|and over|and above|or above|upwards|at least|is the (?:least|minimum|fewest))(?: |$)/
const ABOUT_AFTER = /^ (?:or so|or thereabouts|ish)(?: |$)/
