import { useEffect, useId, useRef, useState } from "react"
import { Button } from "../../ui/button.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { words } from "../../words.ts"
import { CaptureDue } from "./capture-due.tsx"
import styles from "./capture-card.module.css"
import { standardDue, type Card, type Desk } from "./card.ts"
import { piecesOfCard } from "./card-pieces.ts"
import { CaptureDeed, CaptureOwner } from "./capture-owner.tsx"

type Props = {
  readonly text: string
  readonly card: Card
  /** How many promises come after this one. */
  readonly more: number
  readonly desk: Desk
  readonly deeds: readonly { readonly id: string; readonly name: string }[]
  readonly busy: boolean
  readonly onConfirm: (card: Card) => void
  readonly onNone: (card: Card) => void
  readonly onBack: () => void
}

/** A promise found in the draft: who and when, filled in; Enter confirms it and the words are rewritten to say so. */
export function CaptureCard({ text, card: found, more, desk, deeds, busy, onConfirm, onNone, onBack }: Props) {
  const [card, setCard] = useState(found)
  const heading = useId()
  const start = useRef<HTMLButtonElement>(null)
  useEffect(() => start.current?.focus({ preventScroll: false }), [])
  const problem = problemOf(card, desk)
  const confirm = () => {
    if (problem === null && !busy) onConfirm(card)
  }
  const { card: told } = words.composer
  useKeys("card", {
    Enter: { label: told.confirm.toLowerCase(), run: confirm },
    "Ctrl+Enter": { label: told.confirm.toLowerCase(), run: confirm, foot: false },
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
        <CaptureDue
          card={card}
          desk={desk}
          problem={problem}
          onChange={(until) =>
            setCard({ ...card, until, from: until === null ? { kind: "condition" } : { kind: "member" } })
          }
        />
        <CaptureDeed card={card} deeds={deeds} onChange={(deed) => setCard({ ...card, deed })} />
      </div>
      {card.condition !== null && (
        <Condition
          card={card}
          onChange={(condition) => setCard({ ...card, condition })}
          onceMet={(on) =>
            setCard({
              ...card,
              ...(on ? onlyOnceMet : { until: standardDue(desk).toString(), from: { kind: "member" as const } }),
            })
          }
        />
      )}
      <footer className={styles.foot}>
        <Button ref={start} kind="main" small keys="Enter" held={problem !== null || busy} onClick={confirm}>
          {more === 0 ? told.confirm : told.confirmNext}
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

const onlyOnceMet = { until: null, from: { kind: "condition" } } as const

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

function Condition({
  card,
  onChange,
  onceMet,
}: {
  card: Card
  onChange: (words: string) => void
  onceMet: (on: boolean) => void
}) {
  const { card: told } = words.composer
  const id = useId()
  return (
    <div className={styles.condition}>
      <label htmlFor={id}>{told.condition}</label>
      <input id={id} type="text" value={card.condition ?? ""} onChange={(event) => onChange(event.target.value)} />
      <label className={styles.tick}>
        <input type="checkbox" checked={card.until === null} onChange={(event) => onceMet(event.target.checked)} />
        {told.onceMet}
      </label>
      {card.until === null && <p className="mute">{told.onceMetHint}</p>}
    </div>
  )
}

function problemOf(card: Card, desk: Desk): string | null {
  const { card: told } = words.composer
  if (card.until === null) return card.condition === null ? told.needsDue : null
  return Temporal.Instant.compare(Temporal.Instant.from(card.until), desk.now) <= 0 ? told.past : null
}
