/** Less is typed again in a moment; from here on it is a sentence, and asked about before it goes. */
const WORTH_ASKING = 20 // characters

export type Typed = { readonly before: string; readonly now: string }

/** Whether so much was typed into some fields that it must not go by a slip of the hand. */
export function isWorthAsking(fields: readonly Typed[]): boolean {
  return fields.reduce((sum, field) => sum + writtenIn(field), 0) >= WORTH_ASKING
}

/** How many characters of `now` are new: what lies between the beginning and the end that both have. */
function writtenIn({ before, now }: Typed): number {
  const shorter = Math.min(before.length, now.length)
  let start = 0
  while (start < shorter && before[start] === now[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === now.at(-1 - end)) end++
  return now.length - start - end
}
