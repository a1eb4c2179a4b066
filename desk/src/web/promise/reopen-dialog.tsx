import { useState } from "react"
import { reopenPromise } from "../../contract/promises.ts"
import { useChange } from "../queries.ts"
import { RadioField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextArea } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import type { ListedPromise } from "./listed-promise.ts"
import { PromiseSummary } from "./promise-summary.tsx"

const { disputed: texts } = words.dialogs
type Why = "disputed" | "mistake"

/** Opens a kept or renegotiated promise again. */
export function ReopenDialog({ promise, onClose }: { promise: ListedPromise; onClose: () => void }) {
  const toast = useToast()
  const change = useChange(reopenPromise)
  const [why, setWhy] = useState<Why>("disputed")
  const [note, setNote] = useState("")
  const submit = () => {
    const done = () => {
      onClose()
      toast({ text: texts.done })
    }
    const body = { why, ...(note.trim() === "" ? {} : { note }) }
    change.mutate({ params: { promiseId: promise.id }, body }, { onSuccess: done })
  }
  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={texts.does} busy={change.isPending} />}
    >
      <PromiseSummary promise={promise} />
      <RadioField
        legend={texts.why}
        name="why"
        autoFocus
        value={why}
        onChange={setWhy}
        choices={[
          { value: "disputed", label: texts.disputed },
          { value: "mistake", label: texts.mistake },
        ]}
      />
      <TextArea
        label={texts.note}
        hint={words.fields.optional}
        said
        rows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {change.isError && <Failure error={change.error} what={texts.failed} />}
    </Dialog>
  )
}
