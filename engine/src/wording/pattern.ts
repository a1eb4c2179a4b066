/**
 * One pattern of whole words, without regard to case, over a sentence as `stated` smooths it: a space in a source stands for
 * up to three, an apostrophe for the curly one too.
 */
export function anyOf(...sources: readonly string[]): RegExp {
  return new RegExp(`(?<![a-z0-9])(?:${sources.map(roomy).join("|")})(?![a-z0-9])`, "gi")
}

function roomy(source: string): string {
  return source.replace(CLASS_OR_SPACE, (part) => (part === " " ? " {1,3}" : part === " ?" ? " {0,3}" : part))
}

const CLASS_OR_SPACE = /\[(?:\\.|[^\]\\])*\]| \?| /g

/** Numbers as notices write them. */
export const NUMBER =
  "(?:\\d[\\d,.]*k?\\+?|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|hundreds of|thousands of|millions of)"

/** The same words with every kind of blank as a space and every apostrophe as "'": the offsets stay. */
export function smoothed(words: string): string {
  return UNEVEN.test(words) ? words.replace(BLANK, " ").replace(APOSTROPHE, "'") : words
}

const UNEVEN = /[^\x20-\x7e]/
const BLANK = /[\s\u00a0]/g
const APOSTROPHE = /[\u2019\u02bc]/g
