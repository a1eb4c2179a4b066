import { type ReactNode, createContext, useCallback, useContext, useMemo, useState } from "react"
import { later } from "../ui/later.tsx"

/** What is already known when a dialog opens; `keeps`: promises that the logged call or visit kept. */
export type About = {
  readonly customerId?: string
  readonly conversationId?: string
  readonly keeps?: readonly string[]
}

type Dialogs = { readonly newPromise: (about?: About) => void; readonly log: (about?: About) => void }

const OpenedDialog = later(() => import("./opened-dialog.tsx").then((file) => file.OpenedDialog))

const DialogsContext = createContext<Dialogs>({ newPromise: () => {}, log: () => {} })

/** Opens "New promise" and "Log a call or visit" from anywhere, about a customer or conversation where one is given. */
export function useLogDialogs(): Dialogs {
  return useContext(DialogsContext)
}

export function LogDialogs({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ kind: "promise" | "log"; about: About; count: number } | null>(null)
  const close = useCallback(() => setShown(null), [])
  OpenedDialog.useFetched()
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
      {shown !== null && <OpenedDialog.Shown key={shown.count} kind={shown.kind} about={shown.about} onClose={close} />}
    </DialogsContext>
  )
}
