import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { mayBeName } from "./may-be-name.ts"
import { matchesOf } from "./match.ts"
import type { Match } from "./match.ts"
import { hasOneTooMany, isClosedByWords, namesOneMore } from "./list-members.ts"
import { countTold, holdsName, saysAny, strangerInSlot } from "./list-slots.ts"
import { isDenied } from "./polarity.ts"
import { inScope } from "./scope.ts"
import { smooth } from "./smooth.ts"
import { stemOf } from "./stem.ts"
import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"

/** What lists say to a clause: "we export to Xero" of the programs we export to, "yes, we take Amex" of the cards we take. */
export function listClaim(place: Place): Judged | null {
  const { clause, units, reading, stance } = place
  if (stance === "own" || stance === "past") return null
  const { words } = clause
  if (OF_ONE.test(words)) return null
  const isPriced = clause.values.some(({ value }) => PRICED.has(value.kind))
  for (const match of matchesOf(units, reading.facts, ({ items }) => items.length > 0)) {
    if (
      match.subject < 0.3 &&
      match.cover < 0.5 &&
      !saysAll(match.entry, units[0]?.concepts) &&
      !isRefusing(match.entry)
    )
      continue
    const scoped = inScope(match.entry, place)
    const entry = scoped.entries.find(({ fact }) => isInForce(fact, reading.day))
    if (entry === undefined || scoped.open.length > 0) continue
    const named = entry.items.filter((item) => item.every((concept) => units[0]?.concepts.has(concept)))
    if (isPriced && (named.length < 2 || (match.subject < 0.3 && match.cover < 0.3))) continue // what it costs to send it there is no list of places
    const found = verdictOf({ match, entry, named, place })
    if (found === null) continue
    const least = found.isSure === true ? SURE : found.isCounted === true ? COUNTED : match.score
    const score = Math.max(match.score, least)
    return { verdict: found.verdict, kind: "capability", entry, score }
  }
  return null
}

type Laid = {
  readonly match: Match
  readonly entry: Entry
  readonly named: readonly (readonly string[])[]
  readonly place: Place
}

type Found = { readonly verdict: "supported" | "contradicted"; readonly isCounted?: true; readonly isSure?: true }

function verdictOf({ match, entry, named, place: { clause, reading } }: Laid): Found | null {
  const { words, tokens } = clause
  const others = strangers(tokens, match.entry).filter((each) => !reading.facts.byConcept.has(each))
  const isAll = entry.items.length === named.length
  const denies = isDenied(words) || TOO_FAR.test(words)
  const isHeaded = match.isNamed || match.cover >= 0.5
  const count = isHeaded && !denies && entry.hasNames ? countTold(tokens, clause.values, entry) : null
  if (count !== null) return { verdict: count === entry.items.length ? "supported" : "contradicted", isCounted: true }
  if (!denies && isClosedByWords(entry) && (match.isNamed || match.isHere) && saysAny(tokens, entry))
    return { verdict: "contradicted", isSure: true }
  if (isHeaded && !denies && isClosedByWords(entry) && namesOneMore(clause, entry, reading.facts))
    return { verdict: "contradicted", isSure: true }
  const stranger =
    isHeaded && isClosed(entry) && !GONE.test(words) ? strangerInSlot(tokens, entry, named.length === 0) : undefined
  if (stranger !== undefined && !reading.facts.byConcept.has(stranger.concept))
    return { verdict: denies ? "supported" : "contradicted", isCounted: true }
  if (isRefusing(entry)) return named.length === 0 || others.length > 0 ? null : refusal(clause, denies, match)
  const isTold = isHeaded || (match.cover > 0 && HAD.test(words))
  if (isTold && !denies && named.length >= 2 && !GONE.test(words) && hasOneTooMany(tokens, entry))
    return { verdict: "contradicted", isSure: true }
  // "only in blue", of blue and green
  if (named.length > 0 && others.length === 0 && !denies && !isAll && entry.items.length > 1 && ONLY.test(words))
    return { verdict: "contradicted" }
  if (named.length > 0 && others.length === 0) {
    if (named.length === 1 && !isHad(match, words)) return null
    return hasMore(tokens, entry) ? null : { verdict: denies ? "contradicted" : "supported" }
  }
  const isClear =
    entry.listKind === null && // kindClaim knows what else there is of a kind
    (match.subject >= 0.3 || match.unexplained <= 1.1) &&
    match.cover >= 0.5 &&
    match.unexplained <= 2.2 &&
    entry.items.length > 1
  // "Visa, Amex or PayPal": the list is complete, so one name too many is one that it denies.
  const isMixed = named.length >= 2 && others.length === 1 && !denies && isListed(tokens, match.entry)
  if (isMixed && entry.hasNames) return { verdict: "contradicted" }
  return named.length === 0 && others.length === 1 && isClear && entry.hasNames
    ? { verdict: denies ? "supported" : "contradicted" }
    : null
}

/** A list of what is not taken, not carried, not allowed. */
function isRefusing({ fact }: Entry): boolean {
  return isDenied(smooth(fact.attribute))
}

/** "Perfume's fine", "we buy encyclopedias" of what is refused; "no perfume, sorry". */
function refusal({ words, tokens }: Place["clause"], denies: boolean, { cover, entry }: Match): Found | null {
  const deed = DEED.exec(smooth(entry.fact.attribute)) ?? DEED.exec(smooth(entry.fact.statement))
  const stem = stemOf(deed?.[1] ?? "")
  const isDone = tokens.some(({ text }) => stem !== "" && stemOf(text) === stem)
  if (denies) return isDone || cover >= 0.5 || REFUSED.test(words) ? { verdict: "supported", isSure: true } : null
  return FINE.test(words) || isDone || MAY_GO.test(words) ? { verdict: "contradicted", isSure: true } : null
}

