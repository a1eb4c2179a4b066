import { type ComponentType, lazy, Suspense, useEffect } from "react"

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
      <Suspense>
        <Lazy {...props} />
      </Suspense>
    ),
  }
}

const QUIET = 300 // milliseconds after the first drawing
