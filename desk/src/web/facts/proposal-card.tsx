import { useEffect, useRef, useState } from "react"
import { readTyped, showValue } from "../../ledger/fact-value.ts"
import type { ProposedFact } from "../../ledger/propose-facts.ts"
import { Button } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import { useKeys } from "../ui/keys.tsx"
import { words } from "../words.ts"
import styles from "./facts.module.css"

const told = words.facts.propose

type Props = {
  readonly proposal: ProposedFact
  readonly of: string
  readonly does: string
  readonly busy: boolean
  readonly onAccept: (proposal: ProposedFact) => void
  readonly onPass: () => void
}

/** One proposed fact with its line: Y takes it, N passes it over, E changes it first. */
export function ProposalCard({ proposal, of, does, busy, onAccept, onPass }: Props) {
  const [isEdited, setEdited] = useState(false)
  const [subject, setSubject] = useState(proposal.subject)
  const [attribute, setAttribute] = useState(proposal.attribute)
  const [value, setValue] = useState(proposal.shown)
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  const accept = () => {
    const read = value === proposal.shown ? proposal.value : (readTyped(value) ?? proposal.value)
    onAccept({ ...proposal, subject, attribute, value: read, shown: showValue(read) })
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
        <div className={styles.two}>
          <TextField
            label={words.facts.dialog.subject}
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
          />
          <TextField
            label={words.facts.dialog.attribute}
            value={attribute}
            onChange={(event) => setAttribute(event.target.value)}
          />
          <TextField
            label={words.facts.dialog.value}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        </div>
      ) : (
        <p className={styles.proposed}>
          {subject}, {attribute}: <b>{value}</b>
        </p>
      )}
      <p className={styles.acts}>
        <Button kind="main" keys="Y" held={busy} onClick={accept}>
          {does}
        </Button>
        <Button keys="N" onClick={onPass}>
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
