import type { ComponentPropsWithRef, ReactNode } from "react"
import styles from "./button.module.css"
import { Kbd } from "./kbd.tsx"

export type ButtonKind = "plain" | "main" | "quiet"

type Props = Omit<ComponentPropsWithRef<"button">, "className"> & {
  readonly kind?: ButtonKind
  readonly small?: boolean
  /** Key caps shown in it. The key itself is bound with `useKeys`. */
  readonly keys?: string
  /** Held: keeps its place and focus, but does nothing. */
  readonly held?: boolean
  readonly children: ReactNode
}

export function Button({ kind = "plain", small = false, keys, held = false, children, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={`${styles.button} ${small ? styles.small : ""}`}
      data-kind={kind}
      aria-disabled={held || undefined}
      onClick={held ? (event) => event.preventDefault() : onClick}
    >
      {children}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  )
}

/** Looks like a button, and leads to a file. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className={styles.button} href={href} download>
      {children}
    </a>
  )
}

/** Looks like a link, acts like a button. */
export function TextButton({ keys, children, ...rest }: Omit<Props, "kind" | "small" | "held">) {
  return (
    <button type="button" {...rest} className={styles.text}>
      {children}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  )
}
