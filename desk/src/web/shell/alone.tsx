import { type FormEvent, type ReactNode, useEffect } from "react"
import { BrandIcon } from "../ui/icon.tsx"
import { words } from "../words.ts"
import styles from "./alone.module.css"

type Props = {
  readonly title: string
  readonly intro?: string
  readonly onSubmit?: () => void
  readonly children: ReactNode
}

/** A page outside any workspace: sign-in, set-up, joining. With `onSubmit` its content is one form. */
export function Alone({ title, intro, onSubmit, children }: Props) {
  useEffect(() => {
    document.title = `${title} · ${words.shell.product}`
  }, [title])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <main className={styles.alone} id="main">
      <p className={styles.brand}>
        <BrandIcon /> {words.shell.product}
      </p>
      <h1>{title}</h1>
      {intro !== undefined && <p className={styles.intro}>{intro}</p>}
      {onSubmit === undefined ? (
        <div className={styles.parts}>{children}</div>
      ) : (
        <form className={styles.parts} noValidate onSubmit={submit}>
          {children}
        </form>
      )}
    </main>
  )
}
