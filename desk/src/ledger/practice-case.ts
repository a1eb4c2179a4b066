import type { Fact } from "aboveboard-engine"

/** What makes a case hard: a yes that is not true, a date, something wrong, or the wrong thing to buy. */
export const PRACTICE_KINDS = ["untrue-yes", "date", "wrong-request", "wrong-thing"] as const
export type PracticeKind = (typeof PRACTICE_KINDS)[number]

/** A customer who tempts us, what is true in this case, and an answer that is honest. All invented. */
export type PracticeCase = {
  readonly key: string
  readonly kind: PracticeKind
  readonly title: string
  readonly message: string
  readonly facts: readonly Fact[]
  /** What to look out for, a sentence each; shown after the first answer. */
  readonly points: readonly string[]
  /** One answer that is honest; shown after the first answer. */
  readonly honest: string
  /** What one is tempted to write; the tests hold the review against it. */
  readonly tempting: string
}

export type Typed = Pick<Fact, "type" | "value"> & { readonly unit?: string; readonly aliases?: readonly string[] }

/** A fact as a case has it. */
export function fact(id: string, subject: string, attribute: string, typed: Typed, statement: string): Fact {
  return { id, subject, attribute, statement, ...typed }
}

export const no: Typed = { type: "boolean", value: false }
export const money = (value: number, unit = "EUR"): Typed => ({ type: "money", value, unit })
export const lasting = (value: number, unit: string): Typed => ({ type: "duration", value, unit })
