import { useState } from "react"
import { createAuditAcceptance } from "../../contract/audit.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextArea, TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { dateIn } from "../ui/time.ts"
import { words } from "../words.ts"
import type { Finding } from "./audit-data.ts"

const told = words.protocol.acceptance
const MONTHS = 3 // long enough to mend a text, short enough to be looked at again

/** Who answers for a finding, why, and until when. */
export function AcceptDialog({
  documentId,
  finding,
  onClose,
}: {
  documentId: string
  finding: Finding
  onClose: () => void
}) {
  const { zone } = useHere()
  const today = dateIn(useNow(), zone)
  const [reason, setReason] = useState("")
  const [until, setUntil] = useState(() => today.add({ months: MONTHS }).toString())
  const accept = useChange(createAuditAcceptance)
  const isReady = reason.trim() !== "" && until >= today.toString()
  const submit = () => {
    if (!isReady || accept.isPending) return
    accept.mutate({ params: { documentId }, body: { key: finding.key, reason, until } }, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={told.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.does} busy={!isReady || accept.isPending} />}
    >
      <p className="q">“{finding.words}”</p>
      <p className="mute x">{told.hint}</p>
      <TextArea said label={told.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
      <TextField
        type="date"
        label={told.until}
        value={until}
        min={today.toString()}
        onChange={(event) => setUntil(event.target.value)}
      />
      {accept.isError && <Failure error={accept.error} what={told.failed} />}
    </Dialog>
  )
}
