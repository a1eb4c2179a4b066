import { type FormEvent, type ReactNode, useId, useLayoutEffect, useRef } from "react"
import { words } from "../words.ts"
import { Button } from "./button.tsx"
import styles from "./dialog.module.css"
import { Icon } from "./icon.tsx"
import { KeysOver, useKeyStore } from "./keys.tsx"

type Props = {
  readonly title: string
  readonly onClose: () => void
  /** Makes the whole dialog a form; Ctrl Enter submits it from any field. */
  readonly onSubmit?: () => void
  readonly wide?: boolean
  readonly children: ReactNode
  /** What comes of it while it is filled in: beside it where there is room, else below. Always wide. */
  readonly beside?: ReactNode
  /** The line of buttons. */
  readonly foot?: ReactNode
}

/** A dialog over the page: the page's keys rest while it is open, Esc closes it, focus returns to where it was. */
export function Dialog({ title, onClose, onSubmit, wide = false, children, beside, foot }: Props) {
  const heading = useId()
  const dialog = useOpenDialog()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${beside !== undefined ? styles.widest : wide ? styles.wide : ""}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event)
        }}
      >
        <header className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <button type="button" className={styles.close} onClick={onClose} aria-label={words.ui.close}>
            <Icon name="x" />
          </button>
        </header>
        <KeysOver>
          {beside === undefined ? (
            <div className={styles.body}>{children}</div>
          ) : (
            <div className={styles.both}>
              <div className={styles.body}>{children}</div>
              <div className={styles.beside}>{beside}</div>
            </div>
          )}
          {foot !== undefined && <footer className={styles.foot}>{foot}</footer>}
        </KeysOver>
      </form>
    </dialog>
  )
}

/** The usual foot: what the dialog does, and the way out. */
export function DialogFoot({
  does,
  busy = false,
  onClose,
  children,
}: {
  does: string
  busy?: boolean
  onClose: () => void
  children?: ReactNode
}) {
  return (
    <>
      <div className={styles.left}>{children}</div>
      <Button kind="quiet" keys="Esc" onClick={onClose}>
        {words.ui.cancel}
      </Button>
      <Button kind="main" type="submit" keys="Ctrl Enter" held={busy}>
        {does}
      </Button>
    </>
  )
}

/** Opens at once, so that what is inside can take the focus; until then its first field has it. */
function useOpenDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const keys = useKeyStore()
  useLayoutEffect(() => {
    const before = document.activeElement
    const opened = dialog.current
    opened?.showModal()
    firstField(opened)?.focus()
    const release = keys.rest()
    return () => {
      release()
      opened?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [keys])
  return dialog
}

/** What was chosen for it, what is chosen now, the first field; where there is none, what the dialog does. */
const FIRST = ["[data-first]", "input[type=radio]:checked", "input, textarea, select", "button[type=submit]"]

function firstField(dialog: HTMLDialogElement | null): HTMLElement | null {
  const found = FIRST.map((each) => dialog?.querySelector<HTMLElement>(each) ?? null)
  return found.find((each) => each !== null) ?? null
}
