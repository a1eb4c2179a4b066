import { TextButton } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import { words } from "../words.ts"
import { CustomerFinder } from "./customer-finder.tsx"
import styles from "./customer-finder.module.css"
import { type ChosenCustomer, known, newFrom } from "./found-customer.ts"

type Props = {
  readonly chosen: ChosenCustomer | null
  readonly onChange: (chosen: ChosenCustomer | null) => void
  readonly onWait?: (waits: boolean) => void
  readonly error?: string | null
  /** False where the page has said who it is. */
  readonly mayChange?: boolean
}

/** Who it is about: found on file, or new with name, number and address. */
export function CustomerChoice({ chosen, onChange, onWait, error = null, mayChange = true }: Props) {
  if (chosen === null) {
    return (
      <CustomerFinder
        autoFocus
        error={error}
        {...(onWait === undefined ? {} : { onWait })}
        onChoose={(customer) => onChange(known(customer, words.ui.unnamed))}
        onNew={(typed) => onChange(newFrom(typed))}
      />
    )
  }
  return (
    <div>
      <div className={styles.chosen}>
        <b>{nameOf(chosen)}</b>
        {chosen.kind === "known" && <span className="mute x">{chosen.detail}</span>}
        {chosen.kind === "known" && chosen.owes > 0 && (
          <span className="x">{words.fields.customerOwes(chosen.owes)}</span>
        )}
        {mayChange && <TextButton onClick={() => onChange(null)}>{words.fields.change}</TextButton>}
      </div>
      {chosen.kind === "new" && <NewFields chosen={chosen} onChange={onChange} />}
    </div>
  )
}

type Fresh = Extract<ChosenCustomer, { kind: "new" }>

function NewFields({ chosen, onChange }: { chosen: Fresh; onChange: (chosen: ChosenCustomer) => void }) {
  return (
    <div className={styles.fresh} style={{ marginTop: 10 }}>
      <TextField
        label={words.fields.name}
        value={chosen.name}
        onChange={(event) => onChange({ ...chosen, name: event.target.value })}
      />
      <TextField
        label={words.fields.phone}
        type="tel"
        value={chosen.phone}
        onChange={(event) => onChange({ ...chosen, phone: event.target.value })}
      />
      <TextField
        label={words.fields.mail}
        type="email"
        value={chosen.mail}
        onChange={(event) => onChange({ ...chosen, mail: event.target.value })}
      />
    </div>
  )
}

export function nameOf(chosen: ChosenCustomer): string {
  if (chosen.kind === "known") return chosen.name
  return words.fields.newCustomerNamed
}
