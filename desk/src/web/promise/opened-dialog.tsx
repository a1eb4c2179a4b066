import type { ReactNode } from "react"
import { DateDialog } from "./date-dialog.tsx"
import { KeepDialog } from "./keep-dialog.tsx"
import type { ListedPromise } from "./listed-promise.ts"
import { MetDialog } from "./met-dialog.tsx"
import { OwnerDialog } from "./owner-dialog.tsx"
import type { PromiseAction } from "./promise-actions.ts"
import { ReleaseDialog } from "./release-dialog.tsx"
import { ReopenDialog } from "./reopen-dialog.tsx"
import { WaitingDialog } from "./waiting-dialog.tsx"

/** What a dialog is about; `due`: the new date to begin with. */
export type Opened = { readonly promise: ListedPromise; readonly due?: Temporal.Instant | undefined }

const DIALOGS = {
  kept: KeepDialog,
  date: DateDialog,
  owner: OwnerDialog,
  waiting: WaitingDialog,
  released: ReleaseDialog,
  met: MetDialog,
  disputed: ReopenDialog,
} satisfies Record<PromiseAction, (props: Opened & { onClose: () => void }) => ReactNode>

/** The dialog that settles or changes a promise in one way. */
export function OpenedDialog({ kind, ...rest }: Opened & { kind: PromiseAction; onClose: () => void }) {
  const Shown = DIALOGS[kind]
  return <Shown {...rest} />
}
