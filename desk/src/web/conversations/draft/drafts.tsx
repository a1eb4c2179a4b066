import { type ReactNode, createContext, useContext, useEffect, useState } from "react"
import type { DraftKeeper } from "./draft-keeper.ts"

/** The drafts that were opened in this tab. They are kept on while other pages are looked at. */
export type Drafts = {
  readonly of: (key: string, open: () => DraftKeeper) => DraftKeeper
  /** False when something could not be kept. */
  readonly flushAll: () => Promise<boolean>
  /** Nobody is signed in: what is not kept stays in this tab for its member. */
  readonly restAll: () => void
}

const DraftsContext = createContext<Drafts | null>(null)

export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext)
  if (drafts === null) throw new Error("drafts are used outside their provider")
  return drafts
}

export function DraftsProvider({ children }: { children: ReactNode }) {
  const [{ drafts, all }] = useState(openDrafts)
  useEffect(() => {
    const leave = () => {
      for (const keeper of all()) keeper.leave()
    }
    // Only words that the desk would not take: everything else is kept when the page goes.
    const ask = (event: BeforeUnloadEvent) => {
      if (all().some((keeper) => !keeper.view().isKept && keeper.view().error !== null)) event.preventDefault()
    }
    window.addEventListener("pagehide", leave)
    window.addEventListener("beforeunload", ask)
    return () => {
      window.removeEventListener("pagehide", leave)
      window.removeEventListener("beforeunload", ask)
    }
  }, [all])
  return <DraftsContext value={drafts}>{children}</DraftsContext>
}

function openDrafts() {
  const keepers = new Map<string, DraftKeeper>()
  const drafts: Drafts = {
    of: (key, open) => {
      const keeper = keepers.get(key) ?? open()
      keepers.set(key, keeper)
      return keeper
    },
    flushAll: async () => {
      const kept = await Promise.all([...keepers.values()].map((keeper) => keeper.flush()))
      return !kept.includes(null)
    },
    restAll: () => {
      for (const keeper of keepers.values()) keeper.rest()
    },
  }
  return { drafts, all: () => [...keepers.values()] }
}
