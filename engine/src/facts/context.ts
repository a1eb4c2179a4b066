import type { Clause } from "./clauses.ts"

/** Words that a clause is read with: its own, those around it and those it answers. */
export type Unit = {
  readonly tokens: Clause["tokens"]
  readonly concepts: ReadonlySet<string>
  /** How far away it is, which lessens what it says about the clause: 1 the clause itself, less for others. */
  readonly nearness: number
  /** The clause's own concepts, where others were added to them. */
  readonly own?: ReadonlySet<string>
  /** It follows in the sentence with an amount of its own: whom that holds for is another matter. */
  readonly isNext?: boolean
  /** The customer said it: whom an answer is for, whatever it is about. */
  readonly isAsked?: true
}

/** What a clause is read with, nearest first. `asked` is what the customer said: quoted lines and the message before. */
export function contextOf(clauses: readonly Clause[], at: number, asked: Unit | null): readonly Unit[] {
  const clause = clauses[at]
  if (clause === undefined) return []
  const units: Unit[] = [unitOf(clause, 1)]
  for (let other = at - 1; other >= 0 && clauses[other]?.sentence === clause.sentence; other--)
    add(units, clauses[other], SAME_SENTENCE)
  for (let other = at + 1; clauses[other]?.sentence === clause.sentence; other++) {
    const isNext = clause.values.length > 0 && (clauses[other]?.values.length ?? 0) > 0
    add(units, clauses[other], SAME_AFTER, isNext)
  }
  let sentence = clause.sentence
  let nearness = BEFORE
  for (let other = at - 1; other >= Math.max(0, at - CLAUSES_BACK_MAX); other--) {
    const before = clauses[other]
    if (before === undefined || before.sentence === clause.sentence) continue
    if (before.sentence !== sentence && sentence !== clause.sentence) nearness = Math.max(FAR, nearness - STEP)
    sentence = before.sentence
    add(units, before, nearness)
  }
  if (asked !== null) units.push(asked)
  return units
}

export const SAME_SENTENCE = 0.85
const SAME_AFTER = 0.55
const BEFORE = 0.7
const STEP = 0.1
const FAR = 0.4
export const ASKED = 0.6
export const ANSWERED = 0.9 // "Ten years!" says nothing but the answer
const CLAUSES_BACK_MAX = 12 // a product named further back is named again

function add(units: Unit[], clause: Clause | undefined, nearness: number, isNext = false): void {
  if (clause !== undefined && clause.concepts.size > 0) units.push(unitOf(clause, nearness, isNext))
}

function unitOf({ tokens, concepts }: Clause, nearness: number, isNext = false): Unit {
  return { tokens, concepts, nearness, isNext }
}
