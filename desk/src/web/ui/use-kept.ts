import { useState } from "react"
import type { z } from "zod"
import { tabCopyAt } from "./tab-copy.ts"

/** State that outlives what shows it: an ended session, a reload, a page that is left. It lies in this tab's storage until it is forgotten. */
export function useKept<T>(place: string, shape: z.ZodType<T>, begun: T) {
  const [copy] = useState(() => tabCopyAt(place, shape))
  const [before] = useState(copy.read)
  const [state, setState] = useState<T>(before ?? begun)
  const set = (next: T) => {
    setState(next)
    copy.write(next)
  }
  return { state, set, forget: copy.remove, isFromBefore: before !== null }
}
