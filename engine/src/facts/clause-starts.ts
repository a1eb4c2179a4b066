import { textAt, wordSet } from "../words.ts"
import type { Token } from "./tokens.ts"
import type { Said } from "./value.ts"

/** Whether a new clause begins with the token at `at`. */
export function splitsAt(tokens: readonly Token[], from: number, at: number, values: readonly Said[]): boolean {
  const last = tokens[at - 1]
  const next = tokens[at]
  if (last === undefined || next === undefined) return false
  const joins = JOINS.has(next.text)
  if (!joins && (last.kind !== "sign" || CURRENCY.test(last.text))) return false
  if (values.some((said) => said.from < at && at < said.to)) return false
  if (last.text === "," && isSalutation(tokens, from, at - 1)) return true
  if (last.text === ";" || last.text === "—" || (last.text === "-" && isSpaced(tokens, at - 1)))
    return !isListed(tokens, from, at, values)
  if (last.kind === "sign" && last.start + 1 < last.end && next.capital) return true // an emoji between two sentences
  if (last.text === ":" && next.start > last.end) return words(tokens, from, at) > LABEL_WORDS_MAX
  if (last.text === "," && tokens[from]?.text === "as" && tokens[from + 1]?.text === "for") return true
  if (last.text === "," && isSubordinate(tokens, at) && words(tokens, from, at) >= 3 && saysSoon(tokens, at, values))
    return !leadsIn(tokens, from)
  if (last.text === "," && !joins)
    return (
      !leadsIn(tokens, from) &&
      (says(tokens, from, at, values) || (GREETS.test(textAt(tokens, from)) && PRONOUN.has(next.text))) &&
      (beginsClause(tokens, at, values) || IMPERATIVES.has(textAt(tokens, next.text === "just" ? at + 1 : at)))
    )
  if (!joins) return false
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

/** "Hello Bill," before what is said to him. */
function isSalutation(tokens: readonly Token[], from: number, end: number): boolean {
  const whom = textAt(tokens, from) === "good" && TIMES_OF_DAY.test(textAt(tokens, from + 1)) ? from + 2 : from + 1
  if ((whom === from + 1 && !SALUTES.test(textAt(tokens, from))) || end - from > SALUTATION_MAX) return false
  return tokens.slice(whom, end).every(({ text, capital }) => capital || text === "." || EVERYBODY.test(text))
}

const SALUTATION_MAX = 6 // words and dots: "Dear Dr. and Mrs. Rendall"
const SALUTES = /^(?:hi|hello|hey|dear|morning|afternoon|evening|greetings)$/
const TIMES_OF_DAY = /^(?:morning|afternoon|evening|day)$/
const EVERYBODY = /^(?:there|again|all|both|everyone|everybody|folks|team|and|mr|mrs|ms|dr|sir|madam)$/

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
    if (next > at && (FINITE.has(text) || isVerbByForm(tokens, at, next))) return true
    if (next > at && values.some((said) => said.from === next) && LEADS.has(first)) return true
  }
  return false
}

/** "Salt Road plays until …", "the hall seats eighty": a word in -s after a name or "the", before what no noun stands before. */
function isVerbByForm(tokens: readonly Token[], from: number, at: number): boolean {
  const first = tokens[from]
  const next = tokens[at + 1]
  if (!/^[a-z]{3,}s$/.test(textAt(tokens, at)) || next === undefined || first === undefined) return false
  if (!first.capital && !/^(?:the|our|this|that|each|every)$/.test(first.text)) return false
  return (
    next.kind === "number" ||
    /^(?:until|till|from|up|out|off|you|it|a|an|the|two|three|four|five|six|eight|ten)$/.test(next.text)
  )
}

const IMPERATIVES = wordSet("please tell let send give bring call ring pack mind remember ask drop")
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
