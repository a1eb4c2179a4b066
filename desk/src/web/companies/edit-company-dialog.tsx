import { useState } from "react"
import { writeCompany } from "../../contract/companies.ts"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import type { OpenCompany } from "./company-page.tsx"

const told = words.companies

/** Changes the name, for all its people, and its mail domains. */
export function EditCompanyDialog({ company, onClose }: { company: OpenCompany; onClose: () => void }) {
  const write = useChange(writeCompany)
  const [name, setName] = useState(company.name)
  const [domains, setDomains] = useState(company.domains.join(" "))
  const isHeld = name.trim() === "" || write.isPending
  const submit = () => {
    if (isHeld) return
    const body = { name: name.trim(), domains: domains.split(/[\s,;]+/).filter((domain) => domain !== "") }
    write.mutate({ params: { companyId: company.id }, body }, { onSuccess: onClose })
  }
  return (
    <Dialog title={told.edit} onClose={onClose} onSubmit={submit} foot={<DialogFoot does={told.save} busy={isHeld} />}>
      <TextField label={told.name} value={name} onChange={(event) => setName(event.target.value)} />
      <TextField
        label={told.domainField}
        hint={told.domainHint}
        value={domains}
        onChange={(event) => setDomains(event.target.value)}
      />
      {write.isError && <Failure error={write.error} what={told.saveFailed} onRetry={submit} />}
    </Dialog>
  )
}
