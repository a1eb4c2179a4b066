import { useState } from "react"
import { useKeys } from "../ui/keys.tsx"
import { words } from "../words.ts"
import type { Fact } from "./fact-data.ts"
import type { FactDialog } from "./fact-dialogs.tsx"
import { factRowId } from "./fact-table.tsx"
import { useFactActs } from "./use-fact-acts.ts"

type Input = {
  readonly items: readonly Fact[]
  readonly openId: string | null
  readonly onOpen: (id: string | null) => void
  readonly onDialog: (dialog: FactDialog) => void
  readonly onFind: () => void
}

const { keys } = words.facts

/** Which row is chosen, and the keys that move and act on it. */
export function useFactKeys({ items, openId, onOpen, onDialog, onFind }: Input) {
  const [wanted, setWanted] = useState<string | null>(openId)
  const index = Math.max(
    0,
    items.findIndex(({ id }) => id === wanted),
  )
  const chosen = items[index] ?? null
  const acts = useFactActs(chosen)
  const move = (step: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, index + step))]
    if (next === undefined) return
    setWanted(next.id)
    requestAnimationFrame(() => document.getElementById(factRowId(next.id))?.focus())
  }
  useKeys("page", {
    a: { label: keys.add, run: () => onDialog({ kind: "add" }) },
    i: { label: keys.import, run: () => onDialog({ kind: "import" }), foot: false },
    p: { label: keys.propose, run: () => onDialog({ kind: "propose" }), foot: false },
    f: { label: keys.find, run: onFind },
    ...(chosen === null
      ? {}
      : {
          j: { label: keys.move, run: () => move(1) },
          k: { label: keys.move, run: () => move(-1) },
          ArrowDown: { label: keys.move, run: () => move(1), foot: false },
          ArrowUp: { label: keys.move, run: () => move(-1), foot: false },
        }),
  })
  useKeys(
    "row",
    chosen === null
      ? {}
      : {
          Enter: { label: keys.open, run: () => onOpen(chosen.id === openId ? null : chosen.id) },
          ...(acts.canConfirm ? { c: { label: keys.confirm, run: acts.confirm } } : {}),
          ...(chosen.standing === "retired"
            ? {}
            : { v: { label: keys.version, run: () => onDialog({ kind: "version", fact: chosen }) } }),
          ...(acts.canDecide && chosen.waiting > 0 ? { y: { label: keys.approve, run: acts.approve } } : {}),
          ...(openId === null ? {} : { Escape: { label: keys.open, run: () => onOpen(null), foot: false } }),
        },
  )
  return { chosenId: chosen?.id ?? null, choose: setWanted }
}
