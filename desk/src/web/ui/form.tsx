import type { CSSProperties, ReactNode } from "react"
import page from "./page.module.css"

type Props = {
  readonly onSubmit: () => void
  /** Its fields stand in one line, as far as there is room, instead of below one another. */
  readonly inLine?: boolean
  readonly style?: CSSProperties
  readonly children: ReactNode
}

/** A form in a page: Enter in a field submits it, and what is wrong is said by the field, not by the browser. */
export function Form({ onSubmit, inLine = false, style, children }: Props) {
  return (
    <form
      noValidate
      className={inLine ? page.row : page.form}
      style={style}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
