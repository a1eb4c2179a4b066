import { useRef } from "react"
import { words } from "../words.ts"
import { controlClass } from "./field.tsx"
import { useKeys } from "./keys.tsx"

type Props = {
  readonly label: string
  readonly value: string
  readonly className?: string | undefined
  readonly onChange: (value: string) => void
}

/** Narrows the list of its page. F goes to it, Esc back to where single keys act. */
export function FindField({ label, value, className = "", onChange }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useKeys("page", { F: { label: words.ui.find, run: () => field.current?.focus() } })
  return (
    <input
      ref={field}
      type="search"
      className={`${controlClass} ${className}`}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && value === "") event.currentTarget.blur() // the browser empties it first
      }}
    />
  )
}
