import { removeAuditDocument } from "../../contract/audit.ts"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import type { AuditDocument } from "./audit-data.ts"

const told = words.protocol.removal

export function RemoveDialog({
  document,
  onClose,
  onRemoved,
}: {
  document: AuditDocument
  onClose: () => void
  onRemoved: () => void
}) {
  const remove = useChange(removeAuditDocument)
  const submit = () => {
    if (!remove.isPending) remove.mutate({ params: { documentId: document.id } }, { onSuccess: onRemoved })
  }
  return (
    <Dialog
      title={told.title(document.name)}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.does} busy={remove.isPending} />}
    >
      <p>{told.hint}</p>
      {remove.isError && <Failure error={remove.error} what={told.failed} />}
    </Dialog>
  )
}
