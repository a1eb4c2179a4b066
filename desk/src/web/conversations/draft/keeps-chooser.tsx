import type { z } from "zod"
import type { promise } from "../../../contract/promises.ts"
import { Kbd } from "../../ui/kbd.tsx"
import { words } from "../../words.ts"
import styles from "./keeps-chooser.module.css"

type Props = {
  readonly open: readonly z.output<typeof promise>[]
  readonly chosen: readonly string[]
  readonly onToggle: (promiseId: string) => void
}

/** Which open promises to this customer the message keeps; Alt and the number choose while writing. */
export function KeepsChooser({ open, chosen, onToggle }: Props) {
  const { keeps } = words.composer
  if (open.length === 0) return null
  return (
    <fieldset className={styles.keeps}>
      <legend className={styles.label}>
        {keeps.label}{" "}
        <span className="keyboard-only">{keeps.hint(open.length === 1 ? "Alt 1" : `Alt 1–${open.length}`)}</span>
      </legend>
      <ol>
        {open.map((each, index) => (
          <li key={each.id}>
            <label className={styles.one}>
              <input type="checkbox" checked={chosen.includes(each.id)} onChange={() => onToggle(each.id)} />
              <Kbd keys={String(index + 1)} />
              <span className="q">“{each.words ?? words.conversation.erased}”</span>
            </label>
          </li>
        ))}
      </ol>
    </fieldset>
  )
}
