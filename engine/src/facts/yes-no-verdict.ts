import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { LIGHT } from "./light-words.ts"
import { isDenied, sideOf } from "./polarity.ts"
import { asksContrary, deniesBeside, isToBePaid } from "./payment.ts"
import { isProvision } from "./provision.ts"
import { inScope } from "./scope.ts"
import { smooth } from "./smooth.ts"
import type { Proposition } from "./statements.ts"
import { spelt } from "./tokens.ts"
import type { Token } from "./tokens.ts"
import { isForAllBut, isForOthersPerhaps } from "./under-condition.ts"
import { textAt } from "../words.ts"

export type YesNoVerdict = {
  readonly verdict: "supported" | "contradicted"
  readonly entry: Entry
  /** Dimensions of scope of which nothing is known and which make a difference. */
  readonly open: readonly string[]
  /** It is said of a scope for which the fact does not hold. */
  readonly isElsewhere: boolean
  /** It goes against the fact by what it says of whom, so its property need not be said again. */
  readonly isSure?: true
}

/** Whether a clause denies what it speaks of, and on which side of an event it stands. */
export type Told = { readonly denies: boolean; readonly side: ReturnType<typeof sideOf> }

/** `denied`: whether what was asked is denied, where the clause is a question that is answered. */
export function toldOf(clause: Place["clause"], denied?: boolean): (entry: Entry, proposition: Proposition) => Told {
  const { words, tokens } = clause
  const side = sideOf(words)
  if (denied !== undefined) return (_, proposition) => ({ denies: denied !== asksContrary(clause, proposition), side })
  const isNo = isDenied(words)
  const told = (entry: Entry, proposition: Proposition): Told => ({
    denies: deniesBeside(clause, isNo, proposition, entry),
    side,
  })
  const at = tokens.findIndex((_, index) => isExcept(tokens, index))
  if (at < 0) return told
  const [main, except] = [tokens.slice(0, at), tokens.slice(at)]
  const said = new Set(main.map(({ concept }) => concept))
  const deniesMain = isDenied(spelt(main))
  const isOnly = textAt(tokens, at) === "only"
  return (entry, proposition) => {
    const isSaid = [...said].some((concept) => entry.all.has(concept) && !LIGHT.has(concept))
    if (!isSaid) return told(entry, proposition)
    const isExcepted = except.some(({ concept }) => entry.all.has(concept) && !said.has(concept))
    if (isExcepted && !isOnly) return told(entry, proposition)
    return { denies: isExcepted ? !deniesMain : deniesMain, side }
  }
}

/**
 * "Dogs are allowed in the café but not in the shop", ", not on the terrace", ", only in the garden" of what is not so elsewhere: for what
 * comes the contrary holds of what was said before.
 */
function isExcept(tokens: readonly Token[], at: number): boolean {
  const text = textAt(tokens, at)
  return (
    (text === "not" || (text === "only" && NEGATED.test(spelt(tokens.slice(0, at))))) &&
    /^(?:but|,)$/.test(textAt(tokens, at - 1)) &&
    /^(?:in|on|at|into|onto|inside|outside|upstairs|downstairs|with)$/.test(textAt(tokens, at + 1))
  )
}

const NEGATED = /n't\b|\b(?:not|no|never|cannot)\b/

