import { wordSet, textAt } from "../words.ts"
import type { Span } from "../review-format.ts"
import { isInAside } from "../wording/asides.ts"
import { countryOf, isCountry } from "./places.ts"
import { readClock } from "./clock.ts"
import { phraseAt } from "./phrases.ts"
import { smooth } from "./smooth.ts"
import { stemOf } from "./stem.ts"
import type { Token } from "./tokens.ts"
import { tokensOf } from "./tokens.ts"
import { isMeasured } from "./units.ts"
import type { Said } from "./value.ts"
import { valuesIn } from "./values.ts"

/** A part of a sentence that says one thing. */
export type Clause = Span & {
  readonly tokens: readonly Token[]
  /** Their `from` and `to` count this clause's tokens. */
  readonly values: readonly Said[]
  /** What its words stand for, without those that say its values. */
  readonly concepts: ReadonlySet<string>
  /** Its words in lower case, with plain blanks and apostrophes. */
  readonly words: string
  /** The sentence it is part of. */
  readonly sentence: Span
}

/** The clauses of a sentence, in order; words within quotation marks, code and addresses are not the author's. */
export function clausesOf(
  text: string,
  sentence: Span,
  asides: readonly Span[],
  names: ReadonlySet<string>,
): readonly Clause[] {
  const all = tokensOf(text, sentence.start, sentence.end)
  const isLeftOut = (token: Token): boolean =>
    (token.text.length <= FILLER_LENGTH_MAX && FILLERS.has(token.text)) ||
    (asides.length > 0 && isInAside(asides, token.start))
  const tokens = all.some(isLeftOut) ? all.filter((token) => !isLeftOut(token)) : all
  const values = valuesIn(tokens)
  const clauses: Clause[] = []
  let from = 0
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && !splitsAt(tokens, from, at, values)) continue
    if (at > from) clauses.push(clauseOf(text, tokens.slice(from, at), { from, values, sentence, names }))
    from = at
  }
  return clauses
}

/** What is said while thinking, in transcripts. */
const FILLERS: ReadonlySet<string> = new Set(["um", "uh", "er", "erm", "hm", "uhm"])
const FILLER_LENGTH_MAX = 3

type Parts = {
  readonly from: number
  readonly values: readonly Said[]
  readonly sentence: Span
  readonly names: ReadonlySet<string>
}

function clauseOf(text: string, own: readonly Token[], { from, values, sentence, names }: Parts): Clause {
  const ownValues = values
    .filter((said) => said.from >= from && said.to <= from + own.length)
    .map((said): Said => ({ value: said.value, from: said.from - from, to: said.to - from }))
  const first = own.findIndex(({ kind }) => kind !== "sign")
  const start = own[Math.max(0, first)]?.start ?? sentence.start
  const last = own.findLastIndex(({ kind, text: sign }) => kind !== "sign" || sign === "%" || sign === "€")
  const end = Math.max(start, own[last]?.end ?? own.at(-1)?.end ?? sentence.end)
  const words = smooth(text.slice(start, end))
  return { start, end, tokens: own, values: ownValues, concepts: conceptsIn(own, ownValues, names), words, sentence }
}

/** What the words stand for, but for those of values and times of day. `names`: empty words that the book uses as names. */
export function conceptsIn(
  tokens: readonly Token[],
  values: readonly Said[],
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const concepts = new Set<string>()
  let said = NO_PLACES // by a phrase
  let value = 0
  let country: string | null = null
  for (let at = 0; at < tokens.length; at++) {
    while (value < values.length && (values[value]?.to ?? 0) <= at) value++
    const token = tokens[at]
    if (token === undefined || said.has(at)) continue
    if (token.capital && isAddressed(tokens, at)) continue
    const phrase = phraseAt(tokens, at)
    if (phrase !== null) {
      concepts.add(phrase.concept)
      if (phrase.others.length > 0) said = new Set([...said, ...phrase.others])
      continue
    }
    const amount = values[value]
    if (
      token.kind === "number" &&
      names.has(token.text) &&
      (amount === undefined || amount.from > at || isName(amount))
    ) {
      concepts.add(`#${token.text}`) // "the 500", of a book with a product of that name
      continue
    }
    if (amount !== undefined && amount.from <= at && !isFree(amount) && !isEndless(amount)) continue
    if (token.kind === "number" || token.text === "noon") {
      at = Math.max(at, (readClock(tokens, at)?.next ?? 0) - 1)
    } else if (
      (token.text === "come" || token.text === "comes" || token.text === "coming") &&
      tokens.slice(at + 1, at + 4).some(({ text }) => text === "with")
    ) {
      concepts.add("+include")
    } else if (token.text === "late" && tokens[at - 1]?.text === "as") {
      continue // "as late as" is a bound
    } else if (token.text === "else" && /^(?:some|any)where$/.test(textAt(tokens, at - 1))) {
      concepts.add("elsewher")
    } else if (token.text === "back" && comesBack(tokens, at)) concepts.add("+return")
    else if (token.text === "back" && values.some((each) => each.value.kind === "percent")) concepts.add("+refund")
    else if (token.capital && (country = countryOf(token.text, true)) !== null) {
      concepts.add(`@${country}`)
      if (!isCountry(token.text)) concepts.add(`~${token.text}`)
    } else if (token.concept !== "") {
      concepts.add(token.concept)
      if (KINDS.has(token.text)) concepts.add(`~${stemOf(token.text)}`)
    } else if (token.capital && names.has(token.text)) concepts.add(stemOf(token.text))
  }
  for (const amount of values) {
    if (isFree(amount)) concepts.add("+free")
    const bound = amount.value.kind === "date" ? "exact" : amount.value.bound
    if (bound === "most") concepts.add("+limit")
    if (bound === "least") concepts.add("+least")
  }
  return concepts
}

