import { useEffect, useId, useRef, useState } from "react"
import { Weighing } from "../../promise/weighing.tsx"
import { Button } from "../../ui/button.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { words } from "../../words.ts"
import { CaptureDue } from "./capture-due.tsx"
import styles from "./capture-card.module.css"
import { type Card, type Desk, withDue } from "./card.ts"
import { piecesOfCard } from "./card-pieces.ts"
import { CaptureDeed, CaptureOwner } from "./capture-owner.tsx"

type Props = {
  readonly text: string
  readonly card: Card
  /** How many promises come after this one. */
  readonly more: number
  /** Confirming it sends the message: nothing else is asked. */
  readonly sends: boolean
  readonly desk: Desk
  readonly deeds: readonly { readonly id: string; readonly name: string }[]
  readonly busy: boolean
  readonly onConfirm: (card: Card) => void
  readonly onNone: (card: Card) => void
  readonly onBack: () => void
}

/** A promise found in the draft: who and when, filled in; Enter confirms it and the words are rewritten to say so. */
export function CaptureCard({ text, card: found, more, sends, desk, deeds, busy, onConfirm, onNone, onBack }: Props) {
  const [card, setCard] = useState(found)
  const heading = useId()
  const start = useRef<HTMLButtonElement>(null)
  useEffect(() => start.current?.focus({ preventScroll: false }), [])
  const problem = problemOf(card, desk)
  const confirm = () => {
    if (problem === null && !busy) onConfirm(card)
  }
  const { card: told } = words.composer
  const does = sends ? told.confirm : told.confirmNext
  useKeys("card", {
    Enter: { label: does.toLowerCase(), run: confirm },
    "Ctrl+Enter": { label: does.toLowerCase(), run: confirm, foot: false },
    N: { label: told.none.toLowerCase(), run: () => onNone(card) },
    Escape: { label: words.composer.back.toLowerCase(), run: onBack },
  })
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <header className={styles.head}>
        <b id={heading}>{told.title}</b>
        <span className="mute">{more > 0 ? told.more(more) : told.why}</span>
      </header>
      <Sentence text={text} card={card} desk={desk} />
      <div className={styles.fields}>
        <CaptureOwner card={card} desk={desk} onChange={(ownerId) => setCard({ ...card, ownerId })} />
        <CaptureDue card={card} desk={desk} problem={problem} onChange={setCard} />
        <CaptureDeed card={card} deeds={deeds} onChange={(deed) => setCard({ ...card, deed })} />
      </div>
      <Weighing asked={askedOf(card)} now={desk.now} keys="H" onHonest={(at) => setCard(withDue(card, at, desk))} />
      {card.condition !== null && <Condition card={card} onChange={(condition) => setCard({ ...card, condition })} />}
      <footer className={styles.foot}>
        <Button ref={start} kind="main" small keys="Enter" held={problem !== null || busy} onClick={confirm}>
          {does}
        </Button>
        <Button kind="quiet" small keys="N" onClick={() => onNone(card)}>
          {told.none}
        </Button>
        <Button kind="quiet" small keys="Esc" onClick={onBack}>
          {words.composer.back}
        </Button>
      </footer>
    </section>
  )
}

/** The promise as the customer will read it: what goes is struck out, what comes is set off. */
function Sentence({ text, card, desk }: { text: string; card: Card; desk: Desk }) {
  const pieces = piecesOfCard(text, card, desk)
  return (
    <p className={`q ${styles.said}`}>
      “
      {pieces.map(({ kind, text: piece }, index) =>
        kind === "gone" ? (
          <del key={index}>{piece}</del>
        ) : kind === "new" ? (
          <ins key={index}>{piece}</ins>
        ) : (
          <span key={index}>{piece}</span>
        ),
      )}
      ”
    </p>
  )
}

function Condition({ card, onChange }: { card: Card; onChange: (words: string) => void }) {
  const id = useId()
  return (
    <div className={styles.condition}>
      <label htmlFor={id}>{words.composer.card.condition}</label>
      <input id={id} type="text" value={card.condition ?? ""} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}

function askedOf({ ownerId, deed, until }: Card) {
  return until === null ? null : { ownerId, deed, due: Temporal.Instant.from(until) }
}

function problemOf(card: Card, desk: Desk): string | null {
  const { card: told } = words.composer
  if (card.until === null && card.words.trim() !== "") return told.notRead
  if (card.until === null) return card.condition === null ? told.needsDue : null
  return Temporal.Instant.compare(Temporal.Instant.from(card.until), desk.now) <= 0 ? told.past : null
}
