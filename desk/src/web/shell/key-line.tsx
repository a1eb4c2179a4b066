import { KeyHint } from "../ui/kbd.tsx"
import { useBoundKeys } from "../ui/keys.tsx"
import { words } from "../words.ts"
import { shownKey } from "./key-sheet.tsx"
import styles from "./shell.module.css"

/** The line at the foot: the keys of what has focus, the nearest first. */
export function KeyLine() {
  const bound = useBoundKeys().filter((each) => each.foot)
  const page = bound.filter((each) => each.scope === "page")
  const near = bound.filter((each) => each.scope !== "page")
  return (
    <div className={`${styles.keyline} keyboard-only`}>
      {[...page, ...near].map(({ scope, key, label }) => (
        <KeyHint key={`${scope}${key}`} keys={shownKey(key)}>
          {label}
        </KeyHint>
      ))}
      <span className={styles.end}>
        <KeyHint keys="?">{words.shell.allKeys}</KeyHint>
      </span>
    </div>
  )
}
