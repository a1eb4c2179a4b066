import type { Fact } from "./fact.ts"
import { attributeOf, countOf, typedOf } from "./propose.ts"
import { scheduleIn } from "./hours.ts"
import { clausesOf } from "./clauses.ts"
import { isDenied } from "./polarity.ts"
import { smooth } from "./smooth.ts"
import { tokensOf } from "./tokens.ts"
import type { Count } from "./value.ts"
import { valuesIn } from "./values.ts"

/** A fact read out of a page of text, for a person to accept. It has no id, and nothing rests on it until then. */
export type ProposedFact = {
  readonly fact: Omit<Fact, "id">
  /** Counted from 1. */
  readonly line: number
  /** The line as it stands in the page. */
  readonly quote: string
}

const TEXT_LENGTH_MAX = 400_000 // characters; a longer handbook is read in parts
const PROPOSALS_MAX = 1_000 // more than anybody accepts one by one

/**
 * Proposes facts out of a policy, price list or handbook in plain text or Markdown: prices, lengths of time, shares, limits,
 * opening hours, and what can and cannot be done, each with the line it came from. Never throws.
 */
export function readFacts(text: string, options: { readonly currency?: string } = {}): readonly ProposedFact[] {
  const found: ProposedFact[] = []
  let heading = ""
  let columns: readonly string[] = []
  for (const [index, quote] of text.slice(0, TEXT_LENGTH_MAX).split("\n").entries()) {
    const line = quote.trim()
    const title = /^#{1,6}\s+(.+)$/.exec(line)?.[1] ?? /^\*\*([^*]+)\*\*:?$/.exec(line)?.[1]
    if (title !== undefined) heading = bare(title)
    const cells = line.startsWith("|") ? cellsOf(line) : null
    if (cells === null) columns = []
    else if (columns.length === 0) columns = cells
    const facts =
      cells === null
        ? factsInLine(title === undefined ? line : "", heading, options.currency ?? "")
        : factsInRow(cells, columns, options.currency ?? "")
    for (const fact of facts) if (found.length < PROPOSALS_MAX) found.push({ fact, line: index + 1, quote })
  }
  return found
}

