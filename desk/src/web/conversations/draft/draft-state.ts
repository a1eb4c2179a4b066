import { type Draft, EMPTY_DRAFT, type Kept, type StoredDraft, draftOf, isSame, joined, storedOf } from "./draft.ts"

const UNKNOWN = 0 // no revision that there is: what stands on the desk goes to the other versions

/** What is seen of a draft. */
export type DraftView = {
  readonly draft: Draft
  readonly others: Kept["others"]
  /** When the desk last kept it; null before that. */
  readonly keptAt: string | null
  readonly isKept: boolean
  /** Why it is not kept; null while all is well. */
  readonly error: unknown
}

/** A draft as this device has it, beside what it knows of the desk's. */
export type DraftState = DraftView & {
  /** What the desk had at `base`. */
  readonly known: StoredDraft | null
  readonly base: number
  /** Other versions that the next save settles. */
  readonly settles: readonly string[]
}

export type Unsaved = { readonly draft: StoredDraft | null; readonly revision: number }
export type SaveBody = Unsaved & { readonly settles: string[] }

/** Empty until the desk is heard, or what this tab has not saved yet. */
export function begun(copy: Unsaved | null): DraftState {
  const nothing = { others: [], keptAt: null, error: null, settles: [], known: null }
  if (copy === null) return { ...nothing, draft: EMPTY_DRAFT, base: UNKNOWN, isKept: true }
  return { ...nothing, draft: draftOf(copy.draft), base: copy.revision, isKept: false }
}

export function withPart(state: DraftState, part: Partial<DraftState>): DraftState {
  const next = { ...state, ...part }
  return { ...next, isKept: next.settles.length === 0 && isSame(storedOf(next.draft), next.known) }
}

export function bodyOf(state: DraftState): SaveBody {
  return { draft: storedOf(state.draft), revision: state.base, settles: [...state.settles] }
}

/** What the desk says it has. Words that it does not have are not replaced. */
export function afterHearing(state: DraftState, kept: Kept): DraftState {
  const { draft: known, revision: base, others, changedAt: keptAt } = kept
  if (base < state.base) return state
  const isMine = isSame(storedOf(state.draft), known)
  if (isMine || state.isKept) {
    return withPart(state, { known, base, others, keptAt, ...(isMine ? {} : { draft: draftOf(known) }) })
  }
  // The base stays where it was, so that the desk sees what this device has not known.
  return withPart(state, base === state.base ? { known, others, keptAt } : { others })
}

/** What the desk answered to a save; what was typed meanwhile stays. */
export function afterSaving(state: DraftState, { draft, settles }: SaveBody, kept: Kept): DraftState {
  const isUnchanged = isSame(storedOf(state.draft), draft)
  return withPart(state, {
    known: kept.draft,
    base: kept.revision,
    others: kept.others,
    keptAt: kept.changedAt,
    error: null,
    settles: state.settles.filter((each) => !settles.includes(each)),
    ...(isUnchanged && !isSame(kept.draft, draft) ? { draft: draftOf(kept.draft) } : {}),
  })
}

/** It was sent, and the desk emptied it with the message. */
export function afterSending(state: DraftState, revision: number): DraftState {
  return withPart(state, { draft: EMPTY_DRAFT, known: null, base: revision + 1, error: null })
}

/** One of the other versions: below the words, in their place (which are kept then), or not at all. */
export function afterChoosing(state: DraftState, id: string, how: "join" | "swap" | "drop"): DraftState {
  const other = state.others.find((each) => each.id === id)
  if (other === undefined) return state
  const settles = [...state.settles, id]
  switch (how) {
    case "join":
      return withPart(state, { draft: joined(state.draft, other.draft), settles })
    case "swap":
      return withPart(state, { draft: draftOf(other.draft), base: UNKNOWN, settles })
    case "drop":
      return withPart(state, { settles })
    default:
      throw new Error(`unknown choice ${how satisfies never}`)
  }
}
