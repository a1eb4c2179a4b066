import { KeyHint } from "../ui/kbd.tsx"
import { useBoundKeys } from "../ui/keys.tsx"
import { words } from "../words.ts"
import { byLabel } from "./shown-keys.ts"
import styles from "./shell.module.css"

/** The line at the foot: the keys of what has focus, the nearest first. */
export function KeyLine() {
  const bound = useBoundKeys().filter((each) => each.foot)
  const page = bound.filter((each) => each.scope === "page")
  const near = bound.filter((each) => each.scope !== "page")
  const shown = byLabel([...page, ...near])
  return (
    <footer className={`${styles.keyline} keyboard-only`} aria-label={words.shell.keySheet}>
      {shown.map(({ label, keys }) => (
        <KeyHint key={label} keys={keys}>
          {label}
        </KeyHint>
      ))}
      <span className={styles.end}>
        <KeyHint keys="?">{words.shell.allKeys}</KeyHint>
      </span>
    </footer>
  )
}
