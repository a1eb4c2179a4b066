import type { z } from "zod"
import type { draft, writeDraft } from "../../../contract/drafts.ts"
import { canonical } from "../../../ledger/chain.ts"
import type { DeclineInput } from "../../decline/use-decline.ts"
import type { RecommendationInput } from "../../needs/use-recommendation.ts"
import type { Decision } from "./decisions.ts"

export type StoredDraft = z.output<typeof draft>
/** What the desk keeps of it, with what other devices wrote beside it. */
export type Kept = z.output<typeof writeDraft.answer>

/** What a member is writing in one conversation. */
export type Draft = {
  /** What the desk keeps as `words`. */
  readonly text: string
  readonly subject?: string | undefined
  readonly cc: readonly string[]
  readonly bcc: readonly string[]
  /** Ids of stored attachments. */
  readonly attachments: readonly string[]
  readonly decisions: readonly Decision[]
  /** Open promises that the message keeps. */
  readonly keeps: readonly string[]
  /** The no that the message says; recorded with it. */
  readonly decline?: DeclineInput | undefined
  /** The saved reply that it was made from. */
  readonly replyId?: string | undefined
  /** What the message recommends; recorded with it. */
  readonly recommendation?: RecommendationInput | undefined
}

export const EMPTY_DRAFT: Draft = { text: "", cc: [], bcc: [], attachments: [], decisions: [], keeps: [] }

export function draftOf(stored: StoredDraft | null): Draft {
  if (stored === null) return EMPTY_DRAFT
  const { words, ...rest } = stored
  return { ...rest, text: words }
}

/** Null where nothing is written: an empty draft is none. */
export function storedOf({ text, cc, bcc, attachments, decisions, keeps, ...rest }: Draft): StoredDraft | null {
  const lists = { cc: [...cc], bcc: [...bcc], attachments: [...attachments], keeps: [...keeps] }
  const isEmpty = isSame({ ...rest, ...lists, words: text.trim(), decisions: [] }, NOTHING)
  return isEmpty ? null : { ...rest, ...lists, words: text, decisions: [...decisions] }
}

const NOTHING: StoredDraft = { words: "", cc: [], bcc: [], attachments: [], keeps: [], decisions: [] }

/** Whether nothing is written; a draft with nothing but copies that nobody chose is none. */
export function isUntouched(draft: Draft): boolean {
  return storedOf({ ...draft, cc: [] }) === null
}

export function isSame(one: StoredDraft | null, other: StoredDraft | null): boolean {
  return canonical(one) === canonical(other)
}

/** Both drafts in one: the other's words come below, and who and what it names besides is added. */
export function joined(draft: Draft, other: StoredDraft): Draft {
  const { text } = draft
  return {
    ...other,
    ...draft,
    text: text.trim() === "" ? other.words : `${text.trimEnd()}\n\n${other.words}`,
    cc: [...new Set([...draft.cc, ...other.cc])],
    bcc: [...new Set([...draft.bcc, ...other.bcc])],
    attachments: [...new Set([...draft.attachments, ...other.attachments])],
    keeps: [...new Set([...draft.keeps, ...other.keeps])],
  }
}
