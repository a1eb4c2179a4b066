import { type ComponentPropsWithRef, type ReactNode, useId } from "react"
import styles from "./field.module.css"

type Around = {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | null
}

/** A label, a control, what it means and what is wrong with it. `children` gets the ids that tie them together. */
export function Field({
  label,
  hint,
  error,
  children,
}: Around & { children: (ids: { id: string; "aria-describedby": string; "aria-invalid": boolean }) => ReactNode }) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, "aria-describedby": `${id}-hint`, "aria-invalid": Boolean(error) })}
      <div id={`${id}-hint`} className={styles.hint}>
        {error ? <p className={styles.error}>{error}</p> : hint}
      </div>
    </div>
  )
}

export function TextField({ label, hint, error, ...rest }: Around & Omit<ComponentPropsWithRef<"input">, "className">) {
  return (
    <Field label={label} hint={hint} error={error ?? null}>
      {(ids) => <input type="text" dir="auto" autoComplete="off" {...rest} {...ids} className={styles.control} />}
    </Field>
  )
}

/** `said`: what a person said, in serif. */
export function TextArea({
  label,
  hint,
  error,
  said = false,
  ...rest
}: Around & { said?: boolean } & Omit<ComponentPropsWithRef<"textarea">, "className">) {
  return (
    <Field label={label} hint={hint} error={error ?? null}>
      {(ids) => <textarea rows={3} {...rest} {...ids} className={`${styles.control} ${said ? styles.said : ""}`} />}
    </Field>
  )
}

export type Choice = { readonly value: string; readonly label: string }

export function SelectField({
  label,
  hint,
  error,
  choices,
  ...rest
}: Around & { choices: readonly Choice[] } & Omit<ComponentPropsWithRef<"select">, "className">) {
  return (
    <Field label={label} hint={hint} error={error ?? null}>
      {(ids) => (
        <select {...rest} {...ids} className={styles.control}>
          {choices.map(({ value, label: shown }) => (
            <option key={value} value={value}>
              {shown}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** For controls that are built elsewhere but must look the same. */
export const controlClass: string = styles.control ?? ""
