import { useState } from "react"
import { DOCUMENT_KINDS } from "../../ledger/protocol-audit.ts"
import { useHere } from "../here.tsx"
import { OwnerField } from "../promise/owner-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Field, SelectField, TextArea, TextField, controlClass } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import type { AuditDocument } from "./audit-data.ts"
import { type HandedIn, SIZE_MAX, readHandedIn } from "./handed-in.ts"
import { useDocumentForm } from "./use-document-form.ts"

const told = words.protocol.dialog

/** Hands in a document, or a new version of one: a file or the text itself. */
export function DocumentDialog({
  document,
  onClose,
  onDone,
}: {
  document?: AuditDocument
  onClose: () => void
  onDone: (id: string) => void
}) {
  const { member } = useHere()
  const form = useDocumentForm(document, onDone)
  return (
    <Dialog
      title={document === undefined ? told.add : told.version(document.name)}
      wide
      onClose={onClose}
      onSubmit={form.submit}
      foot={
        <DialogFoot
          does={document === undefined ? told.doesAdd : told.doesVersion}
          busy={!form.isReady || form.isPending}
        />
      }
    >
      <p className="mute x">{told.hint}</p>
      <ContentFields handed={form.handed} onChange={form.hand} />
      {document === undefined && (
        <>
          {member.role !== "member" && form.handed.base64 === null && form.handed.text === "" && (
            <TextField
              label={told.address}
              hint={told.addressHint}
              placeholder="https://"
              value={form.handed.url}
              onChange={(event) => form.hand({ ...form.handed, url: event.target.value })}
            />
          )}
          <TextField label={told.name} value={form.name} onChange={(event) => form.setName(event.target.value)} />
          <SelectField
            label={told.kind}
            choices={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: words.protocol.kinds[kind] }))}
            value={form.kind}
            onChange={(event) => form.setKind(DOCUMENT_KINDS.find((kind) => kind === event.target.value) ?? "policy")}
          />
          <OwnerField ownerId={form.ownerId} onChange={form.setOwnerId} />
        </>
      )}
      {form.error !== null && <Failure error={form.error} what={told.failed} />}
    </Dialog>
  )
}

function ContentFields({ handed, onChange }: { handed: HandedIn; onChange: (handed: HandedIn) => void }) {
  const [isTooLarge, setTooLarge] = useState(false)
  const choose = async (file: File | undefined) => {
    if (file === undefined) return
    setTooLarge(file.size > SIZE_MAX)
    if (file.size <= SIZE_MAX) onChange(await readHandedIn(file))
  }
  return (
    <>
      <Field label={told.file} error={isTooLarge ? told.tooLarge : null}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".md,.txt,.html,.htm,.csv,.json,.yaml,.yml,.docx,.pdf,.eml"
            className={controlClass}
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        )}
      </Field>
      {handed.base64 === null && (
        <TextArea
          said
          label={told.paste}
          rows={8}
          value={handed.text}
          onChange={(event) => onChange({ ...handed, text: event.target.value })}
        />
      )}
    </>
  )
}
