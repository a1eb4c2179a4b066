import { useState } from "react"
import { Button } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import { Icon } from "../ui/icon.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import styles from "./settings.module.css"

const told = words.settings.hours

/** Dates on which nobody works, in order. */
export function DaysOff({ days, onChange }: { days: readonly string[]; onChange: (days: readonly string[]) => void }) {
  const [typed, setTyped] = useState("")
  const add = () => {
    if (/^\d{4}-\d\d-\d\d$/.test(typed)) onChange([...new Set([...days, typed])].toSorted())
    setTyped("")
  }
  return (
    <section>
      <h2>{told.daysOff}</h2>
      <p className={page.hint}>{days.length === 0 ? told.noDays : told.daysOffHint}</p>
      <ul className={styles.dayOff}>
        {days.map((day) => (
          <li key={day}>
            {shownDay(day)}
            <button
              type="button"
              className={styles.small}
              aria-label={told.removeDay(shownDay(day))}
              onClick={() => onChange(days.filter((each) => each !== day))}
            >
              <Icon name="x" small />
            </button>
          </li>
        ))}
      </ul>
      <div className={page.row}>
        <TextField label={told.addDay} type="date" value={typed} onChange={(event) => setTyped(event.target.value)} />
        <Button onClick={add}>{told.addDayDoes}</Button>
      </div>
    </section>
  )
}

/** "Fri 25 Dec 2026" */
export function shownDay(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  })
}
