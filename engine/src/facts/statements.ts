import { clausesOf } from "./clauses.ts"
import type { Fact } from "./fact.ts"
import { DAYS, LIGHT } from "./light-words.ts"
import { isDenied, sideOf } from "./polarity.ts"
import { SLIGHT } from "./slight-words.ts"
import { smooth } from "./smooth.ts"

/** Something that is so or not so: the concepts it takes to say it, and whether it is denied. */
export type Proposition = {
  readonly concepts: readonly string[]
  readonly isDenied: boolean
  readonly side: ReturnType<typeof sideOf>
  /** "… only": what is out of scope is denied. */
  readonly isOnly: boolean
  /** "on all plans": whoever says "only" says otherwise. */
  readonly isAll: boolean
  /** It speaks only to what is denied: that there is such a thing needs no saying. */
  readonly isAbsence?: true
}

/** A number that can be denied: "there is no notice period" against 30 days. */
export function absenceOf({ type, value }: Fact, concepts: readonly string[]): Proposition | null {
  if (typeof value !== "number" || type === "money" || type === "percent" || concepts.length === 0) return null
  return { concepts, isDenied: value === 0, side: null, isOnly: false, isAll: false, isAbsence: true }
}

/** What a yes-or-no fact says, without the words that name its subject. */
export function propositionOf(fact: Fact, all: readonly string[], scoped: ReadonlySet<string>): Proposition | null {
  if (fact.type !== "boolean" || typeof fact.value !== "boolean") return null
  const words = smooth(fact.attribute)
  const unscoped = all.filter((concept) => !scoped.has(concept)) // "included in Basic", of the plan Basic
  return {
    concepts: unscoped.length > 0 ? unscoped : all,
    isDenied: isDenied(words) === fact.value,
    side: sideOf(words),
    isOnly: /\bonly\b/.test(smooth(fact.statement)),
    isAll: OPEN_TO_ALL.test(smooth(`${fact.attribute} ${fact.statement}`)),
  }
}

/** "on all plans", "bicycles bought elsewhere", "your own router": whoever says "only" says otherwise. */
const OPEN_TO_ALL =
  /\b(?:all|every|any|each|everyone|everybody|others?|elsewhere|wherever|whatever|whichever|(?:their|your|his|her|a|customers?'?s?) own)\b/

/** What else a statement says that is so or not so: "the code cannot be combined with other discounts", "but neither loss nor theft". */
export function asidesOf(
  { statement, type }: Fact,
  subject: ReadonlySet<string>,
  names: ReadonlySet<string>,
): readonly Proposition[] {
  return piecesOf(statement).flatMap((piece, at) => {
    const clauses = clausesOf(piece, { start: 0, end: piece.length }, [], names)
    const words = smooth(piece)
    // "Bicycles are not carried, except folding bikes."
    const denied = EXCEPT.test(words) ? !isDenied(smooth(statement.split(MAIN_ENDS)[0] ?? "")) : isDenied(words)
    const isMain = at === 0 && type === "boolean"
    if (
      isMain ||
      CLOSES.test(words) ||
      clauses.some(({ values }) => values.length > 0) ||
      !(denied || INCLUDES.test(words) || EXCEPT.test(words))
    )
      return []
    const base = { isDenied: denied, side: sideOf(words), isOnly: false, isAll: false }
    return eachOf(words).flatMap((part): readonly Proposition[] => {
      const told = clausesOf(part, { start: 0, end: part.length }, [], names)
      const concepts = [...new Set(told.flatMap((clause) => [...clause.concepts]))]
      const isOwn = concepts.every(
        (concept) => subject.has(concept) || SLIGHT.has(concept) || (LIGHT.has(concept) && !DAYS.has(concept)),
      )
      return isOwn || (concepts.length < 2 && !GOES_ON.test(words)) ? [] : [{ ...base, concepts }]
    })
  })
}

function piecesOf(statement: string): readonly string[] {
  return statement.slice(0, STATEMENT_LENGTH_READ).split(PIECES)
}

const STATEMENT_LENGTH_READ = 1_000 // characters; a statement is a sentence
const PIECES = /[;,(]|\bbut\b|\.\s|(?=\b(?:except|excepted|apart from|other than|save for|excluding)\b)/
const MAIN_ENDS = /,|\b(?:except|excepted|apart from|other than|save for|excluding)\b/

/** "gloves and boots are not lent", "neither loss nor theft": each by itself. */
function eachOf(words: string): readonly string[] {
  const [, before = "", one = "", other = "", after = ""] = PAIR.exec(words) ?? []
  return other === "" ? [words] : [`${before}${one}${after}`, `${before}${other}${after}`]
}

const PAIR = /^(.*?)([\p{L}'-]+) (?:and|or|nor) ([\p{L}'-]+)(.*)$/u

const EXCEPT = /^\s*(?:and |but )?(?:except|excepted|apart from|other than|save for|excluding)\b/
const INCLUDES = /\b(?:included|includes|including|required|requires|allowed|possible)\b/
/** What goes on with the verb of what stands before it: "but neither loss nor theft", "which cannot be upgraded". */
const GOES_ON =
  /^\s*(?:and |but )?(?:except|excepted|apart from|other than|save for|excluding|not|neither|nor|no|without|which|that)\b/
/** "and no other", "nowhere else": that there is nothing more, which is read with the list. */
const CLOSES =
  /^\s*(?:and |but )?(?:(?:in|for|to|with|at|there (?:is|are)) )?(?:no|not|nowhere|nothing|nobody) (?:\w+ )?(?:others?|else|later|earlier|older|more|longer)\b/
