import { useState } from "react"
import { createLegalHold } from "../../contract/retention.ts"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"

const told = words.retention

type Props = {
  readonly of: { readonly customerId: string } | { readonly conversationId: string }
  readonly title: string
  readonly hint: string
  readonly onClose: () => void
}

/** A customer or a conversation is held: nothing of it is erased until it is lifted. */
export function HoldDialog({ of, title, hint, onClose }: Props) {
  const create = useChange(createLegalHold)
  const toast = useToast()
  const [reason, setReason] = useState("")
  const [isTried, setTried] = useState(false)
  const isEmpty = reason.trim() === ""
  const submit = () => {
    setTried(true)
    if (isEmpty || create.isPending) return
    create.mutate(
      { body: { ...of, reason } },
      {
        onSuccess: () => {
          toast({ text: told.holdDone })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.holdDoes} busy={create.isPending} />}
    >
      <p>{hint}</p>
      <TextField
        label={told.reason}
        maxLength={500}
        autoFocus
        value={reason}
        error={isTried && isEmpty ? told.reasonMissing : null}
        onChange={(event) => setReason(event.target.value)}
      />
      {create.isError && <Failure error={create.error} what={words.settings.saveFailed} />}
    </Dialog>
  )
}
