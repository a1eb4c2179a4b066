const LOOK_BACK_MAX = 1_500 // characters; a longer list repeats its heading

/** Whether the place is an item of a list whose heading forbids what it lists: "Never say:", "Banned phrases". */
export function isUnderBan(text: string, start: number): boolean {
  // Looked for in a slice: in the whole text, a long line would be run through again at every hit.
  const before = text.slice(Math.max(0, start - LOOK_BACK_MAX), start + 1)
  let end = before.lastIndexOf("\n", before.length - 2)
  if (!isItem(before.slice(end + 1))) return false
  while (end > 0) {
    const from = before.lastIndexOf("\n", end - 1)
    const line = before.slice(Math.max(from + 1, end - LINE_LENGTH_READ), end).trim()
    if (line !== "" && !isItem(line)) return BAN.test(line)
    end = from
  }
  return false
}

const LINE_LENGTH_READ = 200 // characters

function isItem(line: string): boolean {
  return /^\s*(?:[-*•–+|>]|\d{1,2}[.)])/.test(line)
}

const BAN =
  /\b(?:never|don't|do not|don’t|avoid|banned|forbidden|prohibited|not allowed|must not|mustn't|may not|should not|no-go|not to (?:say|use|do)|instead of|bad examples?|wrong|unacceptable|we left out)\b/i
