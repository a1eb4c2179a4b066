import { useState } from "react"
import { Button } from "../ui/button.tsx"
import { words } from "../words.ts"
import styles from "./notices.module.css"

const told = words.notices

/** Asks the browser whether it may show notices; it asks the member. Nothing where it cannot. */
export function BrowserChoice() {
  const [permission, setPermission] = useState(() => ("Notification" in globalThis ? Notification.permission : null))
  if (permission === null) return null
  if (permission !== "default") {
    return <p className={`${styles.choice} mute`}>{permission === "granted" ? told.browserOn : told.browserRefused}</p>
  }
  const ask = () => void Notification.requestPermission().then(setPermission)
  return (
    <p className={styles.choice}>
      <Button small onClick={ask}>
        {told.browser}
      </Button>
    </p>
  )
}
