import { type RefObject, useEffect, useState } from "react"

/** Whether the focus is on an element or in it. */
export function useFocusWithin(place: RefObject<HTMLElement | null>): boolean {
  const [isWithin, setWithin] = useState(false)
  useEffect(() => {
    const node = place.current
    if (node === null) return
    const enter = () => setWithin(true)
    const leave = (event: FocusEvent) =>
      setWithin(event.relatedTarget instanceof Node && node.contains(event.relatedTarget))
    node.addEventListener("focusin", enter)
    node.addEventListener("focusout", leave)
    return () => {
      node.removeEventListener("focusin", enter)
      node.removeEventListener("focusout", leave)
    }
  }, [place])
  return isWithin
}
