import type { Span } from "../review-format.ts"
import { sentences } from "../sentences.ts"
import { clausesOf } from "./clauses.ts"
import type { Clause } from "./clauses.ts"
import type { CompiledFacts } from "./compile.ts"
import { ASKED } from "./context.ts"
import type { Unit } from "./context.ts"
import type { Reading } from "./find-claims.ts"
import type { Value } from "./value.ts"

export type Asked = {
  readonly unit: Unit | null
  readonly units: readonly Unit[]
  readonly questions: readonly Clause[]
  /** How many and how much was asked for. */
  readonly amounts: readonly Value[]
}

const ASKED_CLAUSES_MAX = 24 // what was asked long before is not what is answered

/** What the customer said, in quoted lines and the message before: as one unit, and what they asked. */
export function askedIn({ text, own, previous, facts }: Reading): Asked {
  const parts: Clause[] = []
  const questions: Clause[] = []
  const take = (words: string, span: Span): void => {
    for (const clause of clausesIn(words, span, facts)) {
      parts.push(clause)
      if (words.slice(clause.end, clause.sentence.end).includes("?")) questions.push(clause)
    }
  }
  let from = 0
  for (const span of [...own, { start: text.length, end: text.length }]) {
    if (span.start > from) take(text, { start: from, end: Math.min(span.start, own.at(-1)?.end ?? text.length) })
    from = span.end
  }
  if (previous !== "") take(previous, { start: 0, end: previous.length })
  if (parts.length === 0) return { unit: null, units: [], questions, amounts: [] }
  parts.splice(0, parts.length - ASKED_CLAUSES_MAX)
  const concepts = new Set(parts.flatMap((part) => [...part.concepts]))
  const unit = { tokens: parts.flatMap(({ tokens }) => tokens), concepts, nearness: ASKED, isAsked: true } as const
  return {
    unit,
    units: parts.map((part) => ({ ...part, nearness: ASKED, isAsked: true })),
    questions,
    amounts: parts.flatMap(({ values }) => values.map(({ value }) => value)),
  }
}

function clausesIn(text: string, span: Span, facts: CompiledFacts): readonly Clause[] {
  return sentences(text, [span]).flatMap((sentence) => clausesOf(text, sentence, [], facts.names))
}