/** What a fact's proposition says to a clause that speaks of it; null where nothing is certain. */
export function verdictOf(
  place: Place,
  entry: Entry,
  proposition: Proposition,
  { denies: denied, side: ownSide }: Told,
): YesNoVerdict | null {
  const { reading, clause } = place
  const side = proposition.side === null ? null : (ownSide ?? sideAround(place))
  const { words } = clause
  const isBeside = isBesides(proposition, words, entry.names)
  const isPaidNot = proposition.concepts.includes("+include") && UNPAID.test(words)
  const denies = isWithout(entry, clause, proposition) !== ((denied && !isPaidNot) || isBeside)
  const isFlipped = side !== null && proposition.side !== null && side !== proposition.side
  // "can be cancelled before it leaves" against "cannot be cancelled after it has left": they say the same.
  if (isFlipped && (denies === proposition.isDenied || isOtherEvent(clause, entry))) return null
  const scoped = inScope(entry, place)
  const base = { open: [], isElsewhere: scoped.isElsewhere }
  if (scoped.isElsewhere) {
    const isBeyond = proposition.isOnly && !proposition.isDenied
    return isBeyond ? { ...base, verdict: denies ? "supported" : "contradicted", entry } : null
  }
  const holding = scoped.entries.filter(({ fact }) => isInForce(fact, reading.day))
  const meant = holding.find((each) => each === entry) ?? holding[0]
  if (meant === undefined)
    return isInForce(entry.fact, reading.day) ? null : outOfTime(clause, entry, denies || proposition.isDenied)
  if (
    !proposition.isDenied &&
    !denies &&
    ((proposition.isAll && ONLY.test(words)) || (proposition.isOnly && isForMore(clause, meant)))
  )
    return { ...base, verdict: "contradicted", entry: meant, isSure: true }
  if (ONLY.test(words) && !denies && !CONDITIONED.test(words)) {
    // "painted edges only work on the thick paper", of "… on thick paper only".
    if (proposition.isOnly && (proposition.isDenied || isForThem(place, meant)))
      return { ...base, verdict: "supported", entry: meant }
    if (!proposition.isDenied && !(meant.scoped.size > 0 && isForThem(place, meant))) return null // that there is no other is not said by the fact
  }
  if (proposition.isOnly && !denies && !isForThem(place, meant)) return null
  const own = meant === entry ? proposition : meant.propositions[0]
  if (own === undefined) return null
  if (denies && !own.isDenied && isForAllBut(clause, meant)) return { ...base, verdict: "supported", entry: meant }
  const isSame = (denies === own.isDenied) !== isFlipped
  if (!isSame && isForOthersPerhaps(place, meant)) return null
  const differs = holding.some((each) => each.propositions[0]?.isDenied !== own.isDenied)
  const found: YesNoVerdict = {
    ...base,
    verdict: isSame ? "supported" : "contradicted",
    entry: meant,
    open: differs ? scoped.open : [],
  }
  const isContrary = isLost(entry, words) || (proposition.concepts.includes("+include") && isToBePaid(clause))
  return isBeside || isContrary ? { ...found, isSure: true } : found
}

/** "Before June you can cancel, and we refund it": the second goes on under the condition of the first; "you can cancel it, it hasn't left". */
function sideAround({ clause, reading }: Place): Told["side"] {
  const { start, end, sentence, words } = clause
  if (/^(?:and|but|so|then) /.test(words)) return sideOf(smooth(reading.text.slice(sentence.start, start)))
  return NOT_YET.test(smooth(reading.text.slice(end, sentence.end))) ? "before" : null
}

