import { useHere } from "../here.tsx"
import { Field, controlClass } from "../ui/field.tsx"
import { fieldValue, fromFieldValue, fullMoment, workingText } from "../ui/time.ts"
import { words } from "../words.ts"
import { type DueDraft, dueOf } from "./due-draft.ts"
import styles from "./due-field.module.css"
import { type Reading, workingMinutesTo } from "./read-due.ts"

type Props = {
  readonly draft: DueDraft
  readonly reading: Reading
  readonly onChange: (draft: DueDraft) => void
  readonly error?: string | null
  readonly label?: string
  readonly autoFocus?: boolean
}

/** A due time, typed in words or picked, with what it comes to: "Fri 27 Nov, 17:00 · 6 h of working time". */
export function DueField({
  draft,
  reading,
  onChange,
  error = null,
  label = words.fields.due,
  autoFocus = false,
}: Props) {
  const { zone } = useHere()
  const due = dueOf(draft, reading)
  const picked = due === null ? "" : fieldValue(due.until, zone)
  return (
    <div className={styles.pair}>
      <Field label={label} hint={<Preview draft={draft} reading={reading} />} error={due === null ? error : null}>
        {(ids) => (
          <input
            {...ids}
            className={controlClass}
            type="text"
            autoComplete="off"
            autoFocus={autoFocus}
            placeholder={words.fields.duePlaceholder}
            value={draft.words}
            onChange={(event) => onChange({ words: event.target.value, picked: null })}
          />
        )}
      </Field>
      <Field label={words.fields.pick}>
        {(ids) => (
          <input
            {...ids}
            className={controlClass}
            type="datetime-local"
            value={picked}
            onChange={(event) => onChange({ words: "", picked: fromFieldValue(event.target.value, zone) })}
          />
        )}
      </Field>
    </div>
  )
}

function Preview({ draft, reading }: { draft: DueDraft; reading: Reading }) {
  const { zone } = useHere()
  const due = dueOf(draft, reading)
  if (due === null) return draft.words.trim() === "" ? null : <p role="status">{words.fields.notRead}</p>
  const minutes = workingMinutesTo(due.until, reading)
  const isPast = due.until.epochMilliseconds < reading.now.epochMilliseconds
  return (
    <p role="status" className={`${styles.preview} t`}>
      <b>{fullMoment(due.until, { zone, now: reading.now })}</b> ·{" "}
      {isPast ? <span className="ochre">{words.fields.past}</span> : words.fields.workingTime(workingText(minutes))}
    </p>
  )
}
