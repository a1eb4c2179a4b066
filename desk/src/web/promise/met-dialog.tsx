import { useState } from "react"
import { meetCondition } from "../../contract/promises.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Failure } from "../ui/states.tsx"
import { fullMoment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { draftFrom, dueBody, dueOf } from "./due-draft.ts"
import { DueField } from "./due-field.tsx"
import type { ListedPromise } from "./listed-promise.ts"
import { PromiseSummary } from "./promise-summary.tsx"
import { useReading } from "./use-reading.ts"

const { met: texts } = words.dialogs

/** Records that a promise's condition is met, and by when it is now due. */
export function MetDialog({ promise, onClose }: { promise: ListedPromise; onClose: () => void }) {
  const { zone } = useHere()
  const reading = useReading()
  const toast = useToast()
  const change = useChange(meetCondition)
  const [draft, setDraft] = useState(() => draftFrom(promise.dueWords, promise.dueUntil))
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    const due = dueBody(draft, reading)
    const until = dueOf(draft, reading)?.until
    if (due === null || until === undefined) return
    const done = () => {
      onClose()
      toast({ text: texts.done(fullMoment(until, { zone, now: reading.now })), icon: "clock" })
    }
    change.mutate({ params: { promiseId: promise.id }, body: { due } }, { onSuccess: done })
  }
  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={texts.does} busy={change.isPending} />}
    >
      <PromiseSummary promise={promise} />
      {promise.condition !== null && <p>{words.today.condition(promise.condition)}</p>}
      <DueField
        draft={draft}
        reading={reading}
        onChange={setDraft}
        error={tried ? words.fields.dueMissing : null}
        autoFocus
      />
      {change.isError && <Failure error={change.error} what={texts.failed} />}
    </Dialog>
  )
}
