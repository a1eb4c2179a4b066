import { useId } from "react"
import styles from "./check-field.module.css"

type Props = { label: string; checked: boolean; onChange: (checked: boolean) => void; error?: string | null }

export function CheckField({ label, checked, onChange, error = null }: Props) {
  const id = useId()
  return (
    <div>
      <label className={styles.line}>
        <input
          type="checkbox"
          checked={checked}
          aria-invalid={error !== null}
          aria-describedby={id}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      <p id={id} className={styles.error}>
        {error}
      </p>
    </div>
  )
}

export type RadioChoice<T extends string> = { readonly value: T; readonly label: string; readonly hint?: string | null }

/** One of several, each on its line; the number keys choose when `numbered`. */
export function RadioField<T extends string>({
  legend,
  name,
  choices,
  value,
  onChange,
  autoFocus = false,
}: {
  legend: string
  name: string
  choices: readonly RadioChoice<T>[]
  value: T
  onChange: (value: T) => void
  autoFocus?: boolean
}) {
  return (
    <fieldset className={styles.radios}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.line}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            autoFocus={autoFocus && choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint && <small>{choice.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
