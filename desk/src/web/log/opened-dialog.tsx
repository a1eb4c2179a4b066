import { LogDialog } from "./log-dialog.tsx"
import type { About } from "./log-dialogs.tsx"
import { NewPromiseDialog } from "./new-promise-dialog.tsx"

/** "New promise" or "Log a call or visit". */
export function OpenedDialog({ kind, about, onClose }: { kind: "promise" | "log"; about: About; onClose: () => void }) {
  return kind === "promise" ? (
    <NewPromiseDialog about={about} onClose={onClose} />
  ) : (
    <LogDialog about={about} onClose={onClose} />
  )
}
