import { useState } from "react"
import { createFactImport, previewFactImport } from "../../contract/fact-book.ts"
import type { AnswerOf } from "../api.ts"
import { useHere } from "../here.tsx"
import { type FileText, NO_FILE } from "../imports/file-fields.tsx"
import { PreviewPart } from "../imports/preview-part.tsx"
import { TakeFileDialog } from "../imports/take-file-dialog.tsx"
import { usePreview } from "../imports/use-preview.ts"
import { useChange } from "../queries.ts"
import { words } from "../words.ts"
import styles from "./facts.module.css"

const told = words.facts.imports

/** A price list or an exported book: what it would change is shown before it does. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { member } = useHere()
  const [file, setFile] = useState(NO_FILE)
  const body = bodyOf(file)
  const read = usePreview(previewFactImport, file.text.trim() === "" ? null : { body })
  const take = useChange(createFactImport)
  const mayTake = member.role !== "member"
  return (
    <TakeFileDialog
      told={told}
      hint={mayTake ? told.hint : told.onlyLeads}
      accept=".json,.csv,.tsv,.txt,application/json,text/csv"
      file={file}
      onFile={setFile}
      read={read}
      mayTake={mayTake}
      take={take}
      onTake={() => take.mutateAsync({ body })}
      onClose={onClose}
    >
      {read.preview !== null && <FactsPreview preview={read.preview} />}
    </TakeFileDialog>
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
      {({ subject, attribute, before, after, kind, isCompared }) => (
        <>
          <td>{subject}</td>
          <td className="mute">{attribute}</td>
          <td>
            {before !== null && <del>{before}</del>} <b>{after}</b>
          </td>
          <td className={isCompared ? "mute" : styles.words}>
            {kind === "same" ? "" : told[kind]}
            {!isCompared && told.words}
          </td>
        </>
      )}
    </PreviewPart>
  )
}

function bodyOf({ text, fileName }: FileText) {
  const format = /^\s*[[{]/.test(text) ? ("json" as const) : ("csv" as const)
  return { format, text, ...(fileName === null ? {} : { fileName }) }
}
