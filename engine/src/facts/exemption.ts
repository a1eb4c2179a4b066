import type { Fact } from "./fact.ts"
import { LIGHT } from "./light-words.ts"
import { read } from "./read-text.ts"
import type { Money, Value } from "./value.ts"

/** For whom or when a price is not paid, as its own statement says: "unless a certificate is shown", "free for orders over €500". */
export type Exemption = {
  /** What is said of them; words of the price itself left out. */
  readonly concepts: ReadonlySet<string>
  /** From which sum on it is free; null where no sum decides. */
  readonly sum: Money | null
}

/** The exemption that the statement of a price names; null where it names none, or is about the exemption itself. */
export function exemptionOf(
  { statement, type }: Fact,
  value: Value | null,
  own: ReadonlySet<string>,
  names: ReadonlySet<string>,
): Exemption | null {
  if (type !== "money" || value?.kind !== "money" || value.max === 0) return null
  const piece = statement
    .slice(0, STATEMENT_LENGTH_READ)
    .split(PIECES)
    .find((each, at) => at > 0 && EXEMPTS.test(each))
  if (piece === undefined) return null
  const { concepts, values } = read(piece, names)
  const sums = values.flatMap((said) => (said.value.kind === "money" && said.value.isFree !== true ? [said.value] : []))
  const [sum = null] = sums
  if (sums.length > 1 || sum?.max === value.max) return null
  const telling = [...concepts].filter((concept) => !own.has(concept) && !LIGHT.has(concept) && !PAID_BACK.has(concept))
  return telling.length === 0 && sum === null ? null : { concepts: new Set(telling), sum }
}

const STATEMENT_LENGTH_READ = 1_000 // characters; a statement is a sentence
const PIECES = /[;,(]|\. |\b(?:but|and)\b|(?=\b(?:unless|except)\b)/
const EXEMPTS =
  /\b(?:unless|except|free|waived|dropped|not (?:needed|charged|due|payable|taken)|nothing|(?:taken off|deducted from|credited (?:to|against)|set off against|offset against|counts? towards|goes towards))\b/i

/** How it is given back, not to whom. */
const PAID_BACK: ReadonlySet<string> = new Set(["+refund", "deduct", "credit", "offset", "count", "shown", "show"])