const NO_PLACES: ReadonlySet<number> = new Set()

/** ", Janet" at the end, "Mrs. Pirie": whom the message is for. */
function isAddressed(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before === undefined) return false
  if (before.text === "." ? TITLE.test(textAt(tokens, at - 2)) : TITLE.test(before.text)) return true
  if (before.text !== "," || at < 3) return false
  const after = tokens[at + 1]
  if (after !== undefined && (after.kind !== "sign" || after.text === "-" || after.text === "&")) return false
  return !tokens.slice(1, at).some(({ capital }) => capital)
}

const TITLE = /^(?:dr|mr|mrs|ms|miss|herr|frau|prof|hi|hello|dear|hey)$/

/** Both dog and cat are pets, and not the same: a word of a class that is one kind of it. */
const KINDS: ReadonlySet<string> = new Set("dog dogs cat cats van vans".split(" "))

/** "send it back", "bring the bike back"; not "call back". */
function comesBack(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 8); before--) {
    if (
      /^(?:send|sending|sent|bring|bringing|brought|ship|shipping|post|posting|hand|give|giving|taken|take|taking)$/.test(
        textAt(tokens, before),
      )
    )
      return true
  }
  return false
}

function isEndless({ value }: Said): boolean {
  return value.kind === "duration" && !Number.isFinite(value.max)
}

/** A number that counts nothing that is measured may be a name. */
function isName({ value }: Said): boolean {
  return value.kind === "count" && !isMeasured(value.of)
}

function isFree({ value }: Said): boolean {
  return value.kind === "money" && value.isFree === true
}

/** Whether a new clause begins with the token at `at`. */
function splitsAt(tokens: readonly Token[], from: number, at: number, values: readonly Said[]): boolean {
  const last = tokens[at - 1]
  const next = tokens[at]
  if (last === undefined || next === undefined) return false
  if (!JOINS.has(next.text) && (last.kind !== "sign" || CURRENCY.test(last.text))) return false
  if (values.some((said) => said.from < at && at < said.to)) return false
  if (last.text === ";" || last.text === "—" || (last.text === "-" && isSpaced(tokens, at - 1)))
    return !isListed(tokens, from, at, values)
  if (last.kind === "sign" && last.start + 1 < last.end && next.capital) return true // an emoji between two sentences
  if (last.text === ":" && next.start > last.end) return words(tokens, from, at) > LABEL_WORDS_MAX
  if (last.text === "," && tokens[from]?.text === "as" && tokens[from + 1]?.text === "for") return true
  if (last.text === "," && isSubordinate(tokens, at) && words(tokens, from, at) >= 3 && saysSoon(tokens, at, values))
    return !leadsIn(tokens, from)
  if (last.text === "," && !JOINS.has(next.text))
    return (
      !leadsIn(tokens, from) &&
      (says(tokens, from, at, values) || (GREETS.test(textAt(tokens, from)) && PRONOUN.has(next.text))) &&
      beginsClause(tokens, at, values)
    )
  if (!JOINS.has(next.text)) return false
  if (next.text === "and" && tokens.slice(Math.max(from, at - 5), at).some(({ text }) => text === "between"))
    return false
  if (next.text === "and" && ORDERS.test(textAt(tokens, from)) && /^(?:you|it|we)/.test(textAt(tokens, at + 1)))
    return false // "Keep $500 in it and you pay nothing"
  const past = last.text === ","
  const needs = says(tokens, from, at, values) || (past && words(tokens, from, at) >= 4)
  return needs && (past ? saysSoon(tokens, at + 1, values) : beginsClause(tokens, at + 1, values))
}

/** "If you keep …, you pay nothing", "To have it waived, …": the condition is part of what is said. */
const LEADS_IN =
  /^(?:if|when|whenever|once|since|as|to|for|with|without|after|before|while|although|though|even|because|until|unless|in|on|from|under)$/
