import { useState } from "react"
import { setWaiting } from "../../contract/promises.ts"
import { useChange } from "../queries.ts"
import { RadioField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import type { ListedPromise } from "./listed-promise.ts"
import { PromiseSummary } from "./promise-summary.tsx"

const { waiting: texts } = words.dialogs
const PARTIES = ["customer", "supplier", "colleague"] as const
type Party = "us" | (typeof PARTIES)[number]

/** Says what a promise waits on: us, the customer, a supplier, a colleague. */
export function WaitingDialog({ promise, onClose }: { promise: ListedPromise; onClose: () => void }) {
  const toast = useToast()
  const change = useChange(setWaiting)
  const [party, setParty] = useState<Party>(promise.waiting?.on ?? "us")
  const [note, setNote] = useState(promise.waiting?.note ?? "")
  const params = { promiseId: promise.id }
  const undo = () => {
    const { waiting } = promise
    change.mutate({ params, body: { on: waiting?.on ?? null, ...(waiting?.note ? { note: waiting.note } : {}) } })
  }
  const submit = () => {
    const body = party === "us" ? { on: null } : { on: party, ...(note.trim() === "" ? {} : { note }) }
    const done = () => {
      onClose()
      toast({ text: texts.done, undo: { run: undo } })
    }
    change.mutate({ params, body }, { onSuccess: done })
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
        legend={texts.title}
        name="waiting"
        autoFocus
        value={party}
        onChange={setParty}
        choices={[
          { value: "us", label: texts.us },
          ...PARTIES.map((value) => ({ value, label: words.today.waitingOn[value] })),
        ]}
      />
      {party !== "us" && (
        <TextField label={texts.note} value={note} onChange={(event) => setNote(event.target.value)} />
      )}
      {change.isError && <Failure error={change.error} what={texts.failed} />}
    </Dialog>
  )
}
