import { useState } from "react"
import { Button } from "../ui/button.tsx"
import { Dialog } from "../ui/dialog.tsx"
import { words } from "../words.ts"
import styles from "./security.module.css"

const told = words.security.codes

type Props = { readonly codes: readonly string[]; readonly onClose: () => void; readonly onKept?: () => void }

/** Shown this once. */
export function RecoveryCodes({ codes, onClose, onKept = onClose }: Props) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join("\n"))
      setCopied(true)
    } catch {
      setCopied(false) // no clipboard here: they can be written down
    }
  }
  return (
    <Dialog
      title={told.recoveryTitle}
      onClose={onClose}
      onSubmit={onKept}
      foot={
        <>
          <Button onClick={() => void copy()}>{isCopied ? words.settings.members.copied : told.copy}</Button>
          <Button kind="main" type="submit">
            {told.kept}
          </Button>
        </>
      }
    >
      <p>{told.recovery}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
