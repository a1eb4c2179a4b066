import type { Fact } from "./fact.ts"
import { LIGHT } from "./light-words.ts"
import { read } from "./read-text.ts"
import { smooth } from "./smooth.ts"
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
  const telling = tellingOf(concepts, own).filter((concept) => !PAID_BACK.has(concept))
  return telling.length === 0 && sum === null ? null : { concepts: new Set(telling), sum }
}

const STATEMENT_LENGTH_READ = 1_000 // characters; a statement is a sentence
const PIECES = /[;,(]|\. |\b(?:but|and)\b|(?=\b(?:unless|except)\b)/
const EXEMPTS =
  /\b(?:unless|except|free|waived|dropped|not (?:needed|charged|due|payable|taken)|nothing|(?:taken off|deducted from|credited (?:to|against)|set off against|offset against|counts? towards|goes towards))\b/i

/** How it is given back, not to whom. */
const PAID_BACK: ReadonlySet<string> = new Set(["+refund", "deduct", "credit", "offset", "count", "shown", "show"])

function tellingOf(concepts: ReadonlySet<string>, own: ReadonlySet<string>): readonly string[] {
  return [...concepts].filter((concept) => !own.has(concept) && !LIGHT.has(concept))
}

/** What a statement excepts, whatever its value: "unless it was locked", "only at the end of the year"; words of the fact itself left out. */
export function exceptedIn(
  { statement }: Fact,
  own: ReadonlySet<string>,
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const piece = EXCEPTS.exec(smooth(statement))?.[1]
  return piece === undefined ? NOTHING : new Set(tellingOf(read(piece, names).concepts, own))
}

const NOTHING: ReadonlySet<string> = new Set()
const EXCEPTS =
  /\b(?:unless|except|only|apart from|other than|provided|as long as|if|waived|taken off|deducted from|free (?:for|with|when))\b([^;.]*)/
