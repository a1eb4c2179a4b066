import type { Finding, FoundClaim, Review, Severity } from "aboveboard-engine"
import { readBookId } from "./fact-book.ts"

/** A claim as it is kept: which version of which fact it was compared with. */
export type KeptClaim = {
  readonly factId: string | null
  readonly version: number | null
  readonly verdict: FoundClaim["verdict"]
  readonly kind: string
  readonly words: string
  readonly start: number
  readonly end: number
}

const WORDS_LENGTH_MAX = 1_000 // characters; a claim is a sentence at most

/** `text`: what was reviewed. */
export function keptClaims({ claims }: Review, text: string): readonly KeptClaim[] {
  return claims.map(({ factId, verdict, kind, quote, start, end }) => {
    const version = readBookId(factId)
    return {
      factId: version?.factId ?? null,
      version: version?.version ?? null,
      verdict,
      kind,
      words: wholeCharacters(
        (/\p{L}/u.test(quote) ? quote : sentenceAround(text, start, end)).slice(0, WORDS_LENGTH_MAX),
      ),
      start,
      end,
    }
  })
}

const AROUND_MAX = 200 // characters on either side

/** A figure alone ("5,450", after a comma) says nothing to whoever is quoted it later: it is kept with the sentence that it stands in. */
function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - AROUND_MAX), start)
  const ends = [...before.matchAll(/[.?!](?=\s)|\n/g)]
  const from = ends.at(-1)
  const after = text.slice(end, end + AROUND_MAX)
  const to = after.search(/[.?!](?=\s|$)|\n/)
  return `${before.slice(from === undefined ? 0 : from.index + 1)}${text.slice(start, end)}${to < 0 ? after : after.slice(0, to)}`.trim()
}

/** Without half of a character that was cut at either end: the database takes no such text. */
function wholeCharacters(cut: string): string {
  return cut.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "")
}

/** Words that a member said a rule is not about. */
export type Dismissed = { readonly rule: string; readonly words: string }

/** As they are compared: case, spaces and the kind of quotation mark make no difference. */
export function comparableWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, " ")
    .trim()
}

/** The review without the findings that were dismissed for just these words; its verdict is what is left. */
export function withoutDismissed(review: Review, text: string, dismissed: readonly Dismissed[]): Review {
  if (dismissed.length === 0 || review.findings.length === 0) return review
  const known = new Set(dismissed.map(({ rule, words }) => `${rule}\n${words}`))
  const findings = review.findings.filter(
    ({ rule, start, end }) => !known.has(`${rule}\n${comparableWords(text.slice(start, end))}`),
  )
  return findings.length === review.findings.length ? review : { ...review, findings, verdict: verdictOf(findings) }
}

/** The gravest of what was found. */
export function verdictOf(findings: readonly Finding[]): Review["verdict"] {
  if (findings.some(({ severity }) => severity === "hold")) return "hold"
  return findings.some(({ severity }) => severity === "confirm") ? "confirm" : "clear"
}

/** What a rule is on one channel or on all of them: switched off, or of another severity than it has by itself. */
export type RuleSettings = { readonly [Channel in (typeof RULE_CHANNELS)[number]]?: Softened }
export type Softened = Readonly<Record<string, "off" | Severity>>

export const RULE_CHANNELS = ["all", "mail", "chat", "call", "note"] as const

/** What holds on a channel: what is set for it, else what is set for "all". */
export function softenedOn(rules: RuleSettings, channel: string): Softened {
  const known = RULE_CHANNELS.find((each) => each === channel)
  return { ...rules.all, ...(known === undefined ? {} : rules[known]) }
}
