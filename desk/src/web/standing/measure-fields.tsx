import { MEASURES } from "../../ledger/standing-promise.ts"
import { useHere } from "../here.tsx"
import { SelectField, TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import type { StandingDraft } from "./standing-draft.ts"

const told = words.standing.dialog
const EVERY = "" // kind of promise

type Props = { readonly draft: StandingDraft; readonly onChange: (draft: StandingDraft) => void }

/** How it is measured, or why it cannot be. */
export function MeasureFields({ draft, onChange }: Props) {
  const text = (name: "hours" | "percent" | "why") => ({
    label: told[name],
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [name]: event.target.value }),
  })
  return (
    <>
      <SelectField
        label={told.measure}
        value={draft.kind}
        choices={MEASURES.map((value) => ({ value, label: told.measures[value] }))}
        onChange={(event) =>
          onChange({ ...draft, kind: MEASURES.find((each) => each === event.target.value) ?? "none" })
        }
      />
      {draft.kind === "none" ? (
        <TextField {...text("why")} maxLength={500} />
      ) : (
        <div className={page.pair}>
          {draft.kind === "first-answer" ? (
            <TextField {...text("hours")} inputMode="decimal" />
          ) : (
            <DeedField draft={draft} onChange={onChange} />
          )}
          <TextField {...text("percent")} inputMode="numeric" />
        </div>
      )}
    </>
  )
}

function DeedField({ draft, onChange }: Props) {
  const { settings } = useHere()
  const kinds = settings.deeds.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <SelectField
      label={told.deed}
      value={draft.deed ?? EVERY}
      choices={[{ value: EVERY, label: told.everyDeed }, ...kinds]}
      onChange={(event) => onChange({ ...draft, deed: event.target.value === EVERY ? null : event.target.value })}
    />
  )
}
