import { useState } from "react"
import { createPracticeCase } from "../../contract/practice.ts"
import { PRACTICE_KINDS, type PracticeKind } from "../../ledger/practice-case.ts"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { SelectField, TextArea, TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"

const told = words.practice

/** A case of the team's own, answered with the team's own facts. */
export function AddCaseDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (key: string) => void }) {
  const [draft, setDraft] = useState({ title: "", message: "", points: "", honest: "" })
  const [kind, setKind] = useState<PracticeKind>("untrue-yes")
  const create = useChange(createPracticeCase)
  const points = draft.points
    .split("\n")
    .map((point) => point.trim())
    .filter((point) => point !== "")
  const isHeld = create.isPending || draft.title.trim() === "" || draft.message.trim() === "" || points.length === 0
  const save = () => {
    if (isHeld) return
    const honest = draft.honest.trim() === "" ? {} : { honest: draft.honest.trim() }
    const body = { kind, title: draft.title.trim(), message: draft.message.trim(), points, ...honest }
    create.mutate(
      { body },
      {
        onSuccess: ({ id }) => {
          onAdded(id)
          onClose()
        },
      },
    )
  }
  const field = (name: keyof typeof draft) => ({
    label: told.dialog[name],
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  })
  return (
    <Dialog
      title={told.add}
      onClose={onClose}
      onSubmit={save}
      foot={<DialogFoot does={told.dialog.does} busy={isHeld} />}
    >
      <TextField {...field("title")} maxLength={200} />
      <SelectField
        label={told.dialog.kind}
        value={kind}
        choices={PRACTICE_KINDS.map((value) => ({ value, label: told.kinds[value] }))}
        onChange={(event) => setKind(PRACTICE_KINDS.find((each) => each === event.target.value) ?? "untrue-yes")}
      />
      <TextArea said {...field("message")} maxLength={2_000} />
      <TextArea {...field("points")} maxLength={2_000} />
      <TextArea said {...field("honest")} maxLength={2_000} />
      {create.isError && <Failure error={create.error} what={words.afterSale.changeFailed} onRetry={save} />}
    </Dialog>
  )
}
