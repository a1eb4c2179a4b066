import { review, standardCalendar, statedWhere } from "aboveboard-engine"
import type { Channel, Rule, Severity } from "aboveboard-engine"
import { RE2JS } from "re2js"
import { isJsonObject } from "../read-input.ts"

type Match = { readonly index: number; readonly 0: string }
type Search = (words: string) => Iterable<Match>

/**
 * A rule of the workspace: phrases, or a pattern that takes linear time whatever the text (RE2 syntax). Its examples are
 * tried at once; each mistake is added to `problems`.
 */
export function ownRule(value: unknown, problems: string[]): readonly Rule[] {
  const say = (what: string): readonly Rule[] => {
    problems.push(`rules: ${what}`)
    return []
  }
  if (!isJsonObject(value)) return say("each has id, why, phrases or pattern, finds and leaves")
  const { id, why, instead, source, pattern } = value
  if (typeof id !== "string" || !/^[a-z][a-z0-9-]*\/[a-z0-9-]+$/.test(id)) return say('"id" is like house/no-slang')
  if (typeof why !== "string" || why.trim() === "") return say(`${id}: "why" is missing`)
  const severity = SEVERITIES.find((known) => known === (value["severity"] ?? "remark"))
  if (severity === undefined) return say(`${id}: "severity" is one of ${SEVERITIES.join(", ")}`)
  const phrases = textsIn(value["phrases"])
  if (phrases.length > 0 === (typeof pattern === "string")) return say(`${id}: either "phrases" or a "pattern"`)
  const search = typeof pattern === "string" ? patternSearch(pattern) : phraseSearch(phrases)
  if (typeof search === "string") return say(`${id}: ${search}`)
  const channels = channelsIn(value["channels"])
  const rule: Rule = {
    id,
    why,
    source: typeof source === "string" ? source : "A rule of this workspace.",
    severity,
    ...(typeof instead === "string" ? { instead } : {}),
    ...(channels.length > 0 ? { channels } : {}),
    finds: textsIn(value["finds"]),
    leaves: textsIn(value["leaves"]),
    find: (message) => statedWhere(message, search),
  }
  if (rule.finds.length === 0 || rule.leaves.length === 0)
    return say(`${id}: at least one example each in "finds" and "leaves"`)
  for (const failure of exampleFailures(rule)) say(failure)
  return [rule]
}

const SEVERITIES: readonly Severity[] = ["remark", "confirm", "hold"]
const CHANNELS: readonly Channel[] = ["mail", "chat", "call", "note", "policy"]

/** The examples of a rule that come out otherwise than it says. */
export function exampleFailures(rule: Rule): readonly string[] {
  const only = { calendar: standardCalendar("Europe/London"), rules: [rule] }
  const isFound = (example: Rule["finds"][number]): boolean => {
    const input =
      typeof example === "string"
        ? { text: example, ...(rule.channels?.[0] === undefined ? {} : { channel: rule.channels[0] }) }
        : example
    return review({ now: "2026-03-04T10:00:00Z", zone: "Europe/London", ...input }, only).findings.length > 0
  }
  const textOf = (example: Rule["finds"][number]): string => (typeof example === "string" ? example : example.text)
  return [
    ...rule.finds
      .filter((example) => !isFound(example))
      .map((example) => `${rule.id} does not find: ${textOf(example)}`),
    ...rule.leaves.filter(isFound).map((example) => `${rule.id} does not leave: ${textOf(example)}`),
  ]
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

function patternSearch(source: string): Search | string {
  let pattern: RE2JS
  try {
    pattern = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE)
  } catch (error) {
    return `"pattern" is not understood: ${error instanceof Error ? error.message : String(error)}`
  }
  if (pattern.matcher("").find()) return '"pattern" matches nothing at all'
  return (words) => {
    const found: Match[] = []
    for (const matcher = pattern.matcher(words); matcher.find();)
      found.push({ index: matcher.start(), 0: words.slice(matcher.start(), matcher.end()) })
    return found
  }
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === "string" && each.trim() !== "")
    : []
}

function channelsIn(value: unknown): readonly Channel[] {
  return CHANNELS.filter((channel) => textsIn(value).includes(channel))
}
