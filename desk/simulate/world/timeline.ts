import { pop, push } from "../heap.ts"

/** The one true time of a simulated world, and what is to happen in it. */
export type Timeline = {
  /** Epoch milliseconds, whole ones. */
  now(): number
  /** Has it happen then, or now where that has passed. What is given takes it back. */
  at(milliseconds: number, happen: () => void): () => void
  in(milliseconds: number, happen: () => void): () => void
  /** Moves to the next thing and lets it happen; false when nothing is left before `until`. */
  step(until: number): boolean
}

type Planned = { readonly at: number; readonly id: number; happen: (() => void) | null }

export function openTimeline(start: number): Timeline {
  const heap: Planned[] = []
  let now = start
  let count = 0
  function at(milliseconds: number, happen: () => void): () => void {
    const planned: Planned = { at: Math.max(now, Math.ceil(milliseconds)), id: (count += 1), happen }
    push(heap, planned)
    return () => {
      planned.happen = null
    }
  }
  return {
    now: () => now,
    at,
    in: (milliseconds, happen) => at(now + milliseconds, happen),
    step(until) {
      for (let next = heap[0]; next !== undefined && next.at <= until; next = heap[0]) {
        pop(heap)
        if (next.happen === null) continue
        now = next.at
        next.happen()
        return true
      }
      now = until
      return false
    },
  }
}
