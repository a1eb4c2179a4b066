import { isSameWord } from "./word-table.ts"

const LENGTH_MAX = 12 // letters; of longer words a runtime keeps the whole text that they were cut out of
const PLACES = 4_096 // a mail of three pages has some 600 words, most of them those of the last one

/** Words met before, so that texts, which repeat their words, need not have each cut out and looked over again. */
const met: string[] = Array.from({ length: PLACES }, () => "")

/**
 * The word of ASCII letters that begins at `start`, in lower case; null where none begins, or where it may go on as something
 * else ("e-mail", "we'll", "naïve", "Q3").
 */
export function plainWordAt(text: string, start: number, until: number): string | null {
  let hash = 0
  let at = start
  for (; at < until; at++) {
    const unit = text.charCodeAt(at)
    const letter = unit | 32
    if (letter < 97 || letter > 122 || unit > 127) break
    hash = (Math.imul(hash, 31) + letter) | 0
  }
  if (at === start || at - start > LENGTH_MAX || !endsPlainly(text, at, until)) return null
  const place = (hash ^ (hash >>> 12)) & (PLACES - 1)
  const known = met[place] ?? ""
  if (isSameWord(known, text, start, at)) return known
  const fresh = text.slice(start, at).toLowerCase()
  met[place] = fresh
  return fresh
}

/** Whether no word goes on over the character at `at`: a blank, or a mark of a sentence with no digit behind it. */
function endsPlainly(text: string, at: number, until: number): boolean {
  if (at >= until) return true
  const unit = text.charCodeAt(at)
  if (unit === 32 || unit === 10) return true
  if (unit !== 44 && unit !== 46 && unit !== 33 && unit !== 63) return false // , . ! ?
  const next = at + 1 < until ? text.charCodeAt(at + 1) : 0
  return next < 48 || next > 57
}
