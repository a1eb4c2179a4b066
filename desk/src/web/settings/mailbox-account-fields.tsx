import { SelectField, TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import type { Security } from "./mail-draft.ts"
import { IMAP_PORT, type MailboxDraft, type Service, withService } from "./mailbox-draft.ts"
import type { MailboxFieldsProps } from "./mailbox-dialog.tsx"

const told = words.settings.mailboxes
const mail = words.settings.mail
const SECURITIES: readonly Security[] = ["tls", "starttls", "none"]
const SERVICES: readonly Service[] = ["other", "microsoft", "google"]

/** Where the account is and what opens it; choosing a service fills in what it needs. */
export function MailboxAccountFields({ draft, setDraft, wrong, isNew }: MailboxFieldsProps) {
  const set = (part: Partial<MailboxDraft>) => setDraft({ ...draft, ...part })
  const error = (name: keyof MailboxDraft) => (wrong === name ? told.missing : null)
  return (
    <>
      <SelectField
        label={told.service}
        choices={SERVICES.map((value) => ({ value, label: told.services[value] }))}
        value={draft.service}
        onChange={(event) => {
          const service = SERVICES.find((each) => each === event.target.value) ?? "other"
          setDraft(withService(draft, service))
        }}
      />
      <TextField
        label={told.address}
        hint={told.addressHint}
        type="email"
        value={draft.address}
        error={error("address")}
        onChange={(event) => set({ address: event.target.value })}
      />
      <ServerFields draft={draft} setDraft={setDraft} wrong={wrong} isNew={isNew} />
      <TextField
        label={mail.username}
        hint={told.usernameHint}
        value={draft.username}
        onChange={(event) => set({ username: event.target.value })}
      />
      <SelectField
        label={told.auth}
        choices={[
          { value: "password", label: told.auths.password },
          { value: "oauth", label: told.auths.oauth },
        ]}
        value={draft.auth}
        onChange={(event) => set({ auth: event.target.value === "oauth" ? "oauth" : "password" })}
      />
      {draft.auth === "password" ? (
        <SecretField
          label={mail.password}
          kept={isNew ? null : mail.passwordKept}
          value={draft.password}
          error={error("password")}
          onChange={(password) => set({ password })}
        />
      ) : (
        <OauthFields draft={draft} setDraft={setDraft} wrong={wrong} isNew={isNew} />
      )}
    </>
  )
}

function ServerFields({ draft, setDraft, wrong }: MailboxFieldsProps) {
  const set = (part: Partial<MailboxDraft>) => setDraft({ ...draft, ...part })
  const error = (name: keyof MailboxDraft) => (wrong === name ? told.missing : null)
  return (
    <div className={page.row} style={{ alignItems: "flex-start" }}>
      <div className={page.grow}>
        <TextField
          label={mail.host}
          value={draft.host}
          error={error("host")}
          onChange={(event) => set({ host: event.target.value })}
        />
      </div>
      <div style={{ width: 96 }}>
        <TextField
          label={mail.port}
          inputMode="numeric"
          value={draft.port}
          error={error("port")}
          onChange={(event) => set({ port: event.target.value })}
        />
      </div>
      <div style={{ width: 200 }}>
        <SelectField
          label={mail.security}
          choices={SECURITIES.map((value) => ({ value, label: told.securities[value] }))}
          value={draft.security}
          onChange={(event) => {
            const security = SECURITIES.find((each) => each === event.target.value) ?? "tls"
            set({ security, port: IMAP_PORT[security] })
          }}
        />
      </div>
    </div>
  )
}

function OauthFields({ draft, setDraft, wrong, isNew }: MailboxFieldsProps) {
  const set = (part: Partial<MailboxDraft>) => setDraft({ ...draft, ...part })
  const kept = isNew ? null : mail.passwordKept
  const error = (name: keyof MailboxDraft) => (wrong === name ? told.missing : null)
  return (
    <>
      <p className={page.hint}>{told.oauthHint}</p>
      {(["tokenUrl", "clientId", "scope"] as const).map((name) => (
        <TextField
          key={name}
          label={told[name]}
          value={draft[name]}
          error={error(name)}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      ))}
      {(["clientSecret", "refreshToken"] as const).map((name) => (
        <SecretField
          key={name}
          label={told[name]}
          kept={kept}
          value={draft[name]}
          error={error(name)}
          onChange={(value) => set({ [name]: value })}
        />
      ))}
    </>
  )
}

type SecretProps = {
  readonly label: string
  readonly kept: string | null
  readonly value: string
  readonly error: string | null
  readonly onChange: (value: string) => void
}

function SecretField({ label, kept, value, error, onChange }: SecretProps) {
  return (
    <TextField
      label={label}
      hint={kept}
      type="password"
      autoComplete="new-password"
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
