import type { Word } from "../words.ts"
import { subjectBefore } from "./subject.ts"
import { readVerb, skipAdverbs } from "./verb-phrase.ts"
import type { VerbPhrase } from "./verb-phrase.ts"

export type Modal = "will" | "going" | "intend" | "let" | "would" | "can" | "should" | "progressive"

/** A subject with words that may undertake something: "[someone] [will] [call]". Indexes count words. */
export type Clause = VerbPhrase & {
  readonly modal: Modal
  readonly modalAt: number
  /** Word indexes, end exclusive; empty when the subject is left out ("Will do"). */
  readonly subject: { readonly from: number; readonly to: number }
}

/** More than this in one sentence is not prose; the rest of it is not read, so that time stays linear. */
const CLAUSES_MAX = 16

/** Every clause of the sentence whose words may undertake something, in order. */
export function clausesOf(words: readonly Word[]): readonly Clause[] {
  const clauses: Clause[] = []
  for (let at = 0; at < words.length && clauses.length < CLAUSES_MAX; at++) {
    const found = modalAt(words, at)
    if (found === null) continue
    const subject = found.modal === "let" ? { from: at, to: at } : (found.subject ?? subjectBefore(words, at))
    const verb = readVerb(words, found.next, found.modal === "progressive" || found.isIng === true)
    if (verb === null) continue
    clauses.push({ ...verb, modal: found.modal, modalAt: at, subject })
    if (verb.verbAt > at && found.modal !== "let") at = verb.verbAt
  }
  return clauses
}

type FoundModal = {
  readonly modal: Modal
  readonly next: number
  readonly isIng?: boolean
  readonly subject?: { readonly from: number; readonly to: number }
}

function modalAt(words: readonly Word[], at: number): FoundModal | null {
  const word = words[at]?.text ?? ""
  const simple = SIMPLE[word]
  if (simple !== undefined) return { modal: simple, next: at + 1 }
  if (word === "well" && SPOKEN_WE.has(words[at - 1]?.text ?? "") && readVerb(words, at + 1, false)?.known === true)
    return { modal: "will", next: at + 1, subject: { from: at, to: at + 1 } }
  if (word === "let" || word === "lets" || word === "lemme") return letAt(words, at)
  if (word === "gonna") return { modal: "going", next: at + 1 }
  if (word === "ill" && readVerb(words, at + 1, false)?.known === true)
    return { modal: "will", next: at + 1, subject: { from: at, to: at + 1 } }
  if (BE.has(word)) return beAt(words, at)
  return INTEND.has(word) ? intendAt(words, at) : null
}

const SIMPLE: Readonly<Record<string, Modal>> = {
  will: "will",
  "'ll": "will",
  shall: "will",
  wo: "will",
  sha: "will",
  wll: "will",
  would: "would",
  "'d": "would",
  wd: "would",
  can: "can",
  should: "should",
}
const SPOKEN_WE = new Set(["", ",", ".", "and", "ok", "okay", "so"])
const BE = new Set(["'m", "am", "im", "'re", "are", "is", "'s"])
const INTEND = new Set([
  "plan",
  "plans",
  "intend",
  "intends",
  "mean",
  "promise",
  "promises",
  "undertake",
  "commit",
  "committed",
  "pledge",
  "aim",
])

function letAt(words: readonly Word[], at: number): FoundModal | null {
  const word = words[at]?.text
  const next = words[at + 1]?.text
  if (word === "lets" || word === "lemme") return { modal: "let", next: at + 1 }
  return next === "me" || next === "us" || next === "'s" ? { modal: "let", next: at + 2 } : null
}

function beAt(words: readonly Word[], at: number): FoundModal | null {
  const next = skipAdverbs(words, at + 1)
  const word = words[next]?.text ?? ""
  const merged = words[at]?.text === "im" ? { subject: { from: at, to: at + 1 } } : {}
  if (word === "gonna") return { modal: "going", next: next + 1, ...merged }
  if (word === "going" && words[next + 1]?.text === "to") return { modal: "going", next: next + 2, ...merged }
  if (word === "to" && next === at + 1) return { modal: "going", next: next + 1, ...merged }
  return word.endsWith("ing") ? { modal: "progressive", next, ...merged } : null
}

function intendAt(words: readonly Word[], at: number): FoundModal | null {
  if (words[at + 1]?.text !== "to") return null
  const to = at + 2
  const before = words[at - 1]?.text ?? ""
  const subject =
    before === "'ve" || before === "have" || before === "'re" || before === "are" || before === "'m" || before === "am"
      ? subjectBefore(words, at - 1)
      : undefined
  const isIng = (words[at]?.text ?? "").startsWith("commit") && (words[to]?.text ?? "").endsWith("ing")
  return { modal: "intend", next: to, isIng, ...(subject === undefined ? {} : { subject }) }
}
