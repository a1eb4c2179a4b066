import { withdrawStandingPromise } from "../../contract/standing-promises.ts"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"

const told = words.standing.withdrawal

export function WithdrawDialog({ id, what, onClose }: { id: string; what: string; onClose: () => void }) {
  const withdraw = useChange(withdrawStandingPromise)
  const submit = () => {
    if (!withdraw.isPending) withdraw.mutate({ params: { standingId: id } }, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={told.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.does} busy={withdraw.isPending} />}
    >
      <p className="q">“{what}”</p>
      <p>{told.hint}</p>
      {withdraw.isError && <Failure error={withdraw.error} what={told.failed} />}
    </Dialog>
  )
}
