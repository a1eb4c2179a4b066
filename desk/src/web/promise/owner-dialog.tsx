import { useState } from "react"
import { handOverPromise } from "../../contract/promises.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { RadioField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure, Notice } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import type { ListedPromise } from "./listed-promise.ts"
import { useTeam } from "./owner-field.tsx"
import { PromiseSummary } from "./promise-summary.tsx"

const { owner: texts } = words.dialogs

/** Gives a promise to another owner. */
export function OwnerDialog({ promise, onClose }: { promise: ListedPromise; onClose: () => void }) {
  const { member } = useHere()
  const team = useTeam()
  const toast = useToast()
  const change = useChange(handOverPromise)
  const [ownerId, setOwnerId] = useState(promise.owner?.id ?? member.id)
  const [note, setNote] = useState("")
  const mayHandOver = member.role !== "member" || promise.owner?.id === member.id
  const params = { promiseId: promise.id }
  const before = promise.owner
  const back = () => {
    if (before === null) return
    change.mutate({ params, body: { ownerId: before.id } }, { onSuccess: () => toast({ text: texts.back }) })
  }
  const submit = () => {
    if (ownerId === before?.id || !mayHandOver) return onClose()
    const done = () => {
      onClose()
      const name = team.find((each) => each.id === ownerId)?.name ?? ""
      const mayUndo = before !== null && member.role !== "member"
      toast({ text: texts.done(name), ...(mayUndo ? { undo: { run: back } } : {}) })
    }
    change.mutate({ params, body: { ownerId, ...(note.trim() === "" ? {} : { note }) } }, { onSuccess: done })
  }
  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={texts.does} busy={change.isPending || !mayHandOver} />}
    >
      <PromiseSummary promise={promise} />
      {!mayHandOver && <Notice title={texts.leadOnly} />}
      <RadioField
        legend={texts.title}
        name="owner"
        autoFocus
        value={ownerId}
        onChange={setOwnerId}
        choices={team.map(({ id, name }) => ({
          value: id,
          label: id === member.id ? words.fields.ownerMe(name) : name,
        }))}
      />
      <TextField
        label={texts.note}
        hint={words.fields.optional}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {change.isError && <Failure error={change.error} what={texts.failed} />}
    </Dialog>
  )
}
