import { type Fact, type Policy, compileFacts, factBookOf, factsInForce } from "aboveboard-engine"
import type { readFactBook } from "../../contract/fact-book.ts"
import type { AnswerOf } from "../api.ts"

export type WithBook = {
  readonly policy: Required<Pick<Policy, "facts" | "notThat">>
  readonly byId: ReadonlyMap<string, Fact>
  /** How many facts hold on a day. */
  readonly inForce: (day: string) => number
}

/** The desk's book, ready to be compared with. What compares is fetched with this file: a desk without facts does without. */
export function withBook(data: AnswerOf<typeof readFactBook>): WithBook {
  const { book } = factBookOf({ ...data, currency: data.currency ?? "" })
  const notThat = data.notThat.map(({ words, factId }) => (factId === undefined ? { words } : { words, factId }))
  const facts = compileFacts(book)
  return {
    policy: { facts, notThat },
    byId: new Map(book.facts.map((fact) => [fact.id, fact])),
    inForce: (day) => factsInForce(facts, day),
  }
}
