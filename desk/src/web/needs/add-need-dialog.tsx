import { useState } from "react"
import { createNeed } from "../../contract/needs.ts"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextArea } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"

const told = words.needs

/** A need without words of the customer: ours until they say yes. */
export function AddNeedDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const [typed, setTyped] = useState("")
  const create = useChange(createNeed)
  const save = () => {
    if (typed.trim() === "" || create.isPending) return
    create.mutate({ params: { conversationId }, body: { words: typed.trim() } }, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={told.add}
      onClose={onClose}
      onSubmit={save}
      foot={<DialogFoot does={told.save} busy={create.isPending || typed.trim() === ""} />}
    >
      <TextArea
        label={told.addLabel}
        hint={`${told.addHint} ${told.noneHint}`}
        value={typed}
        maxLength={2_000}
        onChange={(event) => setTyped(event.target.value)}
      />
      {create.isError && <Failure error={create.error} what={told.changeFailed} onRetry={save} />}
    </Dialog>
  )
}
