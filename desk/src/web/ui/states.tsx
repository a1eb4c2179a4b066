import { type ReactNode, useEffect, useState } from "react"
import { NoAnswer, Refusal } from "../api.ts"
import { words } from "../words.ts"
import { TextButton } from "./button.tsx"
import { Icon } from "./icon.tsx"
import styles from "./states.module.css"

/** What is true, and the next thing to do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className="mute">{children}</div>}
    </div>
  )
}

const LOADING_AFTER = 300 // milliseconds; sooner it would only flicker

/** Outlines of rows, after 300 ms, never sooner. */
export function Loading({ rows = 4 }: { rows?: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LOADING_AFTER)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status">
      <span className="vh">{words.ui.loading}</span>
      {late &&
        Array.from({ length: rows }, (_, index) => (
          <div key={index} className={styles.row} aria-hidden="true">
            <div />
            <div />
            <div style={{ width: `${82 - ((index * 18) % 40)}%` }} />
            <div />
          </div>
        ))}
    </div>
  )
}

/** What happened, what is safe, what to do; beside the thing that it is about. */
export function Failure({ error, what, onRetry }: { error: unknown; what: string; onRetry?: () => void }) {
  const { title, detail } = told(error, what)
  return (
    <p className={styles.failure} role="alert">
      <Icon name="late" />
      <span>
        <b>{title}</b> {detail}{" "}
        {isSignedOut(error) && (
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {words.ui.signInBeside}
          </a>
        )}{" "}
        {onRetry !== undefined && <TextButton onClick={onRetry}>{words.ui.tryAgain}</TextButton>}
      </span>
    </p>
  )
}

type Read = { readonly error: Error | null; readonly refetch: () => Promise<unknown> }

/**
 * What stands there until something was read for the first time. Whoever shows it only while there is no data keeps
 * what is there, and what is being typed into it, when reading it again fails.
 */
export function NotYet({ read, what, rows }: { read: Read; what: string; rows?: number }) {
  if (read.error === null) return <Loading {...(rows === undefined ? {} : { rows })} />
  return <Failure error={read.error} what={what} onRetry={() => void read.refetch()} />
}

/** Something to know, without a failure. */
export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <p className={styles.failure}>
      <Icon name="risk" />
      <span>
        <b>{title}</b> {children}
      </span>
    </p>
  )
}

/** The session has ended. Signing in beside this page keeps what was typed into it. */
function isSignedOut(error: unknown): boolean {
  return error instanceof Refusal && error.problem.code === "unauthenticated"
}

function told(error: unknown, what: string): { title: string; detail: string } {
  if (error instanceof NoAnswer) return { title: words.ui.noConnection, detail: words.ui.noConnectionSafe }
  if (isSignedOut(error)) return { title: what, detail: words.ui.signedOut }
  if (error instanceof Refusal && error.problem.detail !== "") return { title: what, detail: error.problem.detail }
  return { title: what, detail: words.ui.unexpected }
}
