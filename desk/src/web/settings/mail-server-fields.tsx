import { SelectField, TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import { type MailDraft, type Security, USUAL_PORT, isPort } from "./mail-draft.ts"

const told = words.settings.mail
const SECURITIES: readonly Security[] = ["starttls", "tls", "none"]

type Props = {
  readonly draft: MailDraft
  readonly hasPassword: boolean
  readonly isTried: boolean
  readonly onChange: (part: Partial<MailDraft>) => void
}

/** The server that sends; choosing a security fills in its usual port. */
export function MailServerFields({ draft, hasPassword, isTried, onChange }: Props) {
  return (
    <>
      <div className={page.row} style={{ alignItems: "flex-start" }}>
        <div className={page.grow}>
          <TextField
            label={told.host}
            value={draft.host}
            error={isTried && draft.host.trim() === "" ? told.hostMissing : null}
            onChange={(event) => onChange({ host: event.target.value })}
          />
        </div>
        <div style={{ width: 96 }}>
          <TextField
            label={told.port}
            inputMode="numeric"
            value={draft.port}
            error={isPort(draft.port) ? null : told.portBad}
            onChange={(event) => onChange({ port: event.target.value })}
          />
        </div>
      </div>
      <SelectField
        label={told.security}
        choices={SECURITIES.map((each) => ({ value: each, label: told.securities[each] }))}
        value={draft.security}
        onChange={(event) => {
          const security = SECURITIES.find((each) => each === event.target.value) ?? "starttls"
          const isUsual = Object.values(USUAL_PORT).includes(draft.port)
          onChange({ security, ...(isUsual ? { port: USUAL_PORT[security] } : {}) })
        }}
      />
      <TextField
        label={told.username}
        hint={told.usernameHint}
        value={draft.username}
        onChange={(event) => onChange({ username: event.target.value })}
      />
      <TextField
        label={told.password}
        hint={hasPassword ? told.passwordKept : null}
        type="password"
        autoComplete="new-password"
        value={draft.password}
        onChange={(event) => onChange({ password: event.target.value })}
      />
    </>
  )
}
