import { useState } from "react"
import { createCustomerMerge, listLikenesses, tellApart, undoCustomerMerge } from "../../contract/customer-merges.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { instantOf, spokenMoment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { nameOf } from "./customer-name.ts"
import { FindOtherDialog, type Other } from "./find-other-dialog.tsx"
import styles from "./customers.module.css"
import type { OpenCustomer } from "./use-customers.ts"

const told = words.samePerson

/** Who is one with this customer, and who may be. A member decides, and can take it back. */
export function SamePerson({ customer }: { customer: OpenCustomer }) {
  const likenesses = useRead(listLikenesses, { query: { customerId: customer.id } })
  const [other, setOther] = useState<Other | "find" | null>(null)
  const close = () => setOther(null)
  const maybe = likenesses.data?.items ?? []
  return (
    <section className={page.section}>
      <h2>{told.title}</h2>
      <ul>
        {customer.merged.map((each) => (
          <MergedLine key={each.mergeId} customer={customer} merged={each} />
        ))}
      </ul>
      {maybe.length > 0 && (
        <>
          <h3>{told.maybe}</h3>
          <ul>
            {maybe.map((each) => (
              <MaybeLine key={each.other.id} customerId={customer.id} likeness={each} onMerge={setOther} />
            ))}
          </ul>
          <p className={page.hint}>{told.maybeHint}</p>
        </>
      )}
      <Button small onClick={() => setOther("find")}>
        {told.other}
      </Button>
      {other === "find" && <FindOtherDialog customer={customer} onChoose={setOther} onClose={close} />}
      {other !== null && other !== "find" && <MergeDialog customer={customer} other={other} onClose={close} />}
    </section>
  )
}

function MergedLine({ customer, merged }: { customer: OpenCustomer; merged: OpenCustomer["merged"][number] }) {
  const { zone } = useHere()
  const now = useNow()
  const [isAsked, setAsked] = useState(false)
  const at = instantOf(merged.at)
  return (
    <li className={styles.same}>
      <b>{told.merged(nameOf(merged))}</b>
      <span>
        {told.mergedBy(merged.by ?? words.merging.somebody, at === null ? "" : spokenMoment(at, { zone, now }))}
      </span>
      {customer.erasedAt === null && <TextButton onClick={() => setAsked(true)}>{told.takeApart}</TextButton>}
      {isAsked && <ApartDialog customerId={customer.id} merged={merged} onClose={() => setAsked(false)} />}
    </li>
  )
}

type Likeness = {
  readonly other: { readonly id: string; readonly name: string | null }
  readonly why: "number" | "mailbox" | "name"
  readonly shown: string
  readonly otherShown: string
}

function MaybeLine({
  customerId,
  likeness: { other, why, shown, otherShown },
  onMerge,
}: {
  customerId: string
  likeness: Likeness
  onMerge: (other: Other) => void
}) {
  const toast = useToast()
  const apart = useChange(tellApart)
  const name = other.name ?? otherShown
  // Awaited, not called back: this line has gone before the answer is here.
  const keepApart = async () => {
    const call = { params: { customerId }, body: { customerId: other.id } }
    if ((await apart.mutateAsync(call).catch(() => null)) !== null) toast({ text: told.apartDone })
  }
  return (
    <li className={styles.same}>
      <b>{name}</b>
      <span>{told.why[why](shown, otherShown)}</span>
      <TextButton aria-label={told.mergeNamed(name)} onClick={() => onMerge({ id: other.id, name })}>
        {told.merge}
      </TextButton>
      <TextButton aria-label={told.apartNamed(name)} onClick={() => void keepApart()}>
        {told.apart}
      </TextButton>
      {apart.isError && <Failure error={apart.error} what={told.apartFailed} />}
    </li>
  )
}

/** Says what it does to both, and how it is taken back. */
function MergeDialog({ customer, other, onClose }: { customer: OpenCustomer; other: Other; onClose: () => void }) {
  const toast = useToast()
  const merge = useChange(createCustomerMerge)
  const submit = () => {
    if (merge.isPending) return
    merge.mutate(
      { params: { customerId: customer.id }, body: { customerId: other.id } },
      {
        onSuccess: () => {
          toast({ text: told.done })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={told.mergeTitle}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.does} busy={merge.isPending} />}
    >
      <p>
        <b>{told.pair(nameOf(customer), nameOf(other))}</b>
      </p>
      <p>{told.mergeSays(nameOf(customer))}</p>
      <p>{told.mergeBack}</p>
      {merge.isError && <Failure error={merge.error} what={told.failed} onRetry={submit} />}
    </Dialog>
  )
}

type ApartProps = {
  readonly customerId: string
  readonly merged: OpenCustomer["merged"][number]
  readonly onClose: () => void
}

function ApartDialog({ customerId, merged, onClose }: ApartProps) {
  const toast = useToast()
  const undo = useChange(undoCustomerMerge)
  // Awaited, not called back: who is taken apart leaves the page, and this dialog with them, before the answer is here.
  const submit = async () => {
    if (undo.isPending) return
    const call = { params: { customerId, mergeId: merged.mergeId } }
    if ((await undo.mutateAsync(call).catch(() => null)) === null) return
    toast({ text: told.takenApart })
    onClose()
  }
  return (
    <Dialog
      title={told.apartTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={<DialogFoot does={told.undo} busy={undo.isPending} />}
    >
      <p>{told.apartSays(nameOf(merged))}</p>
      <p>{told.apartStays}</p>
      {undo.isError && <Failure error={undo.error} what={told.takeApartFailed} onRetry={() => void submit()} />}
    </Dialog>
  )
}
