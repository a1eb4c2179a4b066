import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { readTyped, showValue } from "../../ledger/fact-value.ts"
import type { ProposedFact } from "../../ledger/propose-facts.ts"
import { Button } from "../ui/button.tsx"
import { TextArea, TextField } from "../ui/field.tsx"
import { useKeys } from "../ui/keys.tsx"
import { words } from "../words.ts"
import styles from "./facts.module.css"

const told = words.facts.propose

type Props = {
  readonly proposal: ProposedFact
  readonly of: string
  readonly does: string
  readonly busy: boolean
  /** `statement`: the sentence that a customer may be told. */
  readonly onAccept: (proposal: ProposedFact & { readonly statement: string }) => void
  readonly onPass: () => void
}

type Said = {
  readonly subject: string
  readonly attribute: string
  readonly value: string
  /** The sentence that a customer may be told. */
  readonly statement: string
}

/** One proposed fact with its line: Y takes it, N passes it over, E changes it first. */
export function ProposalCard({ proposal, of, does, busy, onAccept, onPass }: Props) {
  const [isEdited, setEdited] = useState(false)
  const [said, setSaid] = useState<Said>(() => {
    const { subject, attribute, shown, line } = proposal
    return { subject, attribute, value: shown, statement: line } // the line itself: it is what the shop says
  })
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  const accept = () => {
    const { value, ...rest } = said
    const read = value === proposal.shown ? proposal.value : (readTyped(value) ?? proposal.value)
    onAccept({ ...proposal, ...rest, value: read, shown: showValue(read) })
  }
  useKeys("card", {
    y: { label: does.toLowerCase(), run: accept },
    n: { label: told.pass.toLowerCase(), run: onPass },
    e: { label: told.edit.toLowerCase(), run: () => setEdited(true) },
  })
  return (
    <section ref={place} tabIndex={-1} className={styles.proposal} aria-label={of}>
      <p className="mute x">{of}</p>
      <q className="q">{proposal.line}</q>
      {isEdited ? (
        <SaidFields said={said} onChange={setSaid} onAccept={accept} />
      ) : (
        <p className={styles.proposed}>
          {said.subject}, {said.attribute}: <b>{said.value}</b>
        </p>
      )}
      <p className={styles.acts}>
        <Button kind="main" keys={isEdited ? "Enter" : "Y"} held={busy} onClick={accept}>
          {does}
        </Button>
        <Button {...(isEdited ? {} : { keys: "N" })} onClick={onPass}>
          {told.pass}
        </Button>
        {!isEdited && (
          <Button kind="quiet" keys="E" onClick={() => setEdited(true)}>
            {told.edit}
          </Button>
        )}
      </p>
    </section>
  )
}

type FieldsProps = {
  readonly said: Said
  readonly onChange: (said: Said) => void
  readonly onAccept: () => void
}

function SaidFields({ said, onChange, onAccept }: FieldsProps) {
  const { dialog } = words.facts
  const acceptByEnter = (event: KeyboardEvent) => {
    const isLine = event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !isLine) return
    event.preventDefault()
    onAccept()
  }
  const field = (name: keyof Said) => ({
    label: dialog[name],
    value: said[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...said, [name]: event.target.value }),
    onKeyDown: acceptByEnter,
  })
  return (
    <div className={styles.changed}>
      <TextField {...field("subject")} autoFocus />
      <TextField {...field("attribute")} />
      <TextField {...field("value")} />
      <TextArea {...field("statement")} rows={2} />
    </div>
  )
}
