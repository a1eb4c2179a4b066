import { review } from "aboveboard-engine"
import type { Author, Channel, Finding, Policy, Rule, Severity } from "aboveboard-engine"
import type { Piece, Reading } from "../reading/piece.ts"
import { readingPolicy } from "../reading-policy.ts"
import type { FileFinding, Suppression } from "./finding.ts"
import { coveringIgnore, ignoresIn, withoutIgnores } from "./ignore-comments.ts"

/** How files are to be read. */
export type Manner = {
  readonly rules: readonly Rule[]
  readonly severities: Readonly<Record<string, "off" | Severity>>
  /** Words that are all right wherever they stand, lower case. */
  readonly allow: readonly string[]
  /** What is compared with; without it no claim is. */
  readonly facts?: Pick<Policy, "facts" | "notThat">
  readonly now: string
}

/** Whose words a file holds, where its path says so. */
export type Voice = { readonly channel?: Channel; readonly author?: Author }

export type Checked = { readonly findings: readonly FileFinding[]; readonly language: string }

/** What the rules find in the texts of one file, with what is suppressed marked as such. */
export function checkFile(
  path: string,
  reading: Extract<Reading, { source: string }>,
  manner: Manner,
  voice: Voice = {},
): Checked {
  const lines = reading.source.split("\n")
  const starts = startsOf(lines)
  const ignores = ignoresIn(lines)
  const policy: Policy = { ...READING, rules: manner.rules, softened: manner.severities, ...manner.facts }
  const findings: FileFinding[] = []
  let language = "en"
  for (const piece of reading.pieces) {
    const text = withoutIgnores(piece.text)
    const outcome = review(
      { text, channel: voice.channel ?? piece.channel, author: voice.author ?? piece.author, now: manner.now },
      policy,
    )
    if (outcome.language !== "en") language = outcome.language
    for (const finding of outcome.findings) {
      const placed = placedFinding(path, piece, finding, starts, manner.rules)
      const suppressed = suppressionOf(placed, piece, finding, manner.allow, ignores, lines)
      findings.push(suppressed === undefined ? placed : { ...placed, suppressed })
    }
  }
  return {
    findings: [...findings, ...reasonless(path, ignores, lines)].sort(
      (one, other) => one.line - other.line || one.column - other.column,
    ),
    language,
  }
}

const READING = readingPolicy()

type Ignores = ReturnType<typeof ignoresIn>

function placedFinding(
  path: string,
  piece: Piece,
  finding: Finding,
  starts: readonly number[],
  rules: readonly Rule[],
): FileFinding {
  const from = positionOf(starts, piece.place(finding.start))
  const to = positionOf(starts, piece.place(Math.max(finding.start, finding.end - 1)) + 1)
  const instead = finding.suggestion ?? rules.find(({ id }) => id === finding.rule)?.instead
  return {
    path,
    ...from,
    endLine: to.line,
    endColumn: to.column,
    words: piece.text.slice(finding.start, finding.end).replace(/\s+/g, " "),
    ...contextOf(piece.text, finding),
    rule: finding.rule,
    severity: finding.severity,
    why: finding.why,
    ...(instead === undefined ? {} : { instead }),
  }
}

const AROUND_MAX = 160 // characters on either side; a paragraph may be one line

/** The line of the text itself, without the marks of the file that holds it. */
function contextOf(
  text: string,
  { start, end }: Finding,
): Pick<FileFinding, "context" | "contextStart" | "contextEnd"> {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1
  const lineEnd = (text.indexOf("\n", start) + 1 || text.length + 1) - 1
  const from = Math.max(lineStart, start - AROUND_MAX)
  const said = Math.min(end, lineEnd)
  return {
    context: text.slice(from, Math.min(lineEnd, said + AROUND_MAX)).trimEnd(),
    contextStart: start - from,
    contextEnd: said - from,
  }
}

function suppressionOf(
  placed: FileFinding,
  piece: Piece,
  finding: Finding,
  allow: readonly string[],
  ignores: Ignores,
  lines: readonly string[],
): Suppression | undefined {
  const ignore = coveringIgnore(ignores, lines, placed.line, placed.rule)
  if (ignore !== undefined && ignore.reason !== "") return { kind: "inline", reason: ignore.reason }
  const around = piece.text.slice(Math.max(0, finding.start - 60), finding.end + 60).toLowerCase()
  const words = piece.text.slice(finding.start, finding.end).toLowerCase()
  const allowed = allow.find((each) => around.includes(each) && (each.includes(words) || words.includes(each)))
  return allowed === undefined ? undefined : { kind: "allowed", reason: `"${allowed}" is allowed by the configuration` }
}

/** An ignore without a reason ignores nothing, and is told. */
function reasonless(path: string, ignores: Ignores, lines: readonly string[]): readonly FileFinding[] {
  return ignores.flatMap(({ line, reason }) => {
    if (reason !== "") return []
    const context = lines[line - 1] ?? ""
    const column = context.indexOf("aboveboard-ignore") + 1
    const why =
      "An exception that nobody explained cannot be judged by the next reader: aboveboard-ignore rule-id: reason."
    return [
      {
        path,
        line,
        column,
        endLine: line,
        endColumn: column + "aboveboard-ignore".length,
        words: "aboveboard-ignore",
        context,
        contextStart: column - 1,
        contextEnd: column - 1 + "aboveboard-ignore".length,
        rule: "linter/ignore-without-reason",
        severity: "confirm" as const,
        why,
      },
    ]
  })
}

function startsOf(lines: readonly string[]): readonly number[] {
  const starts: number[] = []
  let start = 0
  for (const line of lines) {
    starts.push(start)
    start += line.length + 1
  }
  return starts
}

function positionOf(starts: readonly number[], offset: number): { readonly line: number; readonly column: number } {
  let low = 0
  let high = starts.length
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
