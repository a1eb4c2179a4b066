import { standardCalendar } from "./calendar.ts"
import type { Channel, Severity } from "./review-format.ts"
import { review } from "./review.ts"
import type { Example, Rule } from "./rule.ts"
import { statedWhere } from "./wording/stated.ts"

type Match = { readonly index: number; readonly 0: string }
type Search = (words: string) => Iterable<Match>

/** What makes patterns that take linear time whatever the text: re2js, handed in, because the engine has no packages. */
export type LinearPatterns = {
  readonly CASE_INSENSITIVE: number
  readonly compile: (source: string, flags: number) => LinearPattern
}
type LinearPattern = { readonly programSize: () => number; readonly matcher: (words: string) => LinearMatcher }
type LinearMatcher = { readonly find: () => boolean; readonly start: () => number; readonly end: () => number }

/** A rule that a team wrote itself, as it stands in aboveboard.config: phrases or a pattern, and its examples. */
export type OwnRule = {
  readonly id: string
  readonly why: string
  readonly instead?: string | undefined
  readonly source?: string | undefined
  readonly severity?: Severity | undefined
  readonly channels?: readonly Channel[] | undefined
  readonly phrases?: readonly string[] | undefined
  readonly pattern?: string | undefined
  readonly finds: readonly string[]
  readonly leaves: readonly string[]
}

const PROGRAM_SIZE_MAX = 400 // steps of a pattern; a sentence of 1,000 characters takes 10 ms at most with that many
const MATCHES_MAX = 20 // in one sentence

/**
 * A rule of the workspace: phrases, or a pattern that takes linear time whatever the text (RE2 syntax). Its examples are
 * tried at once; each mistake is added to `problems`.
 */
export function ownRule(value: unknown, problems: string[], patterns: LinearPatterns): readonly Rule[] {
  const rule = compiledRule(value, patterns)
  if (typeof rule === "string") {
    problems.push(`rules: ${rule}`)
    return []
  }
  if (rule.finds.length === 0 || rule.leaves.length === 0) {
    problems.push(`rules: ${rule.id}: at least one example each in "finds" and "leaves"`)
    return []
  }
  for (const failure of exampleFailures(rule)) problems.push(`rules: ${failure}`)
  return [rule]
}

/** As `ownRule`, with its examples as they are, tried or not: for who is still writing it. What is wrong is a sentence. */
export function compiledRule(value: unknown, patterns: LinearPatterns): Rule | string {
  if (!isJsonObject(value)) return "each has id, why, phrases or pattern, finds and leaves"
  const { id, why, instead, source, pattern } = value
  if (typeof id !== "string" || !/^[a-z][a-z0-9-]*\/[a-z0-9-]+$/.test(id)) return '"id" is like house/no-slang'
  if (typeof why !== "string" || why.trim() === "") return `${id}: "why" is missing`
  const severity = SEVERITIES.find((known) => known === (value["severity"] ?? "remark"))
  if (severity === undefined) return `${id}: "severity" is one of ${SEVERITIES.join(", ")}`
  const phrases = textsIn(value["phrases"])
  if (phrases.length > 0 === (typeof pattern === "string")) return `${id}: either "phrases" or a "pattern"`
  const search = typeof pattern === "string" ? patternSearch(pattern, patterns) : phraseSearch(phrases)
  if (typeof search === "string") return `${id}: ${search}`
  const channels = CHANNELS.filter((channel) => textsIn(value["channels"]).includes(channel))
  return {
    id,
    why,
    source: typeof source === "string" && source !== "" ? source : "A rule of this workspace.",
    severity,
    ...(typeof instead === "string" && instead !== "" ? { instead } : {}),
    ...(channels.length > 0 ? { channels } : {}),
    finds: textsIn(value["finds"]),
    leaves: textsIn(value["leaves"]),
    find: (message) => statedWhere(message, search),
  }
}

const SEVERITIES: readonly Severity[] = ["remark", "confirm", "hold"]
const CHANNELS: readonly Channel[] = ["mail", "chat", "call", "note", "policy"]

/** The examples of a rule that come out otherwise than it says. */
export function exampleFailures(rule: Rule): readonly string[] {
  const textOf = (example: Example): string => (typeof example === "string" ? example : example.text)
  return [
    ...rule.finds
      .filter((example) => !isFoundIn(rule, example))
      .map((example) => `${rule.id} does not find: ${textOf(example)}`),
    ...rule.leaves
      .filter((example) => isFoundIn(rule, example))
      .map((example) => `${rule.id} does not leave: ${textOf(example)}`),
  ]
}

/** Whether a rule finds something in a text, on the first channel that it is for. */
export function isFoundIn(rule: Rule, example: Example): boolean {
  const only = { calendar: standardCalendar("Europe/London"), rules: [rule] }
  const [channel] = rule.channels ?? []
  const input = typeof example === "string" ? { text: example, ...(channel === undefined ? {} : { channel }) } : example
  return review({ now: "2026-03-04T10:00:00Z", zone: "Europe/London", ...input }, only).findings.length > 0
}

function phraseSearch(phrases: readonly string[]): Search {
  const escaped = phrases.map((phrase) =>
    phrase
      .trim()
      .replace(/[\\^$.|?*+()[\]{}]/g, "\\$&")
      .replace(/\s+/g, "\\s+"),
  )
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu")
  return (words) => words.matchAll(pattern)
}

function patternSearch(source: string, patterns: LinearPatterns): Search | string {
  let pattern: LinearPattern
  try {
    pattern = patterns.compile(source, patterns.CASE_INSENSITIVE)
  } catch (error) {
    return `"pattern" is not understood: ${error instanceof Error ? error.message : String(error)}`
  }
  if (pattern.programSize() > PROGRAM_SIZE_MAX) return '"pattern" is too long: write "phrases", or several rules'
  if (pattern.matcher("").find()) return '"pattern" matches nothing at all'
  return (words) => {
    const found: Match[] = []
    for (const matcher = pattern.matcher(words); found.length < MATCHES_MAX && matcher.find();)
      found.push({ index: matcher.start(), 0: words.slice(matcher.start(), matcher.end()) })
    return found
  }
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === "string" && each.trim() !== "")
    : []
}

function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
