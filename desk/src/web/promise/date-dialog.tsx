import { useState } from "react"
import { renegotiatePromise, reopenPromise } from "../../contract/promises.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { CheckField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextArea, TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { fullMoment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { NO_DUE, draftAt, dueBody, dueOf } from "./due-draft.ts"
import { DueField } from "./due-field.tsx"
import type { ListedPromise } from "./listed-promise.ts"
import { PromiseSummary } from "./promise-summary.tsx"
import { useReading } from "./use-reading.ts"
import { Weighing } from "./weighing.tsx"

const { date: texts } = words.dialogs

type Props = {
  readonly promise: ListedPromise
  readonly onClose: () => void
  /** The date to begin with. */
  readonly due?: Temporal.Instant | undefined
}

/** Records a new date that the customer was told, with the reason. It sends nothing. */
export function DateDialog({ promise, onClose, due: first }: Props) {
  const reading = useReading()
  const { change, save } = useNewDate(promise, onClose)
  const [draft, setDraft] = useState(first === undefined ? NO_DUE : draftAt(first, reading))
  const [reason, setReason] = useState("")
  const [said, setSaid] = useState("")
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const due = dueBody(draft, reading)
  const isBroken = promise.state === "broken"
  const submit = () => {
    setTried(true)
    if (due === null || reason.trim() === "" || (isBroken && !agreed)) return
    save({ due, reason, agreed, ...(said.trim() === "" ? {} : { words: said }) }, dueOf(draft, reading)?.until ?? null)
  }
  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={texts.does} busy={change.isPending} />}
    >
      <PromiseSummary promise={promise} />
      <p className="x mute">
        {texts.hint}
        {isBroken && ` ${texts.agreedNeeded}`}
      </p>
      <DueField
        draft={draft}
        reading={reading}
        onChange={setDraft}
        error={tried ? words.fields.dueMissing : null}
        autoFocus
      />
      <Weighing
        asked={askedOf(promise, dueOf(draft, reading)?.until)}
        keys="Alt H"
        onHonest={(at) => setDraft(draftAt(at, reading))}
      />
      <TextField
        label={texts.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && reason.trim() === "" ? texts.reasonMissing : null}
      />
      <TextArea
        label={texts.words}
        hint={texts.wordsHint}
        rows={2}
        said
        value={said}
        onChange={(event) => setSaid(event.target.value)}
      />
      <CheckField
        label={texts.agreed}
        checked={agreed}
        onChange={setAgreed}
        error={tried && isBroken && !agreed ? texts.agreedNeeded : null}
      />
      {change.isError && <Failure error={change.error} what={texts.failed} />}
    </Dialog>
  )
}

function askedOf({ id, owner, deed }: ListedPromise, due: Temporal.Instant | undefined) {
  return owner === null || due === undefined ? null : { ownerId: owner.id, deed, due, promiseId: id }
}

type NewDate = { due: NonNullable<ReturnType<typeof dueBody>>; reason: string; agreed: boolean; words?: string }

function useNewDate(promise: ListedPromise, onClose: () => void) {
  const { zone } = useHere()
  const { now } = useReading()
  const toast = useToast()
  const change = useChange(renegotiatePromise)
  const reopen = useChange(reopenPromise)
  const params = { promiseId: promise.id }
  const undo = () =>
    reopen.mutate(
      { params, body: { why: "mistake" } },
      { onSuccess: () => toast({ text: words.dialogs.kept.reopened }) },
    )
  const save = (body: NewDate, until: Temporal.Instant | null) => {
    change.mutate(
      { params, body },
      {
        onSuccess: () => {
          onClose()
          toast({
            text: texts.done(until === null ? "" : fullMoment(until, { zone, now })),
            icon: "arrow",
            undo: { run: undo },
          })
        },
      },
    )
  }
  return { change, save }
}
