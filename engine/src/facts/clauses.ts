import { textAt } from "../words.ts"
import type { Span } from "../review-format.ts"
import { isInAside } from "../wording/asides.ts"
import { countryOf, isCountry } from "./places.ts"
import { readClock } from "./clock.ts"
import { phraseAt } from "./phrases.ts"
import { smooth } from "./smooth.ts"
import { splitsAt } from "./clause-starts.ts"
import { stemOf } from "./stem.ts"
import type { Token } from "./tokens.ts"
import { tokensOf } from "./tokens.ts"
import { isMeasured } from "./units.ts"
import { saysFree } from "./value.ts"
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
      (token.text.length > 1 || tokens[at - 1]?.capital === true || names.has(textAt(tokens, at - 1))) &&
      (amount === undefined || amount.from > at || isName(amount))
    ) {
      concepts.add(`#${token.text}`) // "the 500", of a book with a product of that name
      continue
    }
    if (amount !== undefined && amount.from <= at && !saysFree(amount.value) && !isEndless(amount)) continue
    const clock = token.kind === "number" || CLOCKS.has(token.text) ? readClock(tokens, at) : null
    if (token.kind === "number" || clock !== null) {
      at = Math.max(at, (clock?.next ?? 0) - 1)
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
    if (saysFree(amount.value)) concepts.add("+free")
    const bound = amount.value.kind === "date" ? "exact" : amount.value.bound
    if (bound === "most") concepts.add("+limit")
    if (bound === "least") concepts.add("+least")
  }
  return concepts
}

const NO_PLACES: ReadonlySet<number> = new Set()
/** Words besides figures that a time of day begins with. */
const CLOCKS: ReadonlySet<string> = new Set(
  "noon midday midnight half quarter one two three four five six seven eight nine ten eleven twelve".split(" "),
)

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
