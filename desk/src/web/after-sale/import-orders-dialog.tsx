import { useState } from "react"
import { createOrderImport, previewOrderImport } from "../../contract/orders.ts"
import type { AnswerOf } from "../api.ts"
import { FileFields, NO_FILE } from "../imports/file-fields.tsx"
import { PreviewPart } from "../imports/preview-part.tsx"
import { usePreview } from "../imports/use-preview.ts"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"

const told = words.afterSale.imports

/** A file of orders: what it would change, and which rows cannot be read, is shown before it does. */
export function ImportOrdersDialog({ onClose }: { onClose: () => void }) {
  const toast = useToast()
  const [file, setFile] = useState(NO_FILE)
  const { text } = file
  const { preview, isCurrent, error } = usePreview(previewOrderImport, text.trim() === "" ? null : { body: { text } })
  const take = useChange(createOrderImport)
  const count = preview === null ? 0 : preview.counts.new + preview.counts.changed
  const isHeld = count === 0 || !isCurrent || take.isPending
  const submit = () => {
    if (isHeld) return
    take.mutate(
      { body: { text } },
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
      <p className="mute x">{told.hint}</p>
      <FileFields file={file} accept=".csv,.tsv,.txt,text/csv" told={told} onChange={setFile} />
      {preview !== null && <OrdersPreview preview={preview} />}
      {error !== null && <Failure error={error} what={told.failed} />}
      {take.isError && <Failure error={take.error} what={told.failed} />}
    </Dialog>
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
