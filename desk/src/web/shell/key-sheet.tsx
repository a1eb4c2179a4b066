import { useHere } from "../here.tsx"
import { Dialog } from "../ui/dialog.tsx"
import { KeyCaps } from "../ui/kbd.tsx"
import { useBoundKeys } from "../ui/keys.tsx"
import type { BoundKey, KeyScope } from "../ui/key-store.ts"
import { words } from "../words.ts"
import { byLabel } from "./shown-keys.ts"
import styles from "./key-sheet.module.css"

const ORDER: readonly KeyScope[] = ["everywhere", "page", "row", "card"]

/** All keys that act here, by what they act on. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { member } = useHere()
  const bound = useBoundKeys()
  const { shell } = words
  return (
    <Dialog title={shell.keySheet} onClose={onClose} wide>
      <div className={styles.sheet}>
        {ORDER.map((scope) => (
          <Part key={scope} title={shell.scopes[scope]} keys={bound.filter((each) => each.scope === scope)} />
        ))}
      </div>
      <p className="x mute">{member.preferences["keys"] === "off" ? shell.keySheetOff : shell.keySheetNote}</p>
    </Dialog>
  )
}

function Part({ title, keys }: { title: string; keys: readonly BoundKey[] }) {
  if (keys.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {byLabel(keys).map((shown) => (
          <div key={shown.label}>
            <dt>{shown.label}</dt>
            <dd>
              <span className="vh">{shown.keys}</span>
              <KeyCaps keys={shown.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
