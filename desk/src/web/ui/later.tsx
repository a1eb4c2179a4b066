import { type ComponentType, lazy, Suspense, useEffect, useLayoutEffect } from "react"
import { useKeyStore } from "./keys.tsx"

/**
 * A component that is fetched as soon as the page has been drawn and has nothing else to do: the first page does not
 * wait for it, and it is there when it is wanted. Made once, outside components.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  const Lazy = lazy(async () => ({ default: await load() }))
  return {
    useFetched: () => {
      useEffect(() => {
        const timer = setTimeout(() => void load(), QUIET)
        return () => clearTimeout(timer)
      }, [])
    },
    Shown: (props: P) => (
      <Suspense fallback={<KeysRest />}>
        <Lazy {...props} />
      </Suspense>
    ),
  }
}

/** What is typed while a dialog is fetched is meant for it, and does nothing to the page below. */
function KeysRest() {
  const keys = useKeyStore()
  useLayoutEffect(() => keys.rest(), [keys])
  return null
}

const QUIET = 300 // milliseconds after the first drawing
