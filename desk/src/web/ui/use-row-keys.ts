import { useRef } from "react"
import { useKeys } from "./keys.tsx"

/** J and K move the focus over the rows of a table: the links in it that are marked `data-row`. Gives the ref of its body. */
export function useRowKeys({ next, previous }: { readonly next: string; readonly previous: string }) {
  const body = useRef<HTMLTableSectionElement>(null)
  const move = (step: number) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])]
    const at = links.findIndex((link) => link === document.activeElement)
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
  }
  useKeys("page", {
    J: { label: next, run: () => move(1) },
    K: { label: previous, run: () => move(-1) },
  })
  return body
}
