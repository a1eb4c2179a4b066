import { useNavigate } from "@tanstack/react-router"
import { type ReactNode, createContext, useCallback, useContext, useMemo, useState } from "react"
import { useHere } from "../here.tsx"
import { DateDialog } from "./date-dialog.tsx"
import { KeepDialog } from "./keep-dialog.tsx"
import type { ListedPromise } from "./listed-promise.ts"
import { MetDialog } from "./met-dialog.tsx"
import { OwnerDialog } from "./owner-dialog.tsx"
import type { PromiseAction } from "./promise-actions.ts"
import { ReleaseDialog } from "./release-dialog.tsx"
import { ReopenDialog } from "./reopen-dialog.tsx"
import { WaitingDialog } from "./waiting-dialog.tsx"

type Dialogs = {
  /** `due`: the new date to begin with. */
  readonly open: (kind: PromiseAction, promise: ListedPromise, due?: Temporal.Instant) => void
}

const DialogsContext = createContext<Dialogs>({ open: () => {} })

/** Opens what settles or changes a promise, from any page: kept, new date, owner, waiting on, let off, condition met, dispute. */
export function usePromiseDialogs(): Dialogs {
  return useContext(DialogsContext)
}

const DIALOGS = {
  kept: KeepDialog,
  date: DateDialog,
  owner: OwnerDialog,
  waiting: WaitingDialog,
  released: ReleaseDialog,
  met: MetDialog,
  disputed: ReopenDialog,
} satisfies Record<PromiseAction, (props: Opened & { onClose: () => void }) => ReactNode>

type Opened = { promise: ListedPromise; due?: Temporal.Instant | undefined }

export function PromiseDialogs({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(Opened & { kind: PromiseAction }) | null>(null)
  const dialogs = useMemo(
    () => ({
      open: (kind: PromiseAction, promise: ListedPromise, due?: Temporal.Instant) => setShown({ kind, promise, due }),
    }),
    [],
  )
  const close = useCallback(() => setShown(null), [])
  const Shown = shown === null ? null : DIALOGS[shown.kind]
  return (
    <DialogsContext value={dialogs}>
      {children}
      {Shown !== null && shown !== null && <Shown promise={shown.promise} due={shown.due} onClose={close} />}
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
