import { useState } from "react"

/** Which conversations of the list are chosen, as long as they are in it. */
export function useChosenRows(ids: readonly string[]) {
  const [all, setAll] = useState<ReadonlySet<string>>(new Set())
  const chosen = ids.filter((id) => all.has(id))
  return {
    chosen,
    has: (id: string) => all.has(id),
    toggle: (id: string) =>
      setAll(all.has(id) ? new Set(chosen.filter((each) => each !== id)) : new Set([...chosen, id])),
    clear: () => setAll(new Set()),
  }
}
