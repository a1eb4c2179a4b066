import { useEffect } from "react"
import { readFact } from "../../contract/facts.ts"
import { useRead } from "../queries.ts"
import type { Fact } from "./fact-data.ts"
import { factRowId } from "./fact-table.tsx"

type Input = {
  readonly items: readonly Fact[]
  readonly openId: string | null
  /** Nothing was filtered out: what is not among them is further down than what was loaded, or retired. */
  readonly isUnfiltered: boolean
}

/** The rows, the opened one among them and in view, wherever in the book a link led. */
export function useLinkedFact({ items, openId, isUnfiltered }: Input): readonly Fact[] {
  const isListed = openId === null || items.some(({ id }) => id === openId)
  const params = { factId: openId ?? "" }
  const linked = useRead(readFact, { params }, { enabled: isUnfiltered && !isListed, keepPrevious: false }).data
  const shown = isListed || linked === undefined ? items : [linked, ...items]
  const isShown = shown.some(({ id }) => id === openId)
  useEffect(() => {
    if (openId !== null && isShown) document.getElementById(factRowId(openId))?.scrollIntoView({ block: "nearest" })
  }, [openId, isShown])
  return shown
}
