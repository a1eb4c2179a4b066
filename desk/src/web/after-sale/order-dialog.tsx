import { useState } from "react"
import { changeOrder, createOrder } from "../../contract/orders.ts"
import { countryName, countryOf } from "../../ledger/country.ts"
import { EXCEPTIONS, type Exception, SALE_KINDS, type SaleKind } from "../../ledger/withdrawal.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { SelectField, TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { dateIn } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import type { Order } from "./window-line.tsx"

const told = words.afterSale.dialog

type Draft = {
  readonly mail: string
  readonly name: string
  readonly number: string
  readonly product: string
  readonly total: string
  readonly kind: SaleKind
  readonly country: string
  readonly orderedOn: string
  readonly deliveredOn: string
  readonly exception: Exception | ""
}

type Props = {
  /** Where it was sold; null: the customer is named by their address. */
  readonly conversationId: string | null
  /** The order that is changed; null: a new one. */
  readonly order: Order | null
  readonly onClose: () => void
}

/** An order by hand: what was bought, when, from where. */
export function OrderDialog({ conversationId, order, onClose }: Props) {
  const [draft, setDraft] = useDraft(order)
  const create = useChange(createOrder)
  const change = useChange(changeOrder)
  const toast = useToast()
  const isCountry = draft.country === "" || countryOf(draft.country) !== null
  const isNamed = conversationId !== null || order !== null || draft.mail.trim() !== "" || draft.name.trim() !== ""
  const isBusy = create.isPending || change.isPending || draft.product.trim() === "" || draft.orderedOn === ""
  const isHeld = isBusy || !isCountry || !isNamed
  const done = () => {
    toast({ text: words.afterSale.saved })
    onClose()
  }
  const save = () => {
    if (isHeld) return
    const body = bodyOf(draft)
    if (order !== null) change.mutate({ params: { orderId: order.id }, body }, { onSuccess: done })
    else create.mutate({ body: { ...body, ...whoseOf(draft, conversationId) } }, { onSuccess: done })
  }
  return (
    <Dialog
      title={order === null ? told.title : told.changeTitle}
      onClose={onClose}
      onSubmit={save}
      foot={<DialogFoot does={order === null ? told.does : told.save} busy={isHeld} />}
    >
      {conversationId === null && order === null && <CustomerFields draft={draft} onChange={setDraft} />}
      <OrderFields draft={draft} isCountry={isCountry} onChange={setDraft} />
      {create.isError && <Failure error={create.error} what={words.afterSale.changeFailed} onRetry={save} />}
      {change.isError && <Failure error={change.error} what={words.afterSale.changeFailed} onRetry={save} />}
    </Dialog>
  )
}

function useDraft(order: Order | null) {
  const { zone } = useHere()
  const today = dateIn(useNow(), zone).toString()
  return useState<Draft>({
    mail: "",
    name: "",
    number: order?.number ?? "",
    product: order?.product ?? "",
    total: order?.total ?? "",
    kind: order?.kind ?? "goods",
    country: order?.country ?? "",
    orderedOn: order?.orderedOn ?? today,
    deliveredOn: order?.deliveredOn ?? "",
    exception: order?.exception ?? "",
  })
}

function bodyOf({ number, product, total, kind, country, orderedOn, deliveredOn, exception }: Draft) {
  return {
    product: product.trim(),
    kind,
    orderedOn,
    number: number.trim() || null,
    total: total.trim() || null,
    country: countryOf(country),
    deliveredOn: deliveredOn || null,
    exception: exception || null,
  }
}

function whoseOf({ mail, name }: Draft, conversationId: string | null) {
  if (conversationId !== null) return { conversationId }
  return {
    customer: { ...(mail.trim() ? { mail: mail.trim() } : {}), ...(name.trim() ? { name: name.trim() } : {}) },
  }
}

type FieldsProps = { readonly draft: Draft; readonly onChange: (draft: Draft) => void }

function CustomerFields({ draft, onChange }: FieldsProps) {
  return (
    <div className={page.row}>
      <div className={page.grow}>
        <TextField
          label={told.customer}
          type="email"
          value={draft.mail}
          onChange={(event) => onChange({ ...draft, mail: event.target.value })}
        />
      </div>
      <div className={page.grow}>
        <TextField
          label={told.name}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </div>
    </div>
  )
}

function OrderFields({ draft, isCountry, onChange }: FieldsProps & { readonly isCountry: boolean }) {
  const text = (name: "number" | "product" | "total" | "orderedOn" | "deliveredOn", label: string, type = "text") => ({
    label,
    type,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [name]: event.target.value }),
  })
  return (
    <>
      <TextField {...text("product", told.product)} maxLength={300} />
      <div className={page.row}>
        <div className={page.grow}>
          <TextField {...text("number", told.number)} maxLength={100} />
        </div>
        <div className={page.grow}>
          <TextField {...text("total", told.total)} maxLength={100} />
        </div>
      </div>
      <div className={page.row}>
        <div className={page.grow}>
          <SelectField
            label={told.kind}
            value={draft.kind}
            choices={SALE_KINDS.map((value) => ({ value, label: told.kinds[value] }))}
            onChange={(event) =>
              onChange({ ...draft, kind: SALE_KINDS.find((each) => each === event.target.value) ?? "goods" })
            }
          />
        </div>
        <div className={page.grow}>
          <TextField
            label={told.country}
            maxLength={2}
            value={draft.country}
            error={isCountry || draft.country.length < 2 ? null : told.countryBad}
            hint={countryName(countryOf(draft.country) ?? "") ?? told.countryHint}
            onChange={(event) => onChange({ ...draft, country: event.target.value.toUpperCase() })}
          />
        </div>
      </div>
      <div className={page.row}>
        <div className={page.grow}>
          <TextField {...text("orderedOn", told.ordered, "date")} />
        </div>
        <div className={page.grow}>
          <TextField {...text("deliveredOn", told.delivered, "date")} />
        </div>
      </div>
      <p className="mute x">{told.deliveredHint}</p>
      <SelectField
        label={told.exception}
        value={draft.exception}
        choices={[
          { value: "", label: told.noException },
          ...EXCEPTIONS.map((value) => ({ value, label: words.afterSale.window.none(value) })),
        ]}
        onChange={(event) =>
          onChange({ ...draft, exception: EXCEPTIONS.find((each) => each === event.target.value) ?? "" })
        }
      />
    </>
  )
}
