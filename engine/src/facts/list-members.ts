import type { Clause } from "./clauses.ts"
import type { CompiledFacts } from "./compile.ts"
import type { Entry } from "./entry.ts"
import { LIGHT } from "./light-words.ts"
import { holdsName } from "./list-slots.ts"
import { smooth } from "./smooth.ts"
import { SLIGHT } from "./slight-words.ts"
import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"
import { saysFree } from "./value.ts"

/** Whether one more is told among things of a list than it has: "black, slate, honey and burgundy", "mats, blocks and straps". */
export function hasOneTooMany(tokens: readonly Token[], entry: Entry): boolean {
  if (OPEN_ENDED.test(smooth(entry.fact.statement)) || !Array.isArray(entry.fact.value)) return false
  const members = membersOf(tokens)
  const isItem = members.map((member) => isOfList(member.tokens, entry))
  if (members.some((member, at) => isItem[at] === true && THEIRS.test(textAt(member.tokens, 0)))) return false
  const first = isItem.indexOf(true)
  const last = isItem.lastIndexOf(true)
  if (first < 0 || first === last) return false
  const isOther = (at: number): boolean => {
    const member = members[at]
    return member !== undefined && isItem[at] === false && isStranger(headOf(member.tokens), entry)
  }
  if (members.some((_, at) => first < at && at < last && isOther(at))) return true
  if (isOtherFirst(members[first - 1], entry)) return true
  return isJoin(members[last + 1]?.joins) && isOther(last + 1)
}

/** "… and no other plants", "nowhere else", "only": a statement that says there is nothing more. */
export function isClosedByWords({ fact }: Entry): boolean {
  return fact.type === "list" && CLOSED.test(smooth(fact.statement))
}

const CLOSED =
  /\b(?:no (?:\w+ )?others?|in no other|nowhere else|nothing else|nobody else|only|and no (?:older|newer|further|more))\b/

/** "We treat birds as well", "your brother in Spiddal, too": beside a list that has no more, one that no fact knows. */
export function namesOneMore({ tokens, words, values }: Clause, entry: Entry, { byConcept }: CompiledFacts): boolean {
  if (!ADDS.test(words) || !values.every(({ value }) => saysFree(value))) return false
  const isUnknown = (token: Token): boolean =>
    token.kind === "word" && isTelling(token) && !holdsName(entry.all, token) && !byConcept.has(token.concept)
  return tokens.some((token, at) => {
    const { text = "", concept = "" } = tokens[at - 1] ?? {}
    if (!isUnknown(token) || !isAdded(tokens, at)) return false
    if (at === 0 && IS.test(textAt(tokens, 1))) return true
    if (token.capital) return /^(?:in|to|at|and|or|for)$/.test(text)
    return /^(?:your|the|an?|any|and|,)$/.test(text) || (concept !== "" && entry.all.has(concept))
  })
}

const IS = /^(?:is|are|can|may)$/
const ADDS = /\b(?:as well|too|also)\b/

/** Soon after it comes "as well" or "too", or shortly before it "also". */
function isAdded(tokens: readonly Token[], at: number): boolean {
  const isAfter = tokens
    .slice(at + 1, at + 7)
    .some(({ text }, next) => text === "too" || (text === "as" && textAt(tokens, at + next + 2) === "well"))
  return isAfter || tokens.slice(Math.max(0, at - 4), at).some(({ text }) => text === "also")
}

const THEIRS = /^(?:your|his|her|their|my)$/

/** "such as", "among others": there is more than is listed. */
const OPEN_ENDED = /\b(?:such as|for example|for instance|e\.g|among(?:st)? others|etc|including|and more)\b/

type Member = {
  /** What joins it to the one before: ",", "and"; "" of the first. */
  readonly joins: string
  readonly tokens: readonly Token[]
}

function membersOf(tokens: readonly Token[]): readonly Member[] {
  const found: Member[] = []
  let joins = ""
  let from = 0
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && !JOINS.test(textAt(tokens, at))) continue
    if (at > from) {
      found.push({ joins, tokens: tokens.slice(from, at) })
      joins = ""
    }
    joins = `${joins} ${textAt(tokens, at)}`.trim()
    from = at + 1
  }
  return found
}

const JOINS = /^(?:,|and|or|&|plus)$/

function isJoin(joins: string | undefined): boolean {
  return joins !== undefined && /and|or|&|plus/.test(joins)
}

/** The first of them: "mats" of "leave your stuff at home, mats, blocks", "a pan" of "the kit has a pan, a stove". */
function isOtherFirst(member: Member | undefined, entry: Entry): boolean {
  if (member === undefined) return false
  const from = member.tokens.findLastIndex(({ text }) => BEGINS.test(text)) + 1
  const told = member.tokens.slice(from)
  if (from === 0 && (told.some(({ capital }) => capital) || GREETS.test(textAt(told, 0)))) return false // "Hi Ana, blocks and straps"
  return told.length <= 3 && isStranger(headOf(told), entry)
}

const GREETS = /^(?:hi|hey|hello|dear|thanks|thank|sorry|morning|good)$/
const BEGINS =
  /^(?:has|have|is|are|get|gets|includes?|contains?|with|of|in|between|find|take|takes|accept|lend|lends|offer|speak|sell|use|borrow|choose|:)$/

function isOfList(tokens: readonly Token[], { items }: Entry): boolean {
  const said = new Set(tokens.flatMap(({ concept, text }) => [concept, `~${text}`]))
  return items.some((item) => item.every((concept) => said.has(concept)))
}

/** The thing itself: "a couple of lilies" of "a couple of lilies for the scent". */
function headOf(tokens: readonly Token[]): readonly Token[] {
  const stop = tokens.findIndex(
    ({ text, kind }) => ENDS.test(text) || (kind === "sign" && text !== "-" && text !== "'"),
  )
  return stop < 0 ? tokens : tokens.slice(0, stop)
}

const ENDS =
  /^(?:for|in|on|at|to|from|with|without|by|as|if|when|while|so|but|that|which|who|all|both|is|isn't|are|aren't|was|were|be|has|have|can|can't|may|must|will|would|do|does|don't|costs?|comes?|gets?|takes?|each|every|per|too|also|i|i'm|i'll|i've|i'd|we|we'll|we're|we've|you|you'll|you're|you've|it|it's|it'll|they|they're|he|she|there|there's|that's|this|here|not|no|please|then|just|even|more|another|other|others|something|anything|everything|nothing|never)$/

/** Nothing in it is the list's, and something tells what it is. */
function isStranger(head: readonly Token[], { all }: Entry): boolean {
  const words = head.filter(({ kind }) => kind === "word")
  if (words.length === 0 || words.length > 5) return false
  return words.some(isTelling) && !words.some((token) => token.concept !== "" && holdsName(all, token))
}

function isTelling({ concept }: Token): boolean {
  return concept !== "" && !concept.startsWith("~") && !SLIGHT.has(concept) && !LIGHT.has(concept)
}
