/** Why not. The first four: we cannot. The last three: we will not. */
export const BASES = ["capability", "capacity", "law", "safety", "policy", "unfair", "wrong"] as const
export type Basis = (typeof BASES)[number]

const CANNOT: readonly Basis[] = ["capability", "capacity", "law", "safety"]

export function isCannot(basis: Basis): boolean {
  return CANNOT.includes(basis)
}

/** The words that a no is made of. `refused` goes on after "No, we can't": "refund a bike that was ridden". */
export type DeclineWords = {
  readonly basis: Basis
  readonly refused: string
  readonly reason: string
  /** Null: there is nothing that we can do instead, and the customer is told so. */
  readonly alternative: string | null
}

/**
 * Three plain sentences to edit: the no, the reason, and what we can do instead. Who asks for something wrong is taken not
 * to have known (a request can be wrong without ill will), so the reason says so.
 */
export function declineText({ basis, refused, reason, alternative }: DeclineWords): string {
  const no = `No, we ${isCannot(basis) ? "can’t" : "won’t"} ${lowerFirst(bare(refused))}.`
  const why =
    basis === "wrong"
      ? `You may not have known this, so here is why: ${lowerFirst(bare(reason))}.`
      : `${upperFirst(bare(reason))}.`
  const instead =
    alternative === null
      ? "There is nothing else that we can offer for this, and we want you to know that now."
      : `What we can do instead: ${lowerFirst(bare(alternative))}.`
  return `${no} ${why}\n\n${instead}`
}

/** The place of the only question among a customer's sentences; none where there are several: nobody knows which is meant. */
export function onlyQuestion(sentences: readonly string[]): readonly number[] {
  if (sentences.length === 1) return [0]
  const questions = sentences.flatMap((words, at) => (words.endsWith("?") ? [at] : []))
  return questions.length === 1 ? questions : []
}

/** A customer who asked for something wrong this often is shown to leads, with the quotes; what to do is for a person. */
export const WRONG_REQUESTS_SHOWN = 2

function bare(words: string): string {
  return words.trim().replace(/[.!\s]+$/u, "")
}

/** "Our terms say…" stays as it is where a name or "I" stands first: only a plain capital word is lowered. */
function lowerFirst(words: string): string {
  return /^(?:I\b|[A-Z][A-Z0-9]|[A-Z]\w*\s[A-Z])/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
