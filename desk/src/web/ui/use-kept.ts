import { useCallback, useState } from "react"
import type { z } from "zod"

/**
 * State that outlives what shows it: an ended session, a reload, a page that is left. It lies in this tab's storage at
 * `place`, which names its member, until it is forgotten. What is there and cannot be read counts as nothing.
 */
export function useKept<T>(place: string, shape: z.ZodType<T>, begun: T) {
  const [before] = useState(() => readKept(place, shape))
  const [state, setState] = useState<T>(before ?? begun)
  const set = useCallback(
    (next: T) => {
      setState(next)
      try {
        sessionStorage.setItem(place, JSON.stringify(next))
      } catch {
        // Storage is full or switched off: it still lives in the page.
      }
    },
    [place],
  )
  const forget = useCallback(() => {
    try {
      sessionStorage.removeItem(place)
    } catch {
      // As above.
    }
  }, [place])
  return { state, set, forget, isFromBefore: before !== null }
}

function readKept<T>(place: string, shape: z.ZodType<T>): T | null {
  try {
    return shape.parse(JSON.parse(sessionStorage.getItem(place) ?? ""))
  } catch {
    return null // nothing kept, or not readable
  }
}
