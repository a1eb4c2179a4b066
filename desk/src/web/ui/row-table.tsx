import { type ReactNode, useRef } from "react"
import { useKeys } from "./keys.tsx"
import { words } from "../words.ts"
import page from "./page.module.css"

type Props = {
  readonly columns: readonly string[]
  /** The last column holds a number, which stands at the end of the line. */
  readonly counted?: boolean
  readonly children: ReactNode
}

/** A list as a table; J and K move the focus over its rows: the links in it that are marked `data-row`. */
export function RowTable({ columns, counted = false, children }: Props) {
  const body = useRef<HTMLTableSectionElement>(null)
  const move = (step: number) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])]
    const at = links.findIndex((link) => link === document.activeElement)
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
  }
  useKeys("page", {
    J: { label: words.ui.move, run: () => move(1) },
    K: { label: words.ui.move, run: () => move(-1) },
  })
  return (
    <table className={page.table} data-counted={counted || undefined}>
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
