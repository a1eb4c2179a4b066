import { useState } from "react"
import { createFactImport, previewFactImport } from "../../contract/fact-book.ts"
import type { AnswerOf } from "../api.ts"
import { useHere } from "../here.tsx"
import { FileFields, type FileText, NO_FILE } from "../imports/file-fields.tsx"
import { PreviewPart } from "../imports/preview-part.tsx"
import { usePreview } from "../imports/use-preview.ts"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"

const told = words.facts.imports

/** A price list or an exported book: what it would change is shown before it does. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { member } = useHere()
  const toast = useToast()
  const [file, setFile] = useState(NO_FILE)
  const input = file.text.trim() === "" ? null : { body: bodyOf(file) }
  const { preview, isCurrent, error } = usePreview(previewFactImport, input)
  const take = useChange(createFactImport)
  const count = preview === null ? 0 : preview.counts.new + preview.counts.changed
  const mayImport = member.role !== "member"
  const isHeld = !mayImport || count === 0 || !isCurrent || take.isPending
  const submit = () => {
    if (isHeld) return
    take.mutate(
      { body: bodyOf(file) },
      {
        onSuccess: ({ added, changed }) => {
          toast({ text: told.done(added, changed) })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={told.title}
      wide
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.does(count)} busy={isHeld} onClose={onClose} />}
    >
      <p className="mute x">{mayImport ? told.hint : told.onlyLeads}</p>
      <FileFields file={file} accept=".json,.csv,.tsv,.txt,application/json,text/csv" told={told} onChange={setFile} />
      {preview !== null && <FactsPreview preview={preview} />}
      {error !== null && <Failure error={error} what={told.failed} />}
      {take.isError && <Failure error={take.error} what={told.failed} />}
    </Dialog>
  )
}

function FactsPreview({ preview: { counts, lines, problems } }: { preview: AnswerOf<typeof previewFactImport> }) {
  return (
    <PreviewPart
      told={told}
      counts={counts}
      problems={problems}
      lines={lines.filter(({ kind }) => kind !== "same")}
      keyOf={({ name }) => name}
    >
      {({ subject, attribute, before, after, kind }) => (
        <>
          <td>{subject}</td>
          <td className="mute">{attribute}</td>
          <td>
            {before !== null && <del>{before}</del>} <b>{after}</b>
          </td>
          <td className="mute">{kind === "same" ? "" : told[kind]}</td>
        </>
      )}
    </PreviewPart>
  )
}

function bodyOf({ text, fileName }: FileText) {
  const format = /^\s*[[{]/.test(text) ? ("json" as const) : ("csv" as const)
  return { format, text, ...(fileName === null ? {} : { fileName }) }
}
