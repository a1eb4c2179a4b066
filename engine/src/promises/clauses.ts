import { testOf, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { isDoing } from "./adjunct-openers.ts"
import { subjectBefore } from "./subject.ts"
import { readVerb, skipAdverbs } from "./verb-phrase.ts"
import type { VerbPhrase } from "./verb-phrase.ts"
import { mayBeDeed } from "./verbs.ts"

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
    const word = words[at]
    const found = word === undefined || !mayBeModal(word) ? null : modalAt(words, at)
    if (found === null) continue
    const subject = found.modal === "let" ? { from: at, to: at } : (found.subject ?? subjectBefore(words, at))
    const first = readVerb(words, found.next, found.modal === "progressive" || found.isIng === true)
    const verb = first === null ? null : (cleftVerb(words, first) ?? first)
    if (verb === null) continue
    clauses.push({ ...verb, modal: found.modal, modalAt: at, subject })
    if (verb.verbAt > at && found.modal !== "let") at = verb.verbAt
  }
  return clauses
}

/** "What we'll do is send another". */
function cleftVerb(words: readonly Word[], { verb, verbAt }: VerbPhrase): VerbPhrase | null {
  if (verb !== "do" || !IS.has(textAt(words, verbAt + 1))) return null
  const at = LITTLE.has(textAt(words, verbAt + 2)) ? verbAt + 3 : verbAt + 2
  return mayBeDeed(textAt(words, at)) ? readVerb(words, at, false) : null
}

const IS = wordSet("is 's")
const LITTLE = wordSet("to just")

/** How a clause may undertake something by this word; undefined where it cannot. */
export function undertakesBy(word: string): ModalWord | undefined {
  return MODALS.get(word)
}

const mayBeModal = testOf((word) => MODALS.has(word))

type FoundModal = {
  readonly modal: Modal
  readonly next: number
  readonly isIng?: boolean
  readonly subject?: { readonly from: number; readonly to: number }
}

function modalAt(words: readonly Word[], at: number): FoundModal | null {
  const word = textAt(words, at)
  const modal = MODALS.get(word)
  if (modal === undefined) return null
  if (modal === "be") return beAt(words, at)
  if (word === "ought") return textAt(words, at + 1) === "to" ? { modal: "should", next: at + 2 } : null
  if (modal === "plan") return intendAt(words, at)
  if (modal === "let") return letAt(words, at)
  if (modal === "could") return words.some(({ text }) => CONDITIONS.has(text)) ? { modal: "can", next: at + 1 } : null
  if (modal === "joined") return joinedAt(words, at, word)
  return { modal, next: at + 1 }
}

/** "ill call", "well call": "I'll" and "we'll" with the apostrophe left out. */
function joinedAt(words: readonly Word[], at: number, word: string): FoundModal | null {
  if (word === "well" && !SPOKEN_WE.has(textAt(words, at - 1))) return null
  const subject = { from: at, to: at + 1 }
  if (JOINED_BE.has(word)) return beAt(words, at, subject)
  const isYours = word === "ull" || word === "youll"
  if (!isYours && readVerb(words, at + 1, false)?.known !== true) return null
  return { modal: "will", next: at + 1, subject }
}

const JOINED_BE = wordSet("hes shes theyre youre")

/** Each word that may undertake, and how it is read on. */
const MODALS: ReadonlyMap<string, ModalWord> = new Map([
  ...told("will", "will 'll shall wo sha wll wl wld"),
  ...told("would", "would 'd wd"),
  ...told("can", "can"),
  ...told("could", "could"),
  ...told("should", "should shld shd ought"),
  ...told("going", "gonna"),
  ...told("let", "let lets lemme allow"),
  ...told("joined", "well ill il ull youll theyll itll hes shes theyre youre"),
  ...told("be", "'m am im 're are is 's r"),
  ...told(
    "plan",
    "plan plans planning hope hoping expect expecting agreed decided intend intends mean promise promises undertake commit committed committing pledge aim aiming propose proposing agree guarantee undertaking swear vow endeavour endeavor",
  ),
])

