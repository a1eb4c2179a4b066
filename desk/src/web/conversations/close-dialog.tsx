import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { words } from "../words.ts"

/** Closing while something is owed: allowed, and it changes nothing about what is owed. */
export function CloseDialog({
  owes,
  onClose,
  onConfirm,
}: {
  owes: number
  onClose: () => void
  onConfirm: () => void
}) {
  const told = words.conversation
  return (
    <Dialog
      title={told.closeOwed(owes)}
      onClose={onClose}
      onSubmit={onConfirm}
      foot={<DialogFoot does={told.closeAnyway} />}
    >
      <p>{told.closeOwedHint}</p>
    </Dialog>
  )
}
