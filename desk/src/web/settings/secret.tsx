import { useState } from "react"
import { Button } from "../ui/button.tsx"
import { words } from "../words.ts"
import styles from "./settings.module.css"

/** Something that is shown this once, to copy. */
export function Secret({ hint, text, copy }: { hint: string; text: string; copy: string }) {
  const [isCopied, setCopied] = useState(false)
  const run = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      setCopied(false) // no clipboard here: the text can be selected and copied by hand
    }
  }
  return (
    <div className={styles.secret} role="alert">
      <p>{hint}</p>
      <code>{text}</code>
      <Button small onClick={() => void run()}>
        {isCopied ? words.settings.members.copied : copy}
      </Button>
    </div>
  )
}
