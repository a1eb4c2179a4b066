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

/** One proposed fact with its line: Y takes it, N passes it over, E changes it first. */
export function ProposalCard({ proposal, of, does, busy, onAccept, onPass }: Props) {
  const [isEdited, setEdited] = useState(false)
  const [subject, setSubject] = useState(proposal.subject)
  const [attribute, setAttribute] = useState(proposal.attribute)
  const [value, setValue] = useState(proposal.shown)
  const [statement, setStatement] = useState(proposal.line) // the line itself: it is what the shop says
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  const accept = () => {
    const read = value === proposal.shown ? proposal.value : (readTyped(value) ?? proposal.value)
    onAccept({ ...proposal, subject, attribute, value: read, shown: showValue(read), statement })
  }
  const acceptByEnter = (event: KeyboardEvent) => {
    const isLine = event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !isLine) return
    event.preventDefault()
    accept()
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
        <div className={styles.changed}>
          <TextField
            label={words.facts.dialog.subject}
            autoFocus
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
            onKeyDown={acceptByEnter}
          />
          <TextField
            label={words.facts.dialog.attribute}
            value={attribute}
            onChange={(event) => setAttribute(event.target.value)}
            onKeyDown={acceptByEnter}
          />
          <TextField
            label={words.facts.dialog.value}
            value={value}
            onChange={(event) => setValue(event.target.value)}
            onKeyDown={acceptByEnter}
          />
          <TextArea
            label={words.facts.dialog.statement}
            rows={2}
            value={statement}
            onChange={(event) => setStatement(event.target.value)}
            onKeyDown={acceptByEnter}
          />
        </div>
      ) : (
        <p className={styles.proposed}>
          {subject}, {attribute}: <b>{value}</b>
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
