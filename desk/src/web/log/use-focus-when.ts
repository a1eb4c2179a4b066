import { useEffect, useRef } from "react"

/** Focuses a field as soon as what comes before it is settled. */
export function useFocusWhen<T extends HTMLElement>(isSettled: boolean) {
  const field = useRef<T>(null)
  useEffect(() => {
    if (isSettled) field.current?.focus()
  }, [isSettled])
  return field
}
