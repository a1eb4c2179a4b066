import { NoAnswer } from "../../api.ts"
import { type Draft, EMPTY_DRAFT, type Kept, type StoredDraft, draftOf, isSame, joined, storedOf } from "./draft.ts"

export const PAUSE = 800 // milliseconds from a key to the save; what is typed until then goes with it
const TRY_AGAIN = 4_000 // milliseconds; the desk did not answer
const UNKNOWN = 0 // no revision that there is: what stands there goes to the other versions

export type SaveBody = {
  readonly draft: StoredDraft | null
  readonly revision: number
  readonly settles?: string[]
}

/** What a keeper needs of the world. */
export type KeeperEdge = {
  /** `leaving`: the page may be gone before the answer. */
  readonly save: (body: SaveBody, how: { readonly leaving: boolean }) => Promise<Kept>
  /** Calls back after some milliseconds, unless it is stopped. */
  readonly wait: (done: () => void, ms: number) => () => void
  /** This tab's own copy of what the desk does not have yet: it outlives a reload while the desk is away. */
  readonly copy: Copy
}

export type Unsaved = { readonly draft: StoredDraft | null; readonly revision: number }
export type Copy = {
  readonly read: () => Unsaved | null
  readonly write: (unsaved: Unsaved) => void
  readonly remove: () => void
}

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

export type DraftKeeper = ReturnType<typeof keepDraft>

type State = DraftView & {
  /** What the desk had at `base`. */
  readonly known: StoredDraft | null
  readonly base: number
  readonly settles: readonly string[]
}

/**
 * Keeps a draft with the desk while it is written, and follows what another device of the member writes. Words that the desk
 * does not have are never replaced: they are saved as written on an older revision, and the desk keeps both.
 */
export function keepDraft({ save, wait, copy }: KeeperEdge) {
  let state = begun(copy.read())
  let queue: Promise<void> = Promise.resolve()
  let isSaving = false
  let heard: Kept | null = null // while a save was under way
  let stop: (() => void) | null = null
  const listeners = new Set<() => void>()

  const isDirty = () => state.settles.length > 0 || !isSame(storedOf(state.draft), state.known)
  function set(part: Partial<State>): void {
    state = { ...state, ...part }
    state = { ...state, isKept: !isDirty() }
    if (state.isKept) copy.remove()
    else copy.write({ draft: storedOf(state.draft), revision: state.base })
    for (const listener of listeners) listener()
  }
  function later(ms: number): void {
    stop ??= wait(() => void saveNow(), ms)
  }
  function take(kept: Kept): void {
    const { draft: known, revision: base, others, changedAt: keptAt } = kept
    if (base < state.base) return
    const isMine = isSame(storedOf(state.draft), known)
    if (isMine || !isDirty()) {
      set({ known, base, others, keptAt, ...(isMine ? {} : { draft: draftOf(known) }) })
    } else {
      // Not replaced. The base stays where it was, so that the desk sees what this device has not known.
      set(base === state.base ? { known, others, keptAt } : { others })
      later(PAUSE)
    }
  }
  async function saveOnce(leaving: boolean): Promise<void> {
    const [draft, settles] = [storedOf(state.draft), state.settles]
    try {
      const kept = await save({ draft, revision: state.base, settles: [...settles] }, { leaving })
      const isUnchanged = isSame(storedOf(state.draft), draft)
      set({
        known: kept.draft,
        base: kept.revision,
        others: kept.others,
        keptAt: kept.changedAt,
        error: null,
        settles: state.settles.filter((each) => !settles.includes(each)),
        ...(isUnchanged && !isSame(kept.draft, draft) ? { draft: draftOf(kept.draft) } : {}),
      })
    } catch (error) {
      set({ error })
    }
  }
  async function saveIfDirty(): Promise<void> {
    if (!isDirty()) return
    isSaving = true
    await saveOnce(false)
    isSaving = false
    if (heard !== null) take(heard)
    heard = null
    if (state.error instanceof NoAnswer) later(TRY_AGAIN)
    else if (state.error === null && isDirty()) later(PAUSE)
  }
  /** One save after the other: each is written on the revision that the one before was given. */
  function saveNow(): Promise<void> {
    stop?.()
    stop = null
    queue = queue.then(saveIfDirty)
    return queue
  }
  return {
    view: (): DraftView => state,
    onChange: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change: (draft: Draft) => {
      set({ draft })
      if (isDirty()) later(PAUSE)
    },
    /** What the desk says it has. */
    hear: (kept: Kept) => {
      if (isSaving) heard = kept
      else take(kept)
    },
    /** Saves what is not kept yet. The revision that the words then have; null when they could not be kept. */
    flush: async (): Promise<number | null> => {
      await saveNow()
      return isDirty() ? null : state.base
    },
    /** The page is about to go: what is not kept is sent off, without waiting. */
    leave: () => {
      if (isDirty()) void saveOnce(true)
    },
    /** It was sent, and the desk emptied it with the message. */
    sent: (revision: number) => set({ draft: EMPTY_DRAFT, known: null, base: revision + 1, error: null }),
    /** One of the other versions: below the words, in their place (which are kept then), or not at all. */
    settle: async (id: string, how: "join" | "swap" | "drop"): Promise<void> => {
      const other = state.others.find((each) => each.id === id)
      if (other === undefined) return
      if (how === "swap") {
        await saveNow()
        if (isDirty()) return // what stands there is not kept yet, and must not go
        set({ draft: draftOf(other.draft), base: UNKNOWN, settles: [id] })
      } else {
        const draft = how === "join" ? joined(state.draft, other.draft) : state.draft
        set({ draft, settles: [...state.settles, id] })
      }
      await saveNow()
    },
  }
}

function begun(copy: Unsaved | null): State {
  const nothing = { others: [], keptAt: null, error: null, settles: [], known: null }
  if (copy === null) return { ...nothing, draft: EMPTY_DRAFT, base: 0, isKept: true }
  return { ...nothing, draft: draftOf(copy.draft), base: copy.revision, isKept: false }
}
