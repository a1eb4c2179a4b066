import type { ReactNode } from "react"
import styles from "./kbd.module.css"

/** Key caps: "G T" shows two. Only where there is a keyboard. */
export function Kbd({ keys }: { keys: string }) {
  return <Caps keys={keys} className="keyboard-only" />
}

/** Key caps wherever they stand, for what speaks of nothing but keys. */
export function KeyCaps({ keys }: { keys: string }) {
  return <Caps keys={keys} className="" />
}

function Caps({ keys, className }: { keys: string; className: string }) {
  return (
    <span className={`${styles.caps} ${className}`} aria-hidden="true">
      {keys.split(" ").map((key, index) => (
        <kbd key={`${index}${key}`} className={styles.kbd}>
          {key}
        </kbd>
      ))}
    </span>
  )
}

/** Key caps and what they do, as in the line at the foot. */
export function KeyHint({ keys, children }: { keys: string; children: ReactNode }) {
  return (
    <span className={`${styles.hint} keyboard-only`}>
      <Kbd keys={keys} /> {children}
    </span>
  )
}
