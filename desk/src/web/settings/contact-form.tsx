import { writeWorkspace } from "../../contract/workspace.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { CheckField } from "../ui/check-field.tsx"
import { TextArea } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"

const told = words.outbound.form

/** A form for the shop's own site: turned on and off at once, with what to put there. */
export function ContactForm() {
  const { settings, slug } = useHere()
  const write = useChange(writeWorkspace)
  const { on } = settings.contactForm
  const address = `${location.origin}/p/contact/${slug}`
  return (
    <section>
      <h3>{told.title}</h3>
      <p className={page.hint}>{told.hint}</p>
      <CheckField
        label={told.on}
        checked={on}
        onChange={(next) => write.mutate({ body: { settings: { contactForm: { on: next } } } })}
      />
      {on && (
        <>
          <p>
            {told.at}{" "}
            <a href={address} target="_blank" rel="noreferrer">
              {address}
            </a>
          </p>
          <TextArea
            label={told.embed}
            hint={told.embedHint}
            readOnly
            rows={3}
            value={`<iframe src="${address}" title="Contact" width="100%" height="760" style="border:0"></iframe>`}
            onFocus={(event) => event.currentTarget.select()}
          />
        </>
      )}
      {write.isError && <Failure error={write.error} what={words.settings.saveFailed} />}
    </section>
  )
}
