import { useEffect, useId, useRef } from "react"
import { Button } from "../../ui/button.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { instantOf, moment } from "../../ui/time.ts"
import { useNow } from "../../edge.tsx"
import { useHere } from "../../here.tsx"
import { words } from "../../words.ts"
import type { ShownMessage } from "../use-conversation.ts"
import styles from "./asking-panel.module.css"

type Props = {
  readonly customer: string
  /** The newest of theirs. */
  readonly message: ShownMessage | undefined
  readonly onSend: () => void
  readonly onBack: () => void
}

/** The customer wrote meanwhile: what they wrote, and one key to send anyway or to go back to the text. */
export function NewerPanel({ customer, message, onSend, onBack }: Props) {
  const { newer, back } = words.composer
  const { zone } = useHere()
  const now = useNow()
  const heading = useId()
  const start = useRef<HTMLButtonElement>(null)
  useEffect(() => start.current?.focus(), [])
  useKeys("card", {
    Enter: { label: newer.send.toLowerCase(), run: onSend },
    "Ctrl+Enter": { label: newer.send.toLowerCase(), run: onSend, foot: false },
    Escape: { label: back.toLowerCase(), run: onBack },
  })
  const at = instantOf(message?.at ?? null)
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <h3 id={heading}>{newer.title(customer)}</h3>
      <p className="mute">{newer.hint}</p>
      {message !== undefined && (
        <blockquote className={styles.said}>
          <p className="q">{ownWords(message)}</p>
          <p className="x mute">
            {[message.by.name ?? customer, at === null ? "" : moment(at, { zone, now })].filter(Boolean).join(", ")}
          </p>
        </blockquote>
      )}
      <footer>
        <Button ref={start} small kind="main" keys="Enter" onClick={onSend}>
          {newer.send}
        </Button>
        <Button small kind="quiet" keys="Esc" onClick={onBack}>
          {back}
        </Button>
      </footer>
    </section>
  )
}

function ownWords({ text, own }: ShownMessage): string {
  if (text === null) return ""
  return own.length === 0 ? text : own.map(({ start, end }) => text.slice(start, end)).join("\n")
}
