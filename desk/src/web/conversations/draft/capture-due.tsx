import { addWorkingTime, endOfWorkingDay, workingMinutesBetween } from "aboveboard-engine"
import { useId } from "react"
import { TextButton } from "../../ui/button.tsx"
import { controlClass } from "../../ui/field.tsx"
import { fullMoment, workingText } from "../../ui/time.ts"
import { words } from "../../words.ts"
import styles from "./capture-card.module.css"
import { standardDue, withDue, withDueWords, type Card, type Desk } from "./card.ts"

type Props = {
  readonly card: Card
  readonly desk: Desk
  readonly problem: string | null
  readonly onChange: (card: Card) => void
}

/** By when, in the words that the customer reads: filled in, with what they come to and where they are from. */
export function CaptureDue({ card, desk, problem, onChange }: Props) {
  const { card: told } = words.composer
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{told.when}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        className={controlClass}
        value={card.words}
        placeholder={card.condition === null ? "" : told.onceMet}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-from`}
        onChange={(event) => onChange(withDueWords(card, event.target.value, desk))}
      />
      <p id={`${id}-from`} className={problem === null ? styles.hint : styles.problem}>
        {problem ?? (
          <>
            <b className="t">{comesTo(card, desk)}</b> {sourceOf(card, desk)}
          </>
        )}
      </p>
      <p className={styles.quick}>
        {quickTimes(desk).map(({ label, at }) => (
          <TextButton key={label} onClick={() => onChange(withDue(card, at, desk))}>
            {label}
          </TextButton>
        ))}
      </p>
    </div>
  )
}

/** "Fri 27 Nov, 17:00 · 6 h of working time." */
function comesTo(card: Card, desk: Desk): string {
  if (card.until === null) return ""
  const until = Temporal.Instant.from(card.until)
  const minutes = workingMinutesBetween(desk.calendar, desk.now, until)
  return words.composer.card.comesTo(
    fullMoment(until, { zone: desk.calendar.zone, now: desk.now }),
    workingText(minutes),
  )
}

function sourceOf(card: Card, desk: Desk): string {
  const { card: told } = words.composer
  switch (card.from.kind) {
    case "said":
      return told.said
    case "meaning": {
      const minutes = desk.calendar.meanings[card.from.words.toLowerCase()]
      return minutes === undefined
        ? told.meaningPlain(card.from.words)
        : told.meaning(card.from.words, workingText(minutes))
    }
    case "standard":
      return card.from.words === null ? told.standard : told.standardWords(card.from.words)
    case "condition":
      return told.onceMetHint
    case "member":
      return ""
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
  return times.flatMap(({ label, at }) => (at === null ? [] : [{ label, at: wholeMinutes(at) }]))
}

const STEP = 5 * 60_000 // milliseconds; nobody tells a customer "by 15:12"

function wholeMinutes(at: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(at.epochMilliseconds / STEP) * STEP)
}

function isSameDay(a: Temporal.Instant, b: Temporal.Instant, zone: string): boolean {
  return a.toZonedDateTimeISO(zone).toPlainDate().equals(b.toZonedDateTimeISO(zone).toPlainDate())
}
