import { useState } from "react"
import { createOrderImport, previewOrderImport } from "../../contract/orders.ts"
import type { AnswerOf } from "../api.ts"
import { NO_FILE } from "../imports/file-fields.tsx"
import { PreviewPart } from "../imports/preview-part.tsx"
import { TakeFileDialog } from "../imports/take-file-dialog.tsx"
import { usePreview } from "../imports/use-preview.ts"
import { useChange } from "../queries.ts"
import { words } from "../words.ts"

const told = words.afterSale.imports

/** A file of orders: what it would change, and which rows cannot be read, is shown before it does. */
export function ImportOrdersDialog({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState(NO_FILE)
  const body = { text: file.text }
  const read = usePreview(previewOrderImport, file.text.trim() === "" ? null : { body })
  const take = useChange(createOrderImport)
  return (
    <TakeFileDialog
      told={told}
      hint={told.hint}
      accept=".csv,.tsv,.txt,text/csv"
      file={file}
      onFile={setFile}
      read={read}
      mayTake
      take={take}
      onTake={() => take.mutateAsync({ body })}
      onClose={onClose}
    >
      {read.preview !== null && <OrdersPreview preview={read.preview} />}
    </TakeFileDialog>
  )
}

function OrdersPreview({ preview: { counts, lines, problems } }: { preview: AnswerOf<typeof previewOrderImport> }) {
  return (
    <PreviewPart
      told={told}
      counts={counts}
      problems={problems.map(({ row, problem }) => told.row(row, problem))}
      lines={lines.filter(({ kind }) => kind !== "same")}
      keyOf={({ row }) => row}
    >
      {({ number, product, customer, kind }) => (
        <>
          <td>{number}</td>
          <td>{product}</td>
          <td className="mute">{customer}</td>
          <td className="mute">{told.kinds[kind]}</td>
        </>
      )}
    </PreviewPart>
  )
}
