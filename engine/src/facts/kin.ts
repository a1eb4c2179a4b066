import { conceptOf } from "./concepts.ts"
import { KIN_LINES } from "./kin-words.ts"

/** For each concept of a book, by what other words of a message it may be meant. */
export type Kin = ReadonlyMap<string, readonly string[]>

/** Which of a book's concepts each word's concept may stand for, though it is not the same. */
export function kinOf(known: Iterable<string>): Kin {
  const { alike, byConcept } = read()
  const found = new Map<string, Set<string>>()
  for (const own of known) {
    for (const line of byConcept.get(own) ?? []) {
      const { head, words } = alike[line] ?? { head: null, words: [] }
      const others = head === null || head === own ? words : [head]
      for (const other of others) {
        if (other !== own) found.set(other, (found.get(other) ?? new Set<string>()).add(own))
      }
    }
  }
  return new Map([...found].map(([word, owns]) => [word, [...owns]]))
}

/** `head`: the one word that is like each of the others, which are not like one another. */
type Line = { readonly head: string | null; readonly words: readonly string[] }
type Lines = { readonly alike: readonly Line[]; readonly byConcept: ReadonlyMap<string, readonly number[]> }

let lines: Lines | null = null

/** Read once, and only where there is a fact book. */
function read(): Lines {
  if (lines !== null) return lines
  const byConcept = new Map<string, number[]>()
  const alike = KIN_LINES.trim()
    .split(/;\s*|\n/)
    .map((text, at): Line => {
      const [before = "", after] = text.split(" > ")
      const words = [...new Set((after ?? before).split(" ").map(conceptOf))].filter((concept) => concept !== "")
      const head = after === undefined ? null : conceptOf(before)
      for (const concept of head === null ? words : [head, ...words]) {
        const listed = byConcept.get(concept)
        if (listed === undefined) byConcept.set(concept, [at])
        else listed.push(at)
      }
      return { head, words }
    })
  lines = { alike, byConcept }
  return lines
}