const DEED = /\b(?:not|never|cannot)(?: be)? ([a-z]+)/
const REFUSED =
  /\b(?:not|n't|no) (?:\w+ )?(?:allowed|permitted|welcome|accepted)\b|\bwe (?:don't|do not|can't|cannot|never|won't) (?:take|accept|have|want|do)\b/
/** Of the kind, not of one piece: "the paint is fine" may be dry. */
const FINE =
  /^(?:(?:yes|yeah|sure|no problem|oh|and|so|but|of course|absolutely),? )*(?!(?:the|that|this|your|my|it|its|there|here|we|you|i)\b)(?:[\w-]+ ){0,2}?[\w-]+(?:'s| is| are) (?:also |all |perfectly |absolutely |totally |quite )*(?:fine|ok|okay|no problem|allowed|welcome|possible|sweet|all right|alright|good to go|no worries|not a problem)\b/
const MAY_GO = /\bcan (?:go|come) (?:on|in|into|with|along)\b|\b(?:allowed|accepted|permitted)\b/

/** Amounts of what is told of one that is named. */
const PRICED: ReadonlySet<string> = new Set(["money", "duration", "percent"])

/** What the writer does or did, or the customer: no list of what there is. */
const OF_ONE = /\bi(?:'ll|'ve|'d| can| will| could)\b|\bof you to\b|\b(?:street|blvd|boulevard|ave|avenue)\b/

/** One thing alone is told of the list where it is a name, or the clause says little else and that it is had. */
function isHad({ entry, isHere, unexplained }: Match, words: string): boolean {
  if (entry.hasNames || entry.items.length === 1) return isHere || HAD.test(words)
  return unexplained <= 1 && HAD.test(words)
}

/** One that is named is had. */
const HAD =
  /\b(?:yes|no problem|fine|okay?|free|can|may|take|accept|speak|ship|go|goes|fly|deliver|serve|offer|have|has|got|there's|available|possible|welcome|included?|includes|covers?|covered|comes? with|get|choose)\b/

/** Of "check-ups, cleanings and a filling" the last is none of the list: more is told than it says. */
function hasMore(tokens: readonly Token[], { all, items }: Entry): boolean {
  const last = tokens.findLastIndex(({ text }) => text === "and" || text === "or")
  if (last < 2 || !tokens.slice(0, last).some(({ text }) => text === ",")) return false
  const after = tokens.slice(last + 1, last + 5).filter(({ kind, concept }) => kind === "word" && concept !== "")
  const isItem = (token: Token): boolean =>
    items.some((item) => item.includes(token.concept) || item.includes(`~${token.text}`))
  return after.length > 0 && !after.some(isItem) && !after.every((token) => holdsName(all, token))
}

const COUNTED = 3 // beside the scores of other kinds of claims
const SURE = 6 // one too many, or refused

/** "Our branch in Round Rock closed last year": the list no longer has it. */
const GONE = /\b(?:closed|shut|moved|was|were|used to|former|old)\b/

const TOO_FAR = /\b(?:too far|isn't one of|aren't (?:one|any) of|beyond)\b/

/** A list of names has no others; of ways to pay and the like `kindClaim` knows what else there is. */
function isClosed({ hasNames, items, listKind }: Entry): boolean {
  return hasNames && items.length > 1 && (listKind === null || listKind === "country")
}

/** Said of the things named, not of when or how much. */
export const ONLY =
  /\bonly (?:(?:way|ways|thing) |(?:\w+ )?(?:in|by|with|via|as|to|for|from) |take |accept |ship |deliver |speak )|\bonly$|\bnothing (?:but|else)\b|\b(?:nowhere|no one) else\b/

/** The name that the fact does not know stands among those that it has, with nothing between but a comma, "and" or "or". */
function isListed(tokens: readonly Token[], { all, items }: Entry): boolean {
  const isItem = (token: Token | undefined): boolean =>
    token !== undefined && items.some((item) => item.includes(token.concept) || item.includes(`~${token.text}`))
  return tokens.some((token, at) => {
    if (!mayBeName(token) || holdsName(all, token)) return false
    let before = at - 1
    while (JOINS.test(textAt(tokens, before))) before--
    let after = at + 1
    while (JOINS.test(textAt(tokens, after))) after++
    return (before < at - 1 && isItem(tokens[before])) || (after > at + 1 && isItem(tokens[after]))
  })
}

const JOINS = /^(?:,|and|or|&|\/|as|well)$/

/** Two items or more of a list, which nothing else has. */
function saysAll({ items }: Entry, own: ReadonlySet<string> | undefined): boolean {
  return items.filter((item) => item.every((concept) => own?.has(concept))).length >= 2
}

/** Names in a clause that the fact knows nothing of: "FreshBooks". */
function strangers(tokens: readonly Token[], { all }: Entry): readonly string[] {
  return tokens.flatMap((token, at) => {
    const { concept, text } = token
    const isName = mayBeName(token) && (at > 0 || tokens[1]?.text === "is") && text.length > 1
    const isAddressed =
      /^(?:dr|mr|mrs|ms|hi|dear|hello|herr|frau)$/.test(textAt(tokens, at - 1)) || tokens[at - 1]?.text === "."
    return isName && !isAddressed && !holdsName(all, token) ? [concept] : []
  })
}
