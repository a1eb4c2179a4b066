/** Lower case, with plain blanks and apostrophes. */
export function smooth(words: string): string {
  const lower = words.toLowerCase()
  return UNEVEN.test(lower) ? lower.replace(BLANKS, " ").replace(APOSTROPHES, "'") : lower
}

const UNEVEN = /[^\x20-\x5f\x61-\x7e]| {2}/
const BLANKS = /\s+/g
const APOSTROPHES = /[’`]/g
