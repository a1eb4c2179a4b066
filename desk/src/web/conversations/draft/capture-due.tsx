import { addWorkingTime, endOfWorkingDay } from "aboveboard-engine"
import { useId } from "react"
import { TextButton } from "../../ui/button.tsx"
import { controlClass } from "../../ui/field.tsx"
import { fieldValue, fromFieldValue, spokenMoment, workingText } from "../../ui/time.ts"
import { words } from "../../words.ts"
import styles from "./capture-card.module.css"
import { standardDue, type Card, type Desk } from "./card.ts"

type Props = {
  readonly card: Card
  readonly desk: Desk
  readonly problem: string | null
  readonly onChange: (until: string | null) => void
}

/** By when: filled in, with where it comes from; the times are those of the team. */
export function CaptureDue({ card, desk, problem, onChange }: Props) {
  const { card: told } = words.composer
  const id = useId()
  const { zone } = desk.calendar
  const due = card.until === null ? null : Temporal.Instant.from(card.until)
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{told.when}</label>
      <input
        id={id}
        type="datetime-local"
        className={controlClass}
        value={due === null ? "" : fieldValue(due, zone)}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-from`}
        onChange={(event) => onChange(fromFieldValue(event.target.value, zone)?.toString() ?? null)}
      />
      <p className={styles.quick}>
        {quickTimes(desk).map(({ label, at }) => (
          <TextButton key={label} onClick={() => onChange(at.toString())}>
            {label}
          </TextButton>
        ))}
      </p>
      <p id={`${id}-from`} className={problem === null ? styles.hint : styles.problem}>
        {problem ?? sourceOf(card, desk)}
      </p>
    </div>
  )
}

/** Where the due time comes from, and what it is in words. */
function sourceOf(card: Card, desk: Desk): string {
  const { card: told } = words.composer
  const when = { zone: desk.calendar.zone, now: desk.now }
  const shown = card.until === null ? "" : `${spokenMoment(Temporal.Instant.from(card.until), when)}. `
  switch (card.from.kind) {
    case "said":
      return `${shown}${told.said(card.from.words)}`
    case "meaning": {
      const minutes = desk.calendar.meanings[card.from.words.toLowerCase()]
      return minutes === undefined
        ? told.meaningPlain(card.from.words)
        : told.meaning(card.from.words, workingText(minutes))
    }
    case "standard":
      return card.from.words === null ? told.standard : told.standardWords(card.from.words)
    case "condition":
      return ""
    case "member":
      return told.byMember
    default:
      throw new Error(`unknown source ${card.from satisfies never}`)
  }
}

const HOUR = 60 // minutes

function quickTimes(desk: Desk): { label: string; at: Temporal.Instant }[] {
  const { quick } = words.composer.card
  const { calendar, now } = desk
  const end = endOfWorkingDay(calendar, now)
  const times = [
    { label: quick.hour, at: addWorkingTime(calendar, now, HOUR) },
    { label: quick.today, at: end !== null && isSameDay(end, now, calendar.zone) ? end : null },
    { label: quick.tomorrow, at: standardDue(desk) },
  ]
  return times.flatMap(({ label, at }) => (at === null ? [] : [{ label, at: at.round("minute") }]))
}

function isSameDay(a: Temporal.Instant, b: Temporal.Instant, zone: string): boolean {
  return a.toZonedDateTimeISO(zone).toPlainDate().equals(b.toZonedDateTimeISO(zone).toPlainDate())
}
