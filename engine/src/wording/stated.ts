import type { Hit, Message } from "../rule.ts"
import { isInAside } from "./asides.ts"
import type { Look } from "./look.ts"
import { guardOf } from "./pattern.ts"
import type { Match, Pattern } from "./pattern.ts"

/** What else may count as said, rule by rule. */
export type Allowance = {
  /** Questions press too: "Do you really want to lose this?" */
  readonly asked?: boolean
  /** What stands behind an "if" counts: "If you don't buy now, you will regret it." */
  readonly supposed?: boolean
  /** It tells staff what to do, whatever somebody says or asks: "If they ask why, make up a reason." */
  readonly instructed?: boolean
}

/**
 * The places where the author says this in their own name, now: not within a quotation, code or address, not denied, asked,
 * supposed, or told as what somebody else said.
 */
export function stated(message: Message, pattern: Pattern, allowance: Allowance = {}): readonly Hit[] {
  return saidWhere(message, (look) => pattern.matchesIn(look.words, look.held()), allowance)
}

/** As `stated`, for a search of the caller's own. It is given each sentence with plain blanks and apostrophes, and what words that holds. */
export function statedWhere(
  message: Message,
  search: (words: string, held: Look["held"]) => Iterable<Match>,
  allowance: Allowance = {},
): readonly Hit[] {
  return saidWhere(message, (look) => search(look.words, look.held), allowance)
}

function saidWhere(message: Message, search: (look: Look) => Iterable<Match>, allowance: Allowance): readonly Hit[] {
  const hits: Hit[] = []
  for (const sentence of message.sentences) {
    const look = message.looks(sentence)
    for (const match of search(look)) {
      const start = sentence.start + match.index
      if (isSaid(message, look, match.index, allowance)) hits.push({ start, end: start + match[0].length })
    }
  }
  return hits
}

function isSaid(message: Message, look: Look, at: number, allowance: Allowance): boolean {
  if (isInAside(message.asides, look.start + at)) return false
  if (allowance.asked !== true && look.isQuestion()) return false
  const before = look.words.slice(0, at)
  if (isDenied(before, look.words.slice(at, at + 8), look)) return false
  if (allowance.instructed === true) return !OTHERS_DO.test(before) && !look.isUnderBan()
  if (REPORTED.foundIn(before, look.held())) return false
  if (allowance.supposed !== true && SUPPOSED.foundIn(before, look.held())) return false
  return !look.isUnderBan()
}

/** Denied in the same clause, or by a sentence that forbids saying it. */
function isDenied(before: string, opening: string, look: Look): boolean {
  if (DENIAL.foundIn(clauseEnd(before, opening), look.held())) return true
  return FORBIDS.foundIn(before, look.held())
}

/** The clause that runs up to the place; an inserted piece between commas is read over, unless the place opens a clause. */
function clauseEnd(before: string, opening: string): string {
  const cut = before.slice(-CLAUSE_LENGTH_MAX)
  const marks = [...cut.matchAll(CLAUSE_MARK)]
  const last = marks.at(-1)
  if (last === undefined) return cut
  const clause = cut.slice(last.index + last[0].length)
  if (clause.trim() !== "" || SUBJECT.test(opening)) return clause
  const earlier = marks.at(-2)
  return earlier === undefined ? cut : cut.slice(earlier.index + earlier[0].length)
}

const SUBJECT = /^(?:you|we|it|they|i|he|she|this|that(?='s| is)|only)\b/i
const CLAUSE_LENGTH_MAX = 70 // characters; a "not" further away belongs to something else
const CLAUSE_MARK = /[,;:.!?()–—]| - | but /g
const DENIAL = guardOf(
  /\b(?:not|never|no|nor|neither|none|nobody|nothing|cannot|without|hardly|barely|rather than|instead of|far from|isn't|aren't|wasn't|don't|doesn't|didn't|won't|can't|couldn't|wouldn't|shouldn't|mustn't|haven't|hasn't|unable to|avoid|stop|refrain|forbidden|banned|prohibited|dont|cant|wont)\b/i,
)
const FORBIDS = guardOf(
  /^[\W\d]*(?:(?:please|you|we|agents?|staff|advisors?|always|must|should|may|shall|do|and|but|so) )*(?:never|not|don't|cannot|mustn't|shouldn't|avoid|stop|refrain|no) (?:[\w']+ ){0,3}?(?:say|saying|claim|claiming|tell|telling|writ\w+|promis\w+|us(?:e|ing)|call|calling|stat(?:e|ing)|describ\w+|advertis\w+|mention\w*|imply\w*|suggest\w*|print|send\w*|put|creat\w+|rely|pretend\w*|phrases?|words?|wording|language|like|such)\b/i,
)

/** Somebody else's words, or ours of an earlier day. */
const REPORTED = guardOf(
  /\b(?:you|he|she|they|who|customers?|callers?|clients?|users?|guests?|people|someone|competitors?|advert\w*|ad|leaflet|banner|slogan|site|website|page|review\w*|rumou?r|article)(?:'d|'ve|'s| had| have| has| also| just| once| may| might| can| will| often| sometimes)* (?:say|says|said|ask|asks|asked|wr[io]te|writes|wrote|written|mention\w*|told|tell|tells|claim\w*|thought|think|thinks|believe\w*|heard|read|reads|want\w*|suggest\w*|quot\w+|demand\w*|insist\w*|complain\w*|were promised|was promised|were told|was told)\b|\b(?:according to|so-called|quote|(?:we|i) (?:said|told|wrote|claimed|used to|had)|your (?:claim|question|words|suggestion|idea)|the (?:phrases?|words?|wording|claims?|slogan|term|expression|example|question)|for example|e\.g\.)\b/i,
)
/** The one who does it is somebody else, so nobody is told to. */
const OTHERS_DO =
  /\b(?:customers?|callers?|clients?|users?|guests?|buyers?|colleagues?|competitors?|people|they|he|she|who|that|somebody|someone|it)(?: [a-z]+ly| sometimes| may| might| often| will| can| could| would| also| ever)* *$|\b(?:said|wrote|used to|had|was once)\b[^.!?]*$/i
const SUPPOSED = guardOf(
  /\b(?:if|whether|unless|suppose|supposing|imagine|in case|as though|hypothetically|wish|hope|hoping|would|could|might)\b|^\W*should /i,
)
