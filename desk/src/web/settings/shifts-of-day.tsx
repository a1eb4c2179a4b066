import { Button } from "../ui/button.tsx"
import { Icon } from "../ui/icon.tsx"
import { words } from "../words.ts"
import styles from "./settings.module.css"

const told = words.settings.hours

export type Shift = { from: string; until: string }

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
const SHIFTS_MAX = 6 // as the desk takes them

/** Whether a shift ends after it begins; "24:00" ends a day. */
export function isShift({ from, until }: Shift): boolean {
  return CLOCK.test(from) && (CLOCK.test(until) || until === "24:00") && from < until
}

/** A day without shifts is off and is left out. */
export function workedDays<T>(hours: Readonly<Record<string, readonly T[]>>): Record<string, T[]> {
  return Object.fromEntries(
    Object.entries(hours).flatMap(([day, shifts]) => (shifts.length > 0 ? [[day, [...shifts]]] : [])),
  )
}

/** The shifts of one weekday; none: off. */
export function ShiftsOfDay({
  day,
  shifts,
  onChange,
}: {
  day: string
  shifts: readonly Shift[]
  onChange: (shifts: Shift[]) => void
}) {
  const change = (index: number, part: Partial<Shift>) =>
    onChange(shifts.map((shift, at) => (at === index ? { ...shift, ...part } : shift)))
  return (
    <>
      <span>{day}</span>
      <div>
        {shifts.length === 0 && <span className="mute">{told.off}</span>}
        {shifts.map((shift, index) => (
          <span key={index} className={styles.shift}>
            <input
              type="text"
              inputMode="numeric"
              maxLength={5}
              aria-label={told.shiftFrom(day, index + 1)}
              aria-invalid={!isShift(shift)}
              value={shift.from}
              onChange={(event) => change(index, { from: event.target.value })}
            />
            {told.until}
            <input
              type="text"
              inputMode="numeric"
              maxLength={5}
              aria-label={told.shiftUntil(day, index + 1)}
              aria-invalid={!isShift(shift)}
              value={shift.until}
              onChange={(event) => change(index, { until: event.target.value })}
            />
            <button
              type="button"
              className={styles.small}
              aria-label={told.removeShift(day, index + 1)}
              onClick={() => onChange(shifts.filter((_, at) => at !== index))}
            >
              <Icon name="x" small />
            </button>
            {!isShift(shift) && <span className="red x">{told.bad}</span>}
          </span>
        ))}
        {shifts.length < SHIFTS_MAX && (
          <Button
            kind="quiet"
            small
            aria-label={told.addShift(day)}
            onClick={() => onChange([...shifts, nextShift(shifts)])}
          >
            {told.addShort}
          </Button>
        )}
      </div>
    </>
  )
}

/** The usual day, or the evening after the shifts there are. */
function nextShift(shifts: readonly Shift[]): Shift {
  const last = shifts.at(-1)
  if (last === undefined) return { from: "09:00", until: "17:00" }
  return { from: last.until < "22:00" ? last.until : "22:00", until: "23:00" }
}
