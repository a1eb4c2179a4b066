import { useNavigate } from "@tanstack/react-router"
import { type ReactNode, createContext, useCallback, useContext, useMemo, useState } from "react"
import { useHere } from "../here.tsx"
import { later } from "../ui/later.tsx"
import type { ListedPromise } from "./listed-promise.ts"
import type { Opened } from "./opened-dialog.tsx"
import type { PromiseAction } from "./promise-actions.ts"

type Dialogs = {
  /** `due`: the new date to begin with. */
  readonly open: (kind: PromiseAction, promise: ListedPromise, due?: Temporal.Instant) => void
}

const DialogsContext = createContext<Dialogs>({ open: () => {} })

/** Opens what settles or changes a promise, from any page: kept, new date, owner, waiting on, let off, condition met, dispute. */
export function usePromiseDialogs(): Dialogs {
  return useContext(DialogsContext)
}

const OpenedDialog = later(() => import("./opened-dialog.tsx").then((file) => file.OpenedDialog))

export function PromiseDialogs({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(Opened & { kind: PromiseAction }) | null>(null)
  const dialogs = useMemo(
    () => ({
      open: (kind: PromiseAction, promise: ListedPromise, due?: Temporal.Instant) => setShown({ kind, promise, due }),
    }),
    [],
  )
  const close = useCallback(() => setShown(null), [])
  OpenedDialog.useFetched()
  return (
    <DialogsContext value={dialogs}>
      {children}
      {shown !== null && <OpenedDialog.Shown {...shown} onClose={close} />}
    </DialogsContext>
  )
}

/** Where a promise leads: its conversation (its record where it has none), or its record. */
export function useOpenPromise() {
  const { slug } = useHere()
  const navigate = useNavigate()
  const record = (promise: ListedPromise) => {
    void navigate({ to: "/$slug/promises/$promiseId", params: { slug, promiseId: promise.id } })
  }
  const conversation = (promise: ListedPromise) => {
    const { conversationId } = promise
    if (conversationId === null) record(promise)
    else void navigate({ to: "/$slug/conversations/$conversationId", params: { slug, conversationId } })
  }
  return { conversation, record }
}
