import type { Finding, FoundClaim, Severity } from "../review-format.ts"
import type { Message } from "../rule.ts"
import type { CompiledFacts } from "./compile.ts"
import { KINDS } from "./evidence-claim.ts"
import type { NotThat } from "./fact.ts"
import { findClaims } from "./find-claims.ts"
import { sweep } from "./overlap.ts"
import type { Claim, Reading } from "./find-claims.ts"
import { WHY } from "./claim-rules.ts"
import { factWords } from "./fact-words.ts"

/** What a workspace wants of claims. */
export type ClaimWishes = {
  readonly softened?: Readonly<Record<string, "off" | Severity>>
  readonly notThat?: readonly NotThat[]
}

export type Checked = { readonly claims: readonly FoundClaim[]; readonly findings: readonly Finding[] }

/** Lays what a message claims beside the fact book: the claims, and the findings with those on claims among them. */
export function checkClaims(
  message: Message,
  findings: readonly Finding[],
  facts: CompiledFacts,
  wishes: ClaimWishes,
): Checked {
  const reading = readingOf(message, findings, facts)
  const channel = message.input.channel ?? "mail"
  const isOurs = channel === "policy" || channel === "note" // what they say without a fact is not said to a customer
  const claims = findClaims(reading).filter(
    (claim) =>
      !isNotThat(claim, wishes.notThat ?? []) &&
      !(isOurs && claim.verdict === "unsupported" && claim.open === undefined),
  )
  const backed = claims.filter(({ verdict }) => verdict === "supported")
  const backedAt = sweep(backed)
  const kept = findings.filter((finding) => !KINDS.has(finding.rule) || backedAt(finding) === undefined)
  const markAt = sweep(kept.filter(({ rule }) => KINDS.has(rule)))
  const against = claims.filter(({ verdict }) => verdict === "contradicted")
  const reworded = new Set(against.slice(0, Math.ceil(READ_AGAIN_MAX / reading.text.length)))
  const added = claims.flatMap((claim) => findingsOn(claim, reading, markAt(claim) !== undefined, reworded))
  const wanted = added.flatMap((finding) => {
    const severity = wishes.softened?.[finding.rule] ?? finding.severity
    return severity === "off" ? [] : [{ ...finding, severity }]
  })
  return {
    claims: claims.map(told),
    findings: [...kept, ...wanted].sort((one, other) => one.start - other.start || one.end - other.end),
  }
}

/** Better words are found by reading the whole message again: a long one that goes against facts all along has them for the first. */
const READ_AGAIN_MAX = 200_000 // characters in all; a second or so

/** A message as its claims are read. */
export function readingOf(
  { input, text, own, sentences, asides, promises }: Message,
  findings: readonly Finding[],
  facts: CompiledFacts,
): Reading {
  return {
    text,
    own,
    sentences,
    asides,
    promises,
    previous: typeof input.previous === "string" ? input.previous : "",
    known: input.scope ?? {},
    day: typeof input.now === "string" ? input.now.slice(0, 10) : "",
    facts,
    findings,
  }
}

function isNotThat({ quote, factId }: Claim, listed: readonly NotThat[]): boolean {
  if (listed.length === 0) return false
  const words = plain(quote)
  return listed.some((each) => (each.factId === undefined || each.factId === factId) && plain(each.words) === words)
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%€$£]+/gu, " ")
    .trim()
}

function findingsOn(
  claim: Claim,
  reading: Reading,
  isMarked: boolean,
  reworded: ReadonlySet<Claim>,
): readonly Finding[] {
  const { start, end, verdict, entry, open } = claim
  const place = { start, end }
  if (open !== undefined) return [{ rule: "claim/scope-unknown", severity: "confirm", ...place, why: openWords(open) }]
  if (verdict === "unsupported")
    return [{ rule: "claim/unsupported", severity: "remark", ...place, why: WHY.unsupported }]
  if (verdict === "needs-evidence") {
    return isMarked ? [] : [{ rule: "claim/needs-evidence", severity: "confirm", ...place, why: WHY["needs-evidence"] }]
  }
  if (entry === undefined) return []
  const { statement, validFrom, validUntil, isStale } = entry.fact
  if (verdict === "supported")
    return isStale === true
      ? [{ rule: "claim/stale-fact", severity: "remark", ...place, why: `${WHY["stale-fact"]} “${statement}”` }]
      : []
  const since = validFrom === undefined ? "" : ` since ${validFrom}`
  const until = validUntil === undefined ? "" : ` until ${validUntil}`
  const stale = isStale === true ? " It was to be confirmed again and has not been." : ""
  const why = `“${claim.quote}” goes against a fact${since}${until}: “${statement}”${stale}`
  const suggestion = reworded.has(claim) ? factWords(claim, entry, reading) : statement
  return [{ rule: "claim/contradicted", severity: "hold", ...place, why, suggestion }]
}

function openWords(open: readonly string[]): string {
  return `The facts differ by ${open.join(" and ")}, and nothing says which it is here: say it, or set it for this customer.`
}

function told({ start, end, quote, kind, verdict, factId, value }: Claim): FoundClaim {
  return {
    start,
    end,
    quote,
    kind,
    verdict,
    ...(factId === undefined ? {} : { factId }),
    ...(value === undefined ? {} : { value }),
  }
}