function bare(words: string): string {
  return words
    .replace(/[*_`#>]+/g, "")
    .replace(/\[([^\]]{1,200})\]\([^)]{0,500}\)/g, "$1")
    .replace(/^\s*(?:[-•+]|\d{1,2}[.)])\s+/, "")
    .trim()
}

function cellsOf(line: string): readonly string[] {
  return line
    .slice(1)
    .replace(/\|\s*$/, "")
    .split("|")
    .map(bare)
}

/** "| Basic plan | €9 a month |" under "| Plan | Price |". */
function factsInRow(
  cells: readonly string[],
  columns: readonly string[],
  currency: string,
): readonly Omit<Fact, "id">[] {
  const [subject = "", ...rest] = cells
  if (cells === columns || subject === "" || /^[-: ]*$/.test(subject)) return []
  return rest.flatMap((cell, index) => {
    const typed = lone(cell, currency)
    const attribute = columns[index + 1] ?? ""
    if (typed === null || attribute === "") return []
    return [
      {
        subject,
        attribute: attribute.toLowerCase(),
        ...typed,
        statement: `${subject}: ${attribute.toLowerCase()} ${cell}.`,
      },
    ]
  })
}

function lone(cell: string, currency: string): ReturnType<typeof typedOf> {
  const values = valuesIn(tokensOf(cell, 0, cell.length))
  const [only] = values
  return only === undefined || values.length > 1 ? null : typedOf(only.value, currency)
}

function factsInLine(line: string, heading: string, currency: string): readonly Omit<Fact, "id">[] {
  const plain = bare(line)
  if (plain.length < 8) return []
  return plain.split(/(?<=[.!?])\s+(?=\p{Lu})/u).flatMap((sentence) => {
    if (sentence.endsWith("?")) return []
    const whole = sentence.trim()
    const statement = /[.!]$/.test(whole) ? whole : `${whole}.`
    const subject = subjectOf(whole, heading)
    return partsOf(whole).flatMap((part) => factIn(part, { subject, heading, statement, currency }) ?? [])
  })
}

/** "costs €4.90 and is free for orders over €50" says two things of one subject. */
function partsOf(sentence: string): readonly string[] {
  const clauses = clausesOf(sentence, { start: 0, end: sentence.length }, [], new Set())
  const saying = clauses.filter(({ values }) => values.length > 0)
  return saying.length < 2 || scheduleIn(sentence) !== null
    ? [sentence]
    : saying.map(({ start, end }) => sentence.slice(start, end))
}

type Around = {
  readonly subject: string
  readonly heading: string
  readonly statement: string
  readonly currency: string
}

function factIn(sentence: string, { subject, heading, statement, currency }: Around): Omit<Fact, "id"> | null {
  if (subject === "") return null
  if (scheduleIn(sentence) !== null && /\b(?:open|closed|hours)\b/i.test(sentence))
    return { subject, attribute: "opening hours", type: "text", value: hoursOf(sentence), statement }
  const tokens = tokensOf(sentence, 0, sentence.length)
  const values = valuesIn(tokens).filter(({ value }) => value.kind !== "count" || isLimit(value))
  const first = values.find(({ value }) => value.kind === "money" && value.isFree !== true) ?? values[0]
  if (first !== undefined && first.value.kind === "count") return { subject, ...countOf(tokens, first), statement }
  const typed = first === undefined ? null : typedOf(first.value, currency)
  if (first !== undefined && typed !== null)
    return { subject, attribute: attributeOf(first.value, smooth(sentence)), ...typed, statement }
  return values.length > 0 ? null : yesOrNo(sentence, heading, statement)
}

/** "one call at a time" is seldom a fact; "at most one" and "30 models" are. */
function isLimit({ of, min, bound }: Count): boolean {
  return of !== "" && Number.isFinite(min) && (min > 1 || bound === "most")
}

const VERBS =
  "costs?|is|are|takes?|has|have|weighs?|comes?|includes?|cannot|can(?:'t|not)?|must|may|will|expires?|lasts?|pays?|earns?|gets?|gives?|do|does|offers?|requires?|needs?|runs?|starts?|closes?|opens?"
const BEFORE_VERB = new RegExp(`^(?:the |a |an |our |all |each |every |any )*(.{2,60}?) (?:${VERBS})\\b`, "i")
const NOBODY =
  /^(?:it|they|this|that|these|those|you|we|he|she|i|there|customers?|users?|if .*|when .*|once .*|for .*|in .*|to .*|after .*|before .*|as .*)$/i

/** What stands before the verb or the colon; under "it" and "you", what the heading says. */
function subjectOf(sentence: string, heading: string): string {
  const label = /^([^:.]{2,50}):\s+\S/.exec(sentence)?.[1]
  const named = label ?? BEFORE_VERB.exec(sentence)?.[1] ?? ""
  return named === "" || NOBODY.test(named) || named.split(" ").length > 7 ? heading : named
}

function hoursOf(sentence: string): string {
  return (/\b(?:open|hours)\b[^A-Za-z0-9]*(?:is |are |from |on )*(.+?)[.!]?$/i.exec(sentence)?.[1] ?? sentence).trim()
}

const ABLE =
  /^(?:the |a |an |our |all |each |every |any )*(.{2,60}?) (can|cannot|can't|can not|may|may not|must not|is|are|is not|are not|isn't|aren't|do not|don't|does not|doesn't) ((?:also |only |be )*[a-z][^.!]{2,80}?)[.!]?$/i

/** "Sale items cannot be exchanged.", "We do not ship to Norway." What holds under a condition is left to a person. */
function yesOrNo(sentence: string, heading: string, statement: string): Omit<Fact, "id"> | null {
  const match = ABLE.exec(sentence)
  const [, who = "", verb = "", rest = ""] = match ?? []
  if (match === null || /\b(?:if|unless|only|when|until|should|please)\b/i.test(rest)) return null
  const isUs = /^we$/i.test(who)
  if (!isUs && NOBODY.test(who) && heading === "") return null
  if (
    /^(?:is|are)/i.test(verb) &&
    !/^(?:included|allowed|available|free|possible|required|accepted|covered|excluded|non|not)\b/i.test(rest)
  )
    return null
  const denied = isDenied(smooth(verb))
  const attribute = /^(?:can|may|must)/i.test(verb) ? `can ${rest}` : rest
  return {
    subject: isUs ? (heading === "" ? "we" : heading) : NOBODY.test(who) ? heading : who,
    ...(isUs && heading !== "" ? { aliases: ["we"] } : {}),
    attribute,
    type: "boolean",
    value: !denied,
    statement,
  }
}
