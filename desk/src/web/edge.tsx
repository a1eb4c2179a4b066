import { createContext, useContext, useSyncExternalStore } from "react"

/** What only the outermost file knows: the clock and fresh keys. Everything else gets them from here. */
export type Edge = {
  readonly clock: Clock
  /** A new idempotency key. */
  readonly newKey: () => string
}

export type Clock = {
  readonly now: () => Temporal.Instant
  /** The start of the current minute: the same object until the minute ends, so that a page can be drawn from it. */
  readonly minute: () => Temporal.Instant
  /** Calls back at the start of each minute; the answer stops it. */
  readonly onMinute: (listener: () => void) => () => void
}

const EdgeContext = createContext<Edge | null>(null)

export const EdgeProvider = EdgeContext.Provider

export function useEdge(): Edge {
  const edge = useContext(EdgeContext)
  if (edge === null) throw new Error("the app was drawn outside its edge")
  return edge
}

/** The current minute; what uses it is drawn again when the minute ends. */
export function useNow(): Temporal.Instant {
  const { clock } = useEdge()
  return useSyncExternalStore(clock.onMinute, clock.minute)
}