/** "I could do it by Friday if you can spare it": without one it only asks or regrets. */
export const CONDITIONS = wordSet("if provided unless once assuming")

type ModalWord = "could" | "will" | "would" | "can" | "should" | "going" | "let" | "joined" | "be" | "plan"

function told(modal: ModalWord, words: string): readonly (readonly [string, ModalWord])[] {
  return words.split(" ").map((word) => [word, modal] as const)
}

/** "Due to", "lined up to". */
export const ASSIGNED = wordSet("booked due scheduled lined")
const INTENDING = wordSet(
  "planning aiming intending promising proposing committing undertaking hoping expecting looking",
)
const SPOKEN_SUBJECTS = wordSet("we u they you")
const SPOKEN_WE = new Set(["", ",", ".", "and", "ok", "okay", "so"])

function letAt(words: readonly Word[], at: number): FoundModal | null {
  const word = words[at]?.text
  const next = words[at + 1]?.text
  if (word === "allow") return next === "me" && textAt(words, at + 2) === "to" ? { modal: "let", next: at + 3 } : null
  if (word === "lets" || word === "lemme") return { modal: "let", next: at + 1 }
  return next === "me" || next === "us" || next === "'s" ? { modal: "let", next: at + 2 } : null
}

function beAt(words: readonly Word[], at: number, joined?: NonNullable<FoundModal["subject"]>): FoundModal | null {
  const next = skipAdverbs(words, at + 1)
  const word = textAt(words, next)
  const subject = joined ?? (textAt(words, at) === "im" ? { from: at, to: at + 1 } : undefined)
  const merged = subject === undefined ? {} : { subject }
  if (INTENDING.has(word) && textAt(words, next + 1) === "to") return { modal: "intend", next: next + 2, ...merged }
  if (word === "gonna") return { modal: "going", next: next + 1, ...merged }
  if (word === "going" && textAt(words, next + 1) === "to") return { modal: "going", next: next + 2, ...merged }
  if (textAt(words, at) === "r" && !SPOKEN_SUBJECTS.has(textAt(words, at - 1))) return null
  if (ASSIGNED.has(word) && textAt(words, next + 1) === "to" && textAt(words, next + 2) !== "be")
    return { modal: "going", next: next + 2, ...merged }
  if (word === "to" && next === at + 1) return { modal: "going", next: next + 1, ...merged }
  if (textAt(words, at) === "'s" && !isDoing(word)) return null
  return word.endsWith("ing") ? { modal: "progressive", next, ...merged } : null
}

/** "We plan on replacing it". */
const PLANS_ON = wordSet("plan planning intend")

/** "We have agreed to write it off"; "we agreed to meet" is a tale. */
const ADVERBS = wordSet("therefore now also already since just accordingly")
const DECIDED = wordSet("agreed decided")

function intendAt(words: readonly Word[], at: number): FoundModal | null {
  const isOn =
    textAt(words, at + 1) === "on" && PLANS_ON.has(textAt(words, at)) && words[at + 2]?.text.endsWith("ing") === true
  if (textAt(words, at + 1) !== "to" && !isOn) return null
  const to = at + 2
  let last = at - 1
  while (last > 0 && ADVERBS.has(textAt(words, last))) last--
  const before = textAt(words, last)
  const subject =
    before === "'ve" || before === "have" || before === "'re" || before === "are" || before === "'m" || before === "am"
      ? subjectBefore(words, last)
      : undefined
  if (before === "was" || before === "were") return null
  if (DECIDED.has(textAt(words, at)) && before !== "have" && before !== "'ve") return null
  const isIng = isOn || (textAt(words, at).startsWith("commit") && textAt(words, to).endsWith("ing"))
  return { modal: "intend", next: to, isIng, ...(subject === undefined ? {} : { subject }) }
}
