import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { createCustomer } from "../../contract/customers.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"

const told = words.customers
const EMPTY = { name: "", company: "", mail: "", phone: "" }

/** Somebody new, by whatever is known of them. */
export function AddCustomerDialog({ onClose }: { onClose: () => void }) {
  const { slug } = useHere()
  const navigate = useNavigate()
  const create = useChange(createCustomer)
  const [form, setForm] = useState(EMPTY)
  const [isTried, setTried] = useState(false)
  const isEmpty = form.name.trim() === "" && form.mail.trim() === "" && form.phone.trim() === ""
  const submit = () => {
    setTried(true)
    if (isEmpty || create.isPending) return
    create.mutate(
      { body: filled(form) },
      {
        onSuccess: ({ id }) => {
          onClose()
          void navigate({ to: "/$slug/customers/$customerId", params: { slug, customerId: id } })
        },
      },
    )
  }
  const field = (name: keyof typeof EMPTY) => ({
    label: told[name],
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  })
  return (
    <Dialog
      title={told.addTitle}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.addDoes} busy={create.isPending} />}
    >
      <TextField {...field("name")} error={isTried && isEmpty ? told.needsOne : null} />
      <TextField {...field("company")} />
      <TextField {...field("mail")} type="email" />
      <TextField {...field("phone")} type="tel" />
      {create.isError && <Failure error={create.error} what={told.addFailed} />}
    </Dialog>
  )
}

function filled(form: typeof EMPTY): Partial<typeof EMPTY> {
  return Object.fromEntries(
    Object.entries(form)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ""),
  )
}
