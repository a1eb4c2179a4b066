const LOOK_BACK_MAX = 1_500 // characters; a longer list repeats its heading

/** Whether the place is an item of a list whose heading forbids what it lists: "Never say:", "Banned phrases". */
export function isUnderBan(text: string, start: number): boolean {
  const floor = Math.max(0, start - LOOK_BACK_MAX)
  let end = text.lastIndexOf("\n", start - 1)
  if (!isItem(text.slice(end + 1, start + 1))) return false
  while (end > floor) {
    const from = text.lastIndexOf("\n", end - 1)
    const line = text.slice(Math.max(from + 1, end - LINE_LENGTH_READ), end).trim()
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
