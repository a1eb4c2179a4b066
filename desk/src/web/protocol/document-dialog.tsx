import { useState } from "react"
import { createAuditDocument, createAuditVersion } from "../../contract/audit.ts"
import { DOCUMENT_KINDS, type DocumentKind } from "../../ledger/protocol-audit.ts"
import { useHere } from "../here.tsx"
import { OwnerField } from "../promise/owner-field.tsx"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Field, SelectField, TextArea, TextField, controlClass } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { type AuditDocument, openIn } from "./audit-data.ts"
import { type HandedIn, NOTHING, SIZE_MAX, contentOf, readHandedIn } from "./handed-in.ts"

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
          onClose={onClose}
        />
      }
    >
      <p className="mute x">{told.hint}</p>
      <ContentFields handed={form.handed} onChange={form.hand} />
      {document === undefined && (
        <>
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

function useDocumentForm(document: AuditDocument | undefined, onDone: (id: string) => void) {
  const { member } = useHere()
  const toast = useToast()
  const [handed, setHanded] = useState<HandedIn>(NOTHING)
  const [name, setName] = useState("")
  const [kind, setKind] = useState<DocumentKind>("policy")
  const [ownerId, setOwnerId] = useState(member.id)
  const add = useChange(createAuditDocument)
  const change = useChange(createAuditVersion)
  const content = contentOf(handed)
  const isReady = content !== null && (document !== undefined || name.trim() !== "")
  const hand = (next: HandedIn) => {
    setHanded(next)
    if (next.fileName !== null && (name === "" || name === handed.fileName)) setName(next.fileName)
  }
  const taken = (done: AuditDocument) => {
    toast({ text: told.added(done.name, openIn(done)) })
    onDone(done.id)
  }
  const submit = () => {
    if (!isReady || add.isPending || change.isPending) return
    const named = handed.fileName === null ? {} : { name: handed.fileName }
    if (document === undefined) add.mutate({ body: { name, kind, ownerId, content } }, { onSuccess: taken })
    else change.mutate({ params: { documentId: document.id }, body: { ...named, content } }, { onSuccess: taken })
  }
  const fields = { handed, hand, name, setName, kind, setKind, ownerId, setOwnerId }
  return { ...fields, isReady, isPending: add.isPending || change.isPending, error: add.error ?? change.error, submit }
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
