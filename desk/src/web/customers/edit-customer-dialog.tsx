import { useState } from "react"
import { writeCustomer } from "../../contract/customers.ts"
import { useChange } from "../queries.ts"
import { ZoneField } from "../set-up/zone-field.tsx"
import { isZone } from "../set-up/zones.ts"
import { CheckField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import type { OpenCustomer } from "./use-customers.ts"

const told = words.customers

/** Changes name, company and time zone. */
export function EditCustomerDialog({ customer, onClose }: { customer: OpenCustomer; onClose: () => void }) {
  const write = useChange(writeCustomer)
  const [name, setName] = useState(customer.name ?? "")
  const [company, setCompany] = useState(customer.company ?? "")
  const [zone, setZone] = useState(customer.zone ?? "")
  const [noFirstMail, setNoFirstMail] = useState(customer.noFirstMail)
  const isKnownZone = zone.trim() === "" || isZone(zone.trim())
  const submit = () => {
    if (!isKnownZone || write.isPending) return
    // Only what was changed: of customers who are one, what is shown may be the other's.
    const body = {
      name: orNull(name),
      ...(company === (customer.company ?? "") ? {} : { company: orNull(company) }),
      ...(zone === (customer.zone ?? "") ? {} : { zone: orNull(zone) }),
      ...(noFirstMail === customer.noFirstMail ? {} : { noFirstMail }),
    }
    write.mutate({ params: { customerId: customer.id }, body }, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={told.edit}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.save} busy={write.isPending} />}
    >
      <TextField label={told.name} value={name} onChange={(event) => setName(event.target.value)} />
      <TextField label={told.company} value={company} onChange={(event) => setCompany(event.target.value)} />
      <ZoneField
        label={told.zone}
        hint={told.zoneHint}
        value={zone}
        error={isKnownZone ? null : told.zoneUnknown}
        onChange={(event) => setZone(event.target.value)}
      />
      <CheckField label={words.outbound.begin.noFirstMail} checked={noFirstMail} onChange={setNoFirstMail} />
      <p className="mute x">{words.outbound.begin.noFirstMailHint}</p>
      {write.isError && <Failure error={write.error} what={told.saveFailed} />}
    </Dialog>
  )
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim()
}
