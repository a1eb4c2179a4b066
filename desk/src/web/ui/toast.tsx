import { type ReactNode, createContext, useCallback, useContext, useEffect, useState } from "react"
import { words } from "../words.ts"
import { TextButton } from "./button.tsx"
import { Icon, type IconName } from "./icon.tsx"
import { useKeys } from "./keys.tsx"
import styles from "./toast.module.css"

export type Toast = {
  readonly text: string
  readonly icon?: IconName
  /** What U does; `label` when it is not "Undo". */
  readonly undo?: { readonly label?: string; readonly run: () => void }
  /** Somewhere to go from here. */
  readonly link?: { readonly label: string; readonly run: () => void }
  /** How long it stays, in milliseconds; 6 s unless said. */
  readonly stays?: number
}

const STAYS = 6_000 // milliseconds

const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Shows one message at a time at the foot of the page. An error is never only a toast. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ toast: Toast; count: number } | null>(null)
  const show = useCallback((toast: Toast) => setShown((before) => ({ toast, count: (before?.count ?? 0) + 1 })), [])
  const close = useCallback(() => setShown(null), [])
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.place} role="status">
        {shown !== null && <ShownToast key={shown.count} toast={shown.toast} onClose={close} />}
      </div>
    </ToastContext>
  )
}

function ShownToast({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onClose, toast.stays ?? STAYS)
    return () => clearTimeout(timer)
  }, [held, onClose, toast.stays])
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={toast.icon ?? "check"} />
      <span>{toast.text}</span>
      {toast.link !== undefined && <TextButton onClick={toast.link.run}>{toast.link.label}</TextButton>}
      {toast.undo !== undefined && <UndoButton undo={toast.undo} onClose={onClose} />}
    </div>
  )
}

function UndoButton({ undo, onClose }: { undo: NonNullable<Toast["undo"]>; onClose: () => void }) {
  const label = undo.label ?? words.ui.undo
  const run = () => {
    onClose()
    undo.run()
  }
  useKeys("everywhere", { u: { label: label.toLowerCase(), run, foot: false } })
  return (
    <TextButton keys="U" onClick={run}>
      {label}
    </TextButton>
  )
}
