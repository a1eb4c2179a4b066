import type { z } from "zod"

/** What lies in this tab's storage at one place. */
export type TabCopy<T> = {
  /** Null where nothing is there, or nothing that can be read. */
  readonly read: () => T | null
  readonly write: (next: T) => void
  readonly remove: () => void
}

/**
 * A copy that outlives the page: a reload, an ended session. `place` names its member, so that somebody else who signs in here
 * reads and writes another one. Where storage is full or switched off nothing is kept, and nothing fails.
 */
export function tabCopyAt<T>(place: string, shape: z.ZodType<T>): TabCopy<T> {
  return {
    read: () => {
      try {
        return shape.parse(JSON.parse(sessionStorage.getItem(place) ?? ""))
      } catch {
        return null
      }
    },
    write: (next) => {
      try {
        sessionStorage.setItem(place, JSON.stringify(next))
      } catch {
        // It still lives in the page.
      }
    },
    remove: () => {
      try {
        sessionStorage.removeItem(place)
      } catch {
        // As above.
      }
    },
  }
}
