/** What a bot may send by itself, and what waits for a person. */

/** Words that name the writer wherever they stand: nobody sells them in a sentence of its own. */
const NAMED =
  /\b(?:(?:chat ?)?bots?|(?:virtual|digital|ai|automated|automatic) (?:assistant|agent|helper)|ai (?:chat ?)?bot|artificial intelligence|language model)\b/giu
/** "An automated answer", "written automatically". */
const AUTOMATED =
  /\bautomat(?:ed|ic) (?:answer|e-?mail|mail|message|note|reply|response)\b|\b(?:answered|created|generated|sent|written) automatically\b|\bautomatically (?:answered|created|generated|sent|written)\b/giu
/** A washing machine and an automatic watch are for sale: such words count of the writer only. */
const WRITER =
  /\b(?:i am|i['’]m|this is|you are (?:chatting|talking|writing) (?:to|with)|(?:answered|created|generated|sent|written) by)\s+(?:(?:an?|just|only|our|the|your|(?:[\p{L}]+['’]s))\s+){0,3}(?:ai|(?:computer )?program(?:me)?|machine|robot|software)\b(?!\s+(?:for|from|that|which|you|we)\b)/giu
const DENIED = /\b(?:never|no|none|nobody|not|without)\b[^.!?\n]{0,30}$|n['’]t\b[^.!?\n]{0,30}$/iu
const BEFORE = 40 // characters in which a denial is looked for

/** Whether the text itself tells the customer that a machine wrote it, and does not deny it. EU AI Act, article 50(1). */
export function saysItIsABot(text: string): boolean {
  return [NAMED, AUTOMATED, WRITER].some((pattern) =>
    [...text.matchAll(pattern)].some(
      ({ 0: words, index }) =>
        !/\b(?:not|n['’]t)\b/iu.test(words) && !DENIED.test(text.slice(Math.max(0, index - BEFORE), index)),
    ),
  )
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
  if (!hasSaidSo && !saysItIsABot(text))
    return "It does not tell the customer that a bot wrote it. “I am the shop’s bot.” would."
  return drafts === "wait" ? "What a bot writes waits for a person here." : null
}
