import { canonical } from "./chain.ts"

/** What a person can lose of a draft. */
export type Written = {
  readonly words: string
  readonly cc: readonly string[]
  readonly bcc: readonly string[]
  readonly attachments: readonly string[]
}

export type OtherVersion<Draft> = { readonly id: string; readonly draft: Draft; readonly at: string }

/** What is kept of one member's draft in one conversation. */
export type KeptDraft<Draft> = {
  readonly draft: Draft | null
  readonly revision: number
  readonly changedAt: string | null
  readonly others: readonly OtherVersion<Draft>[]
}

export type DraftSave<Draft> = {
  readonly draft: Draft | null
  /** The revision that the device wrote on. */
  readonly revision: number
  readonly settles?: readonly string[] | undefined
}

export const NO_DRAFT = { draft: null, revision: 0, changedAt: null, others: [] } as const

/**
 * What is kept once a device has saved. A device that did not know the newest revision takes the draft's place, and what
 * stood there goes to the other versions, unless the new words hold all of it: no text of a person is overwritten unseen.
 * One that emptied what it did not know changes nothing. The same object when nothing changes.
 */
export function afterSave<Draft extends Written>(
  kept: KeptDraft<Draft>,
  save: DraftSave<Draft>,
  { at, id }: { readonly at: string; readonly id: string },
): KeptDraft<Draft> {
  const settles = new Set(save.settles)
  const left = kept.others.filter((other) => !settles.has(other.id))
  const isUnseen = save.revision !== kept.revision && kept.draft !== null && !same(kept.draft, save.draft)
  if (isUnseen && save.draft === null) return settled(kept, left, at)
  const { draft } = save
  if (same(kept.draft, draft)) return settled(kept, left, at)
  const aside = isUnseen && kept.draft !== null ? [{ id, draft: kept.draft, at: kept.changedAt ?? at }] : []
  const others = [...left, ...aside].filter((other) => !holds(draft, other.draft))
  return { draft, revision: kept.revision + 1, changedAt: at, others }
}

/**
 * What is kept where two drafts of a member come together: the one that stood there, with the other beside it. The revision is
 * one that no device knows, so that none writes over what it has not seen.
 */
export function afterJoining<Draft extends Written>(
  kept: KeptDraft<Draft>,
  coming: KeptDraft<Draft>,
  { at, id }: { readonly at: string; readonly id: string },
): KeptDraft<Draft> {
  const revision = Math.max(kept.revision, coming.revision) + 1
  const others = [...kept.others, ...coming.others]
  if (kept.draft === null) return { draft: coming.draft, revision, changedAt: at, others }
  const aside = coming.draft === null ? [] : [{ id, draft: coming.draft, at: coming.changedAt ?? at }]
  return { draft: kept.draft, revision, changedAt: at, others: [...others, ...aside] }
}

function settled<Draft>(kept: KeptDraft<Draft>, others: readonly OtherVersion<Draft>[], at: string): KeptDraft<Draft> {
  return others.length === kept.others.length ? kept : { ...kept, revision: kept.revision + 1, changedAt: at, others }
}

function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function holds(draft: Written | null, other: Written): boolean {
  if (draft === null) return false
  const lists = (["cc", "bcc", "attachments"] as const).every((name) =>
    other[name].every((each) => draft[name].includes(each)),
  )
  return lists && draft.words.includes(other.words.trim())
}
