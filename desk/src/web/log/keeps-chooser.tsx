import type { Ref } from "react"
import { useHere } from "../here.tsx"
import type { ListedPromise } from "../promise/listed-promise.ts"
import { useReading } from "../promise/use-reading.ts"
import { Kbd } from "../ui/kbd.tsx"
import { useKeys } from "../ui/keys.tsx"
import { fullMoment, instantOf } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./log.module.css"

type Props = {
  readonly ref: Ref<HTMLFieldSetElement>
  readonly owed: readonly ListedPromise[]
  readonly kept: readonly string[]
  /** Logging was tried before this was answered. */
  readonly isAsked: boolean
  readonly onChange: (kept: readonly string[]) => void
  readonly onSubmit: () => void
}

/** Which open promises of the customer a call or visit kept: one key each. */
export function KeepsChooser({ ref, owed, kept, isAsked, onChange, onSubmit }: Props) {
  const { zone } = useHere()
  const { now } = useReading()
  const toggle = (id: string) => onChange(kept.includes(id) ? kept.filter((each) => each !== id) : [...kept, id])
  const numbered = owed.slice(0, 9).map((promise, index) => {
    return [String(index + 1), { label: words.promise.foot.kept, run: () => toggle(promise.id) }] as const
  })
  useKeys("card", { ...Object.fromEntries(numbered), Enter: { label: words.dialogs.log.does, run: onSubmit } })
  if (owed.length === 0) return null
  return (
    <fieldset className={styles.keeps} ref={ref} tabIndex={-1}>
      <legend>
        {words.dialogs.log.keeps} <span className="x mute keyboard-only">{words.dialogs.log.keepsHint}</span>
      </legend>
      {isAsked && kept.length === 0 && (
        <p role="status" className="x">
          {words.dialogs.log.keepsNone}
        </p>
      )}
      <div>
        {owed.map((promise, index) => {
          const due = instantOf(promise.dueUntil)
          return (
            <label key={promise.id} className={styles.keep}>
              <input type="checkbox" checked={kept.includes(promise.id)} onChange={() => toggle(promise.id)} />
              {index < 9 && <Kbd keys={String(index + 1)} />}
              <span className="q">“{promise.words ?? words.ui.erased}”</span>
              <small className="t">{due === null ? words.today.noDue : fullMoment(due, { zone, now })}</small>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
