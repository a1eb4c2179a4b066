import { words } from "../words.ts"

/** The last words of a conversation as a line shows them: a mail of files alone has none, and what was erased has none any more. */
export function shownLastWords(lastWords: string | null): string {
  if (lastWords === null) return words.ui.erased
  return lastWords.trim() === "" ? words.conversation.noText : lastWords
}
