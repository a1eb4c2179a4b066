import { CheckField } from "../ui/check-field.tsx"
import { TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import type { MailboxFieldsProps } from "./mailbox-dialog.tsx"
import type { MailboxDraft } from "./mailbox-draft.ts"

const told = words.settings.mailboxes

/** Which folders are read, from when on, and what is done with Sent. */
export function MailboxReadingFields({ draft, setDraft, wrong }: MailboxFieldsProps) {
  const set = (part: Partial<MailboxDraft>) => setDraft({ ...draft, ...part })
  return (
    <>
      <div className={page.row} style={{ alignItems: "flex-start" }}>
        <div className={page.grow}>
          <TextField
            label={told.inboxFolder}
            value={draft.inboxFolder}
            error={wrong === "inboxFolder" ? told.missing : null}
            onChange={(event) => set({ inboxFolder: event.target.value })}
          />
        </div>
        <div className={page.grow}>
          <TextField
            label={told.sentFolder}
            hint={told.sentFolderHint}
            value={draft.sentFolder}
            onChange={(event) => set({ sentFolder: event.target.value })}
          />
        </div>
      </div>
      <CheckField label={told.readsSent} checked={draft.readsSent} onChange={(readsSent) => set({ readsSent })} />
      <CheckField
        label={told.appendsSent}
        checked={draft.appendsSent}
        onChange={(appendsSent) => set({ appendsSent })}
      />
      <CheckField label={told.fromDate} checked={draft.isFromDate} onChange={(isFromDate) => set({ isFromDate })} />
      {draft.isFromDate && (
        <TextField
          label={told.readFrom}
          hint={told.readFromHint}
          type="datetime-local"
          value={draft.readFrom}
          error={wrong === "readFrom" ? told.missing : null}
          onChange={(event) => set({ readFrom: event.target.value })}
        />
      )}
    </>
  )
}
