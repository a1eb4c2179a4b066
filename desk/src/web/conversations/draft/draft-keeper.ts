import { NoAnswer } from "../../api.ts"
import type { TabCopy } from "../../ui/tab-copy.ts"
import type { Draft, Kept } from "./draft.ts"
import * as state from "./draft-state.ts"

const PAUSE = 800 // milliseconds from a key to the save; what is typed until then goes with it
const TRY_AGAIN = 4_000 // milliseconds; the desk did not answer

/** What a keeper needs of the world. */
export type KeeperEdge = {
  /** `leaving`: the page may be gone before the answer. */
  readonly save: (body: state.SaveBody, how: { readonly leaving: boolean }) => Promise<Kept>
  /** Calls back after some milliseconds, unless it is stopped. */
  readonly wait: (done: () => void, ms: number) => () => void
  /** This tab's own copy of what the desk does not have yet: it outlives a reload while the desk is away. */
  readonly copy: Copy
}

export type Copy = TabCopy<state.Unsaved>

export type DraftKeeper = {
  readonly view: () => state.DraftView
  readonly onChange: (listener: () => void) => () => void
  readonly change: (draft: Draft) => void
  /** What the desk says it has. */
  readonly hear: (kept: Kept) => void
  /** Saves what is not kept yet. The revision that the words then have; null when they could not be kept. */
  readonly flush: () => Promise<number | null>
  /** The page is about to go: what is not kept is sent off, without waiting. */
  readonly leave: () => void
  /** Its member is signed out: nothing is saved, for it would be somebody else's, until the desk is heard as they are back. */
  readonly rest: () => void
  readonly sent: (revision: number) => void
  readonly choose: (id: string, how: "join" | "swap" | "drop") => Promise<void>
}

/**
 * Keeps a draft with the desk while it is written, and follows what another device of the member writes. Words that the desk
 * does not have are never replaced: they are saved as written on an older revision, and the desk keeps both.
 */
export function keepDraft(edge: KeeperEdge): DraftKeeper {
  const held = holdState(edge.copy)
  const saver = saveInTurn(edge, held)
  return {
    view: held.now,
    onChange: held.onChange,
    change: (draft) => {
      held.set(state.withPart(held.now(), { draft }))
      if (!held.now().isKept) saver.later(PAUSE)
    },
    hear: saver.hear,
    flush: async () => {
      await saver.saveNow()
      return held.now().isKept ? held.now().base : null
    },
    leave: saver.leave,
    rest: saver.rest,
    sent: (revision) => held.set(state.afterSending(held.now(), revision)),
    choose: async (id, how) => {
      if (how === "swap") await saver.saveNow()
      if (how === "swap" && !held.now().isKept) return // what stands there is not kept yet, and must not go
      held.set(state.afterChoosing(held.now(), id, how))
      await saver.saveNow()
    },
  }
}

type Held = ReturnType<typeof holdState>

/** The state, this tab's copy of what is not kept, and who is told of changes. */
function holdState(copy: Copy) {
  let current = state.begun(copy.read())
  const listeners = new Set<() => void>()
  return {
    now: () => current,
    set: (next: state.DraftState) => {
      if (next === current) return
      current = next
      if (next.isKept) copy.remove()
      else copy.write({ draft: state.bodyOf(next).draft, revision: next.base })
      for (const listener of listeners) listener()
    },
    onChange: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** One save after the other: each is written on the revision that the one before was given. */
function saveInTurn({ save, wait }: KeeperEdge, held: Held) {
  let queue: Promise<void> = Promise.resolve()
  let heard: Kept | null = null // while a save was under way
  let isSaving = false
  let isResting = false
  let stop: (() => void) | null = null
  const later = (ms: number) => {
    if (!isResting) stop ??= wait(() => void saveNow(), ms)
  }
  async function saveOnce(how: { readonly leaving: boolean }): Promise<void> {
    const body = state.bodyOf(held.now())
    try {
      const kept = await save(body, how)
      held.set(state.afterSaving(held.now(), body, kept))
    } catch (error) {
      held.set(state.withPart(held.now(), { error }))
    }
  }
  function hear(kept: Kept): void {
    isResting = false
    if (isSaving) {
      heard = kept
      return
    }
    held.set(state.afterHearing(held.now(), kept))
    if (!held.now().isKept) later(PAUSE)
  }
  async function saveIfNeeded(): Promise<void> {
    if (isResting || held.now().isKept) return
    isSaving = true
    await saveOnce({ leaving: false })
    isSaving = false
    if (heard !== null) hear(heard)
    heard = null
    const { error, isKept } = held.now()
    if (error instanceof NoAnswer) later(TRY_AGAIN)
    else if (error === null && !isKept) later(PAUSE)
  }
  function saveNow(): Promise<void> {
    stop?.()
    stop = null
    queue = queue.then(saveIfNeeded)
    return queue
  }
  function leave(): void {
    if (!isResting && !held.now().isKept) void saveOnce({ leaving: true })
  }
  function rest(): void {
    isResting = true
    stop?.()
    stop = null
  }
  return { saveNow, later, hear, leave, rest }
}
