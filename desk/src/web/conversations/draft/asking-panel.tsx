import type { Finding } from "aboveboard-engine"
import { useEffect, useId, useRef, useState, type ReactNode } from "react"
import { Button, TextButton } from "../../ui/button.tsx"
import { TextArea } from "../../ui/field.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { words } from "../../words.ts"
import styles from "./asking-panel.module.css"

const REASON_LENGTH_MIN = 3 // characters, as the desk asks

/** A hold: change the text, or say why it is right. */
export function HoldPanel({
  text,
  findings,
  onOverride,
  onDecide,
  onBack,
}: {
  text: string
  findings: readonly Finding[]
  onOverride: (reason: string) => void
  /** Opens what can be done about one of them: the fact's words, or that it is not about this. */
  onDecide: (finding: Finding) => void
  onBack: () => void
}) {
  const { hold } = words.composer
  const [reason, setReason] = useState("")
  const [tried, setTried] = useState(false)
  const start = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    start.current?.focus()
    start.current?.closest("section")?.querySelector("footer")?.scrollIntoView({ block: "nearest" })
  }, [])
  const short = reason.trim().length < REASON_LENGTH_MIN
  const confirm = () => (short ? setTried(true) : onOverride(reason))
  useKeys("card", {
    "Ctrl+Enter": { label: hold.confirm.toLowerCase(), run: confirm },
    Escape: { label: words.composer.back.toLowerCase(), run: onBack },
  })
  return (
    <Panel title={hold.title} hint={hold.hint} text={text} findings={findings} onDecide={onDecide}>
      <TextArea
        label={hold.reason}
        value={reason}
        rows={2}
        error={tried && short ? hold.short : null}
        onChange={(event) => setReason(event.target.value)}
        ref={start}
      />
      <footer>
        <Button small keys="Ctrl Enter" onClick={confirm}>
          {hold.confirm}
        </Button>
        <Button small kind="quiet" keys="Esc" onClick={onBack}>
          {words.composer.back}
        </Button>
      </footer>
    </Panel>
  )
}

/** Something asks for one more look; nothing is refused. */
export function LookPanel({
  text,
  title,
  told,
  findings,
  onLook,
  onBack,
}: {
  text: string
  title: string
  told?: string
  findings: readonly Finding[]
  onLook: () => void
  onBack: () => void
}) {
  const { look } = words.composer
  const start = useRef<HTMLButtonElement>(null)
  useEffect(() => start.current?.focus(), [])
  useKeys("card", {
    Enter: { label: look.confirm.toLowerCase(), run: onLook },
    "Ctrl+Enter": { label: look.confirm.toLowerCase(), run: onLook, foot: false },
    Escape: { label: words.composer.back.toLowerCase(), run: onBack },
  })
  return (
    <Panel title={title} hint={told ?? null} text={text} findings={findings}>
      <footer>
        <Button ref={start} small kind="main" keys="Enter" onClick={onLook}>
          {look.confirm}
        </Button>
        <Button small kind="quiet" keys="Esc" onClick={onBack}>
          {words.composer.back}
        </Button>
      </footer>
    </Panel>
  )
}

function Panel({
  title,
  hint,
  text,
  findings,
  onDecide,
  children,
}: {
  title: string
  hint: string | null
  /** The draft that the findings are about. */
  text: string
  findings: readonly Finding[]
  onDecide?: (finding: Finding) => void
  children: ReactNode
}) {
  const heading = useId()
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {hint !== null && <p className="mute">{hint}</p>}
      <ul>
        {findings.map((each) => (
          <li key={`${each.rule}${each.start}`}>
            {text !== "" && !each.why.startsWith(`“${text.slice(each.start, each.end)}”`) && (
              <q className="q">{text.slice(each.start, each.end)}</q>
            )}
            {each.why}
            {each.suggestion !== undefined && (
              <span className="mute">
                {" "}
                {words.composer.suggestion} <q className="q">{each.suggestion}</q>
              </span>
            )}{" "}
            {onDecide !== undefined && <TextButton onClick={() => onDecide(each)}>{words.composer.decide}</TextButton>}
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
