/** What a bot may send by itself, and what waits for a person. */

const SAYS_SO =
  /\b(?:bot|chat ?bot|robot|automat(?:ed|ic|ically)|(?:virtual|digital|ai|automated) (?:assistant|agent|helper)|artificial intelligence|\bai\b|machine|software)\b/i

/** Whether the text itself tells the customer that a machine wrote it. EU AI Act, article 50(1). */
export function saysItIsABot(text: string): boolean {
  return SAYS_SO.test(text)
}

export type BotMessage = {
  readonly text: string
  /** What the caller says that it is. */
  readonly author: "bot" | null
  /** A bot has written to this customer here before, and said so. */
  readonly hasSaidSo: boolean
  readonly drafts: "send" | "wait"
}

/** Why it waits for a person whatever the review finds; null when the review alone decides. */
export function whyItWaits({ text, author, hasSaidSo, drafts }: BotMessage): string | null {
  if (author === null) return "It came with an API key and does not say that a bot wrote it."
  if (!hasSaidSo && !saysItIsABot(text)) return "It does not tell the customer that a bot wrote it."
  return drafts === "wait" ? "What a bot writes waits for a person here." : null
}
