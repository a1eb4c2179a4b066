import { type ReactNode, createContext, useCallback, useContext, useMemo, useState } from "react"
import { LogDialog } from "./log-dialog.tsx"
import { NewPromiseDialog } from "./new-promise-dialog.tsx"

/** What is already known when a dialog opens; `keeps`: promises that the logged call or visit kept. */
export type About = {
  readonly customerId?: string
  readonly conversationId?: string
  readonly keeps?: readonly string[]
}

type Dialogs = { readonly newPromise: (about?: About) => void; readonly log: (about?: About) => void }

const DialogsContext = createContext<Dialogs>({ newPromise: () => {}, log: () => {} })

/** Opens "New promise" and "Log a call or visit" from anywhere, about a customer or conversation where one is given. */
export function useLogDialogs(): Dialogs {
  return useContext(DialogsContext)
}

export function LogDialogs({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ kind: "promise" | "log"; about: About; count: number } | null>(null)
  const close = useCallback(() => setShown(null), [])
  const dialogs = useMemo(() => {
    const show =
      (kind: "promise" | "log") =>
      (about: About = {}) => {
        setShown((before) => ({ kind, about, count: (before?.count ?? 0) + 1 }))
      }
    return { newPromise: show("promise"), log: show("log") }
  }, [])
  return (
    <DialogsContext value={dialogs}>
      {children}
      {shown?.kind === "promise" && <NewPromiseDialog key={shown.count} about={shown.about} onClose={close} />}
      {shown?.kind === "log" && <LogDialog key={shown.count} about={shown.about} onClose={close} />}
    </DialogsContext>
  )
}