const NOT_YET =
  /^(?:, |; | - |: | as | because | since )[\p{L}' ]{1,40}\b(?:hasn't|haven't|has not|isn't|aren't) (?:yet )?\p{L}+(?:ed|n|t|yet)\b/u

/** "until the day before you fly", of what holds since the booking: before the one is after the other. */
function isOtherEvent({ tokens }: Place["clause"], { all }: Entry): boolean {
  const at = tokens.findIndex(({ text }) => EVENT.test(text))
  const event = tokens.slice(at + 1).filter(({ concept }) => concept !== "" && !LIGHT.has(concept))
  return at >= 0 && event.length > 0 && !event.some(({ concept }) => all.has(concept))
}

const EVENT = /^(?:before|until|till|after|once|since)$/

/** "There's no peat in it", of what is "peat-free"; "it's nut-free", of what contains nuts; "closed", of what is open or not. */
function isWithout(entry: Entry, { words, concepts }: Place["clause"], { concepts: meant }: Proposition): boolean {
  const { fact } = entry
  if (isLost(entry, words)) return true
  if (meant.includes("+open") && CLOSED.test(words) !== CLOSED.test(fact.attribute)) return true
  const isFree = FREE_OF.test(fact.attribute)
  return isFree ? !concepts.has("+free") && !FREE_OF.test(words) : FREE_OF.test(words) && fact.type === "boolean"
}

const FREE_OF = /\w-free\b(?!-)/
/** What is lost is not kept. */
function isLost({ fact }: Entry, words: string): boolean {
  return LOSES.test(words) && !KEEPS.test(words) && KEEPS.test(fact.attribute) && !LOSES.test(fact.attribute)
}

const KEEPS = /\b(?:kept|keeps?|stays?|remains?|preserved|retained|saved|carried over|rolls? over)\b/
const LOSES = /\b(?:lose|loses|lost|gone|deleted?|erased?|wiped?|disappears?|vanish(?:es)?|forfeit(?:ed)?)\b/
const CLOSED = /\b(?:closed|closes|close|shut|shuts)\b/

/** "You get the lift pass separately", "bring your own lunch", "by hand", "only within the EU": that it is not included, not automatic, not outside. */
function isBesides({ concepts }: Proposition, words: string, names: ReadonlySet<string>): boolean {
  if (BRING_OWN.test(words) && (concepts.some((concept) => LENT.has(concept)) || isProvision(concepts, names)))
    return true
  if (
    REFERRED.test(words) &&
    isProvision(
      concepts.filter((concept) => concept !== "+done" && concept !== "+repair"),
      names,
    )
  )
    return true
  if (concepts.includes("outsid")) return /\bonly\b.{0,20}\b(?:inside|within|in|to)\b/.test(words)
  if (concepts.includes("+include"))
    return /\b(?:separate(?:ly)?|(?:have|need) to \w+ .*yoursel(?:f|ves)|(?:bring|buy|get|hire|rent|take) your own|sold on its own|(?:plus|excl|excluding|ex|before|on top of) (?:the )?(?:vat|tax|taxes|gst))\b/.test(
      words,
    )
  return concepts.includes("automatic") && /\b(?:by hand|manually|yourself)\b/.test(words)
}

/** "We have to send you on to the hospital": we do not do it ourselves. */
const REFERRED =
  /\b(?:send|refer|pass) (?:you|them|him|her) (?:on |over |away )?to\b|\byou(?:'d| would|'ll)? have to go (?:elsewhere|somewhere else|to (?:a|an|the|another))\b/

/** "boots and gloves you'll have to bring yourself": they are neither lent nor to be had. */
const BRING_OWN =
  /\b(?:(?:bring|buy|get|take|use|need) (?:\w+ )?(?:your own|(?:an? |the )?\w+ of your own)|(?:bring|buy|get|take|organi[sz]e|arrange|see to) [^,]{0,20}?yoursel(?:f|ves))\b/
const LENT: ReadonlySet<string> = new Set(["lent", "lend", "+rent", "+include"])

/** "You needn't pay for it": it is included. */
const UNPAID =
  /\b(?:needn't|don't (?:have|need) to|won't (?:have|need) to|no need to) pay\b|\bwithout paying\b|\bnot? extra\b/

/** Said of more than those for whom it holds: of anyone, of all that there are. */
function isForMore({ words, tokens }: Place["clause"], meant: Entry): boolean {
  return ANYONE.test(words) || isForAll(tokens, meant)
}

const ANYONE = /^(?:and |but |so )?(?:anyone|anybody|everyone|everybody)\b/

/** Of what holds for some only, who is meant must be said: "private customers can have one as well" of "business customers only". */
function isForThem({ units, reading }: Place, { scoped, fact }: Entry): boolean {
  if (scoped.size === 0) return true
  if (Object.keys(fact.scope ?? {}).some((dimension) => reading.known[dimension] !== undefined)) return true
  return units.some(({ concepts }) => [...scoped].some((concept) => concepts.has(concept)))
}

/** "in any of our rooms", of what is for some rooms only. */
function isForAll(tokens: Place["clause"]["tokens"], { scoped }: Entry): boolean {
  return tokens.some(
    ({ text }, at) =>
      /^(?:any|all|every|each)$/.test(text) && tokens.slice(at + 1, at + 4).some(({ concept }) => scoped.has(concept)),
  )
}

/** "is included, but only from Team on": the fact may say as much. */
const CONDITIONED = /\bonly (?:from|until|on|for|in|at|during|between|within|up to|after|before|with)\b/
const ONLY = /\bonly\b(?! (?:if|when|once|need|have to|because))/

/** "We have stollen at the moment", of what begins in November: told as running while it does not hold. */
function outOfTime({ words }: Place["clause"], entry: Entry, isNot: boolean): YesNoVerdict | null {
  return !isNot && NOW.test(words) ? { verdict: "contradicted", entry, open: [], isElsewhere: false } : null
}

const NOW = /\b(?:now|at the moment|already|currently|today|still|this (?:week|month))\b/
