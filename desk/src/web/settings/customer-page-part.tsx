import { useState } from "react"
import { writeWorkspace } from "../../contract/workspace.ts"
import { LINK_DAYS_MAX } from "../../ledger/customer-page.ts"
import { useHere } from "../here.tsx"
import { ContactForm } from "./contact-form.tsx"
import { useChange } from "../queries.ts"
import { CheckField, RadioField } from "../ui/check-field.tsx"
import { TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { SaveFoot } from "./save-foot.tsx"
import { isWholeNumber } from "./whole-number.ts"

const told = words.customerPage.settings

/** Whether customers may see what was promised to them, and how much of it. */
export function CustomerPageSettingsPart() {
  const { settings } = useHere()
  const toast = useToast()
  const write = useChange(writeWorkspace)
  const [draft, setDraft] = useState(settings.customerPage)
  const [days, setDays] = useState(String(settings.customerPage.days))
  const isGood = isWholeNumber(days, { min: 1, max: LINK_DAYS_MAX })
  const save = () => {
    if (!isGood || write.isPending) return
    const customerPage = { ...draft, days: Number(days) }
    write.mutate({ body: { settings: { customerPage } } }, { onSuccess: () => toast({ text: words.settings.saved }) })
  }
  return (
    <div className={page.form}>
      <p className={page.hint}>
        {told.hint} {told.off}
      </p>
      <CheckField label={told.on} checked={draft.on} onChange={(on) => setDraft({ ...draft, on })} />
      <CheckField label={told.footer} checked={draft.footer} onChange={(footer) => setDraft({ ...draft, footer })} />
      <RadioField
        legend={told.showOwner}
        name="show-owner"
        value={draft.showOwner}
        choices={[
          { value: "name", label: told.owners.name },
          { value: "team", label: told.owners.team },
        ]}
        onChange={(showOwner) => setDraft({ ...draft, showOwner })}
      />
      <TextField
        label={told.days}
        hint={told.daysHint}
        inputMode="numeric"
        value={days}
        error={isGood ? null : told.daysBad}
        onChange={(event) => setDays(event.target.value)}
      />
      <SaveFoot write={write} isGood={isGood} onSave={save} />
      <PublicReport />
      <ContactForm />
    </div>
  )
}

/** Turned on and off at once: there is nothing else to choose about it. */
function PublicReport() {
  const { settings, slug } = useHere()
  const write = useChange(writeWorkspace)
  const { on } = settings.publicReport
  const change = (next: boolean) => write.mutate({ body: { settings: { publicReport: { on: next } } } })
  return (
    <section>
      <h3>{told.report}</h3>
      <p className={page.hint}>{told.reportHint}</p>
      <CheckField label={told.reportOn} checked={on} onChange={change} />
      {on && (
        <p>
          {told.reportAt}{" "}
          <a href={`/p/report/${slug}`} target="_blank" rel="noreferrer">
            {`${location.origin}/p/report/${slug}`}
          </a>
        </p>
      )}
      {write.isError && <Failure error={write.error} what={words.settings.saveFailed} />}
    </section>
  )
}
