import { useState } from "react"
import { releasePromise } from "../../contract/promises.ts"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextArea } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import type { ListedPromise } from "./listed-promise.ts"
import { PromiseSummary } from "./promise-summary.tsx"

const { released: texts } = words.dialogs

/** Records that the customer let us off. */
export function ReleaseDialog({ promise, onClose }: { promise: ListedPromise; onClose: () => void }) {
  const toast = useToast()
  const change = useChange(releasePromise)
  const [reason, setReason] = useState("")
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    if (reason.trim() === "") return
    const done = () => {
      onClose()
      toast({ text: texts.done })
    }
    change.mutate({ params: { promiseId: promise.id }, body: { reason } }, { onSuccess: done })
  }
  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={texts.does} busy={change.isPending} />}
    >
      <PromiseSummary promise={promise} />
      <p className="x mute">{texts.hint}</p>
      <TextArea
        label={texts.reason}
        autoFocus
        said
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && reason.trim() === "" ? texts.reasonMissing : null}
      />
      {change.isError && <Failure error={change.error} what={texts.failed} />}
    </Dialog>
  )
}
