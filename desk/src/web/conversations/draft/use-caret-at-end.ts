import { type RefObject, useLayoutEffect } from "react"

/** Who comes back to what they were writing goes on at its end; the browser would begin before the first word. */
export function useCaretAtEnd(field: RefObject<HTMLTextAreaElement | null>): void {
  useLayoutEffect(() => {
    const { current } = field
    if (current !== document.activeElement) current?.setSelectionRange(current.value.length, current.value.length)
  }, [field])
}
