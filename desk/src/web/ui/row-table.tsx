import { type ReactNode, useRef } from "react"
import { useKeys } from "./keys.tsx"
import page from "./page.module.css"

type Props = {
  readonly columns: readonly string[]
  readonly keys: { readonly next: string; readonly previous: string }
  readonly children: ReactNode
}

/** A list as a table; J and K move the focus over its rows: the links in it that are marked `data-row`. */
export function RowTable({ columns, keys, children }: Props) {
  const body = useRef<HTMLTableSectionElement>(null)
  const move = (step: number) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])]
    const at = links.findIndex((link) => link === document.activeElement)
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
  }
  useKeys("page", {
    J: { label: keys.next, run: () => move(1) },
    K: { label: keys.previous, run: () => move(-1) },
  })
  return (
    <table className={page.table}>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>{children}</tbody>
    </table>
  )
}
