import type { ShownMessage } from "../conversations/use-conversation.ts"

const WORDS_LENGTH_MAX = 2_000 // characters; a need is a sentence or two

/** What is selected of a message of the customer; null where nothing is, or something else. */
export function selectedWords(
  messages: readonly ShownMessage[],
): { readonly messageId: string; readonly words: string } | null {
  const selection = window.getSelection()
  const words = selection?.toString().trim() ?? ""
  const node = selection?.anchorNode ?? null
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  const messageId = element?.closest("[data-message]")?.getAttribute("data-message") ?? null
  const message = messages.find(({ id, kind }) => id === messageId && kind === "inbound")
  if (message === undefined || words === "" || words.length > WORDS_LENGTH_MAX) return null
  return { messageId: message.id, words }
}
