import { KeyHint } from "../ui/kbd.tsx"
import { useBoundKeys } from "../ui/keys.tsx"
import { words } from "../words.ts"
import { byLabel } from "./shown-keys.ts"
import styles from "./shell.module.css"

/** The line at the foot: the keys of what has focus. While a card asks something, only its own. */
export function KeyLine() {
  const bound = useBoundKeys().filter((each) => each.foot)
  const card = bound.filter((each) => each.scope === "card")
  const page = bound.filter((each) => each.scope === "page")
  const row = bound.filter((each) => each.scope === "row")
  const shown = byLabel(card.length > 0 ? card : [...page, ...row])
  return (
    <section className={`${styles.keyline} keyboard-only`} aria-label={words.shell.keySheet}>
      <div className={styles.fitting}>
        {shown.map(({ label, keys }) => (
          <KeyHint key={label} keys={keys}>
            {label}
          </KeyHint>
        ))}
      </div>
      <KeyHint keys="?">{words.shell.allKeys}</KeyHint>
    </section>
  )
}
