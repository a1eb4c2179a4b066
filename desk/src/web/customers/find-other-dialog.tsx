import { useDeferredValue, useState } from "react"
import { listCustomers } from "../../contract/customers.ts"
import { useRead } from "../queries.ts"
import { RadioField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure, Loading } from "../ui/states.tsx"
import { words } from "../words.ts"
import { nameOf } from "./customer-name.ts"
import type { OpenCustomer } from "./use-customers.ts"

const told = words.samePerson
const FOUND_MAX = 8 // customers; whoever is not among them is found by typing more

export type Other = { readonly id: string; readonly name: string }

type Props = {
  readonly customer: OpenCustomer
  readonly onChoose: (other: Other) => void
  readonly onClose: () => void
}

/** Finds the other customer; what merging does is said next. */
export function FindOtherDialog({ customer, onChoose, onClose }: Props) {
  const [typed, setTyped] = useState("")
  const q = useDeferredValue(typed.trim())
  const read = useRead(listCustomers, { query: { q, limit: FOUND_MAX } }, { enabled: q !== "" })
  const found = q === "" ? [] : (read.data?.items ?? []).filter(({ id }) => id !== customer.id)
  const [chosenId, setChosen] = useState("")
  const chosen = found.find(({ id }) => id === chosenId) ?? found[0]
  return (
    <Dialog
      title={told.mergeTitle}
      onClose={onClose}
      onSubmit={() => chosen !== undefined && onChoose({ id: chosen.id, name: nameOf(chosen) })}
      foot={<DialogFoot does={told.merge} busy={chosen === undefined} />}
    >
      <TextField label={told.find} value={typed} onChange={(event) => setTyped(event.target.value)} />
      {found.length > 0 && (
        <RadioField
          legend={told.found}
          name="other"
          choices={found.map((each) => ({
            value: each.id,
            label: nameOf(each),
            hint: [each.company ?? "", ...each.addresses.map(({ shown }) => shown)].filter(Boolean).join(" · "),
          }))}
          value={chosen?.id ?? ""}
          onChange={setChosen}
        />
      )}
      {q !== "" && read.isPending && <Loading rows={1} />}
      {q !== "" && read.isSuccess && !read.isPlaceholderData && found.length === 0 && <p>{told.none}</p>}
      {read.isError && <Failure error={read.error} what={words.customers.failed} />}
    </Dialog>
  )
}
