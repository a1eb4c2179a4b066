/** A line that says why a finding on it, or on the next line with words, is all right. */
export type Ignore = { readonly line: number; readonly rules: readonly string[]; readonly reason: string }

/** The `aboveboard-ignore rule-id: reason` comments of a file. Lines count from 1; an empty reason is the caller's to report. */
export function ignoresIn(lines: readonly string[]): readonly Ignore[] {
  return lines.flatMap((line, index) => {
    const found = COMMENT.exec(line)
    if (found === null) return []
    const rules = (found[1] ?? "").split(",").map((rule) => rule.trim())
    return [{ line: index + 1, rules, reason: (found[2] ?? "").trim() }]
  })
}

const COMMENT =
  /aboveboard-ignore\s+((?:[a-z-]+\/[a-z0-9-]+|all)(?:\s*,\s*(?:[a-z-]+\/[a-z0-9-]+|all))*)\s*:?\s*(.*?)\s*(?:-->|\*\/|["'],?)?\s*$/

/** Blanks the comments, so that they are not read as text. Offsets stay. */
export function withoutIgnores(text: string): string {
  return text.includes("aboveboard-ignore")
    ? text.replace(/(?:<!--|\/\*|\/\/|#)?[ \t]*aboveboard-ignore[^\n]*/g, (comment) => " ".repeat(comment.length))
    : text
}

/** The comment that covers a line: on the line itself, or the nearest line with words above it. */
export function coveringIgnore(
  ignores: readonly Ignore[],
  lines: readonly string[],
  line: number,
  rule: string,
): Ignore | undefined {
  let above = line - 1
  while (above > 0 && (lines[above - 1] ?? "").trim() === "") above--
  return ignores.find(
    (ignore) =>
      (ignore.line === line || ignore.line === above) && (ignore.rules.includes(rule) || ignore.rules.includes("all")),
  )
}
