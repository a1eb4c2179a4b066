import { useState } from "react"
import { createStandingPromise, writeStandingPromise } from "../../contract/standing-promises.ts"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextArea } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import { MeasureFields } from "./measure-fields.tsx"
import { type StandingDraft, draftOf, textOf } from "./standing-draft.ts"
import type { Standing } from "./standing-part.tsx"

const told = words.standing.dialog

type Known = Standing["versions"][number] & { readonly id: string }

/** Promises something to every customer, or promises it in another text from now on. */
export function StandingDialog({ known, onClose }: { known: Known | null; onClose: () => void }) {
  const [draft, setDraft] = useState<StandingDraft>(() => draftOf(known))
  const create = useChange(createStandingPromise)
  const write = useChange(writeStandingPromise)
  const body = textOf(draft)
  const isHeld = body === null || create.isPending || write.isPending
  const submit = () => {
    if (body === null || isHeld) return
    if (known === null) create.mutate({ body }, { onSuccess: onClose })
    else write.mutate({ params: { standingId: known.id }, body }, { onSuccess: onClose })
  }
  const text = (name: "what" | "limits" | "complain") => ({
    label: told[name],
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  })
  const error = create.error ?? write.error
  return (
    <Dialog
      title={known === null ? told.add : told.change}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={known === null ? told.doesAdd : told.doesChange} busy={isHeld} />}
    >
      {known !== null && <p className="mute x">{told.changeHint}</p>}
      <TextArea said {...text("what")} rows={2} maxLength={2_000} />
      <TextArea {...text("limits")} rows={2} maxLength={2_000} />
      <MeasureFields draft={draft} onChange={setDraft} />
      <TextArea {...text("complain")} rows={2} maxLength={2_000} />
      {error !== null && <Failure error={error} what={told.failed} />}
    </Dialog>
  )
}
