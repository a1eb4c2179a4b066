export const TAG_LENGTH_MAX = 40 // characters; a word or two

/** A tag as it is kept: one word is one tag, however it was typed. Empty where nothing is left of it. */
export function tagOf(typed: string): string {
  return typed.normalize("NFC").replaceAll(/\s+/gu, " ").trim().toLocaleLowerCase("en")
}
