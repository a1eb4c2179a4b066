import { type FormEvent, type ReactNode, createContext, useContext, useId, useLayoutEffect, useRef } from "react"
import { words } from "../words.ts"
import { Button } from "./button.tsx"
import styles from "./dialog.module.css"
import { Icon } from "./icon.tsx"
import { KeysOver, useKeyStore } from "./keys.tsx"
import { useLeaving } from "./use-leaving.ts"

/** What the dialog's own way out does: closes it, or asks first where something was typed. */
const LeaveContext = createContext<() => void>(() => {})

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

/**
 * A dialog over the page: the page's keys rest while it is open, Esc closes it, focus returns to where it was. Words that were
 * typed into it do not go with a slip of the hand: it asks before.
 */
export function Dialog({ title, onClose, onSubmit, wide = false, children, beside, foot }: Props) {
  const heading = useId()
  const dialog = useOpenDialog()
  const { isAsking, leave, stay, noteFocus } = useLeaving(dialog, onClose)
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
        leave()
      }}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={submit}
        onFocus={noteFocus}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event)
          if (event.key !== "Escape" || event.defaultPrevented) return
          event.preventDefault() // the browser closes it at a second Esc, whatever we say
          if (isAsking) stay()
          else leave()
        }}
      >
        <header className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <button type="button" className={styles.close} onClick={leave} aria-label={words.ui.close}>
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
          {isAsking ? (
            <LeaveFoot onStay={stay} onLeave={onClose} />
          ) : (
            foot !== undefined && (
              <LeaveContext value={leave}>
                <footer className={styles.foot}>{foot}</footer>
              </LeaveContext>
            )
          )}
        </KeysOver>
      </form>
    </dialog>
  )
}

/** The usual foot: what the dialog does, and the way out. */
export function DialogFoot({ does, busy = false, children }: { does: string; busy?: boolean; children?: ReactNode }) {
  const leave = useContext(LeaveContext)
  return (
    <>
      <div className={styles.left}>{children}</div>
      <Button kind="quiet" keys="Esc" onClick={leave}>
        {words.ui.cancel}
      </Button>
      <Button kind="main" type="submit" keys="Ctrl Enter" held={busy}>
        {does}
      </Button>
    </>
  )
}

/** In place of the foot, so that nothing of what was typed is covered. Whoever types on, presses "go on". */
function LeaveFoot({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <footer className={styles.foot}>
      <p role="alert" className={styles.asks}>
        {words.ui.leaving.asks}
      </p>
      <Button kind="main" keys="Esc" autoFocus onClick={onStay}>
        {words.ui.leaving.stay}
      </Button>
      <Button kind="quiet" onClick={onLeave}>
        {words.ui.leaving.leave}
      </Button>
    </footer>
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