function leadsIn(tokens: readonly Token[], from: number): boolean {
  const word = textAt(tokens, from)
  return LEADS_IN.test(word) && !(word === "as" && tokens[from + 1]?.text === "for")
}

/** "No stress about the stairs, we have a lift" */
const GREETS = /^(?:no|yes|sure|course|sorry|thanks|hi|hello|hey|dear|good|great|lovely|happy|morning|well|oh|ah|aye)$/

const ORDERS = /^(?:keep|spend|order|buy|sign|book|bring|pay|deposit|maintain|hold|subscribe|join|add|use|open|take)$/
function isSubordinate(tokens: readonly Token[], at: number): boolean {
  const word = textAt(tokens, at)
  return SUBORDINATE.test(word) || (word === "as" && /^(?:long|soon)$/.test(textAt(tokens, at + 1)))
}

const SUBORDINATE = /^(?:if|when|once|provided|unless|although|because|since|while)$/
/** "Scale - €119": a thing and its figure, on a line of a list. */
function isListed(tokens: readonly Token[], from: number, at: number, values: readonly Said[]): boolean {
  return (
    words(tokens, from, at) <= LABEL_WORDS_MAX &&
    values.some((said) => said.from === at) &&
    !says(tokens, from, at, values)
  )
}

const LABEL_WORDS_MAX = 3 // "Yes it is: …", "standard: 7-10 business days"
const JOINS: ReadonlySet<string> = new Set("and but so because while whereas though although which or then".split(" "))
const CURRENCY = /^[$€£%]$/

function isSpaced(tokens: readonly Token[], at: number): boolean {
  const dash = tokens[at]
  return (
    dash !== undefined && dash.start > (tokens[at - 1]?.end ?? dash.start) && dash.end < (tokens[at + 1]?.start ?? 0)
  )
}

function words(tokens: readonly Token[], from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (tokens[at]?.kind !== "sign") count++
  return count
}

/** Whether something is said between: a verb or a value. */
function says(tokens: readonly Token[], from: number, to: number, values: readonly Said[]): boolean {
  for (let at = from; at < to; at++) {
    const text = textAt(tokens, at)
    if (VERB.has(text) || (text.endsWith("'s") && STATE.test(textAt(tokens, at + 1)))) return true
  }
  return values.some((said) => said.from >= from && said.to <= to)
}

/** "your dog's welcome": 's is a verb before these. */
const STATE = /^(?:welcome|allowed|free|not|included|available|open|closed|out|a|an|the|in|on|only|just|all|still|now)$/

/** Whether what follows has a verb or a value of its own before the next comma. */
function saysSoon(tokens: readonly Token[], from: number, values: readonly Said[]): boolean {
  let to = from
  while (to < tokens.length && tokens[to]?.text !== ";" && (tokens[to]?.text !== "," || to < from + 6)) to++
  return says(tokens, from, to, values)
}

/** "it's €5", "you get …", "costs …", "the fee is …": a verb after at most four words, the first of which can be a subject. */
function beginsClause(tokens: readonly Token[], at: number, values: readonly Said[]): boolean {
  const first = textAt(tokens, at)
  if (values.some((said) => said.from === at) && values.some((said) => said.to <= at)) return true
  if (FINITE.has(first) || PRONOUN.has(first)) return true
  for (let next = at; next < Math.min(tokens.length, at + SUBJECT_WORDS_MAX + 1); next++) {
    const text = textAt(tokens, next)
    if (text === "," || text === ";") return false
    if (next > at && FINITE.has(text)) return true
    if (next > at && values.some((said) => said.from === next) && LEADS.has(first)) return true
  }
  return false
}

const SUBJECT_WORDS_MAX = 5
const LEADS = wordSet("for from to in on with without within after since if once when until")
const PRONOUN = wordSet(
  "it it's you you'll you're you've you'd we we'll we're we've they they're i i'm i'll i've i'd that's there's there this he she it'll he'll she'll they'll who he's she's",
)
const FINITE = wordSet(
  "is isn't are aren't was wasn't were has hasn't have haven't can can't cannot could shall will won't would must may should does doesn't do don't did didn't cost costs take takes weigh weighs include includes comes gets pay pays charge charges earn earns open opens close closes last lasts run runs work works ship ships deliver delivers arrive arrives accept accepts offer offers start starts end ends need needs require requires expire expires gives cover covers never serve serves save saves allow allows goes stay stays support supports hold holds used",
)
const VERB = new Set([
  ...FINITE,
  ...wordSet(
    "i'd we'd you'd it'd they'd it's you'll you're you've we'll we're we've they're i'm i'll i've there's that's get keep kept be been use send order open sign bring buy come went had",
  ),
])
