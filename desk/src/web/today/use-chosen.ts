import { useCallback, useMemo, useState } from "react"
import { usePromiseKeys } from "../promise/use-promise-keys.ts"
import { useKeys } from "../ui/keys.tsx"
import { words } from "../words.ts"
import { rowId } from "./board-row.tsx"
import { instantOf } from "../ui/time.ts"
import type { Groups } from "./board.tsx"
import type { AtRisk } from "./use-at-risk.ts"

/** Which row is chosen, and the keys that move and act on it. The first row is chosen until the reader chooses. */
export function useChosen(groups: Groups, atRisk: AtRisk) {
  const promises = useMemo(() => groups.flatMap(({ lines }) => lines.map(({ promise }) => promise)), [groups])
  const [wanted, setWanted] = useState<{ id: string; index: number } | null>(null)
  const index = chosenIndex(promises, wanted)
  const choose = useCallback(
    (id: string) =>
      setWanted((before) => (before?.id === id ? before : { id, index: promises.findIndex((each) => each.id === id) })),
    [promises],
  )
  const move = (step: number) => {
    const next = promises[Math.min(promises.length - 1, Math.max(0, index + step))]
    if (next === undefined) return
    choose(next.id)
    requestAnimationFrame(() => document.getElementById(rowId(next.id))?.focus())
  }
  useKeys(
    "page",
    promises.length === 0
      ? {}
      : {
          j: { label: words.today.keys.move, run: () => move(1) },
          k: { label: words.today.keys.move, run: () => move(-1) },
          ArrowDown: { label: words.today.keys.move, run: () => move(1), foot: false },
          ArrowUp: { label: words.today.keys.move, run: () => move(-1), foot: false },
        },
  )
  const chosen = promises[index] ?? null
  usePromiseKeys("row", chosen, chosen === null ? null : instantOf(atRisk.get(chosen.id)?.honest))
  return { chosenId: promises[index]?.id ?? null, choose }
}

/** When the chosen one has left the board, the one that took its place. */
function chosenIndex(
  promises: readonly { readonly id: string }[],
  wanted: { id: string; index: number } | null,
): number {
  if (wanted === null) return 0
  const index = promises.findIndex((each) => each.id === wanted.id)
  return index >= 0 ? index : Math.min(wanted.index, promises.length - 1)
}
