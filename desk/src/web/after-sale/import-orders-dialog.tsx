import { useDeferredValue, useEffect, useState } from "react"
import { createOrderImport, previewOrderImport } from "../../contract/orders.ts"
import { type AnswerOf, call } from "../api.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Field, TextArea, controlClass } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./after-sale.module.css"

const told = words.afterSale.imports
const LENGTH_MAX = 900_000 // characters, as the desk takes
const SHOWN_MAX = 100 // lines of the preview

type Preview = AnswerOf<typeof previewOrderImport>

/** A file of orders: what it would change, and which rows cannot be read, is shown before it does. */
export function ImportOrdersDialog({ onClose }: { onClose: () => void }) {
  const toast = useToast()
  const [text, setText] = useState("")
  const { preview, error } = usePreview(text)
  const take = useChange(createOrderImport)
  const count = preview === null ? 0 : preview.counts.new + preview.counts.changed
  const submit = () => {
    if (count === 0 || take.isPending) return
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
      foot={<DialogFoot does={told.does(count)} busy={take.isPending || count === 0} onClose={onClose} />}
    >
      <p className="mute x">{told.hint}</p>
      <FileFields text={text} onChange={setText} />
      {preview !== null && <PreviewPart preview={preview} />}
      {error !== null && <Failure error={error} what={told.failed} />}
      {take.isError && <Failure error={take.error} what={told.failed} />}
    </Dialog>
  )
}

function FileFields({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [isTooLarge, setTooLarge] = useState(false)
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    setTooLarge(chosen.size > LENGTH_MAX)
    if (chosen.size <= LENGTH_MAX) onChange(await chosen.text())
  }
  const isLong = text.length > 5_000
  return (
    <>
      <Field label={told.choose} error={isTooLarge ? told.tooLarge : null}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            className={controlClass}
            onChange={(event) => void read(event.target.files?.[0])}
          />
        )}
      </Field>
      <TextArea
        label={told.paste}
        rows={4}
        value={isLong ? `${text.slice(0, 5_000)}…` : text}
        readOnly={isLong}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  )
}

function PreviewPart({ preview: { counts, lines, problems } }: { preview: Preview }) {
  const changing = lines.filter(({ kind }) => kind !== "same")
  return (
    <section aria-live="polite">
      <h3>{told.sum(counts.new, counts.changed, counts.same)}</h3>
      {problems.length > 0 && (
        <div className={styles.problems}>
          <b>{told.problems(problems.length)}</b>
          <ul>
            {problems.slice(0, SHOWN_MAX).map(({ row, problem }) => (
              <li key={row}>{told.row(row, problem)}</li>
            ))}
          </ul>
          {problems.length > SHOWN_MAX && told.others(problems.length - SHOWN_MAX)}
        </div>
      )}
      {changing.length > 0 && (
        <table className={page.table}>
          <tbody>
            {changing.slice(0, SHOWN_MAX).map((line) => (
              <tr key={line.row}>
                <td>{line.number}</td>
                <td>{line.product}</td>
                <td className="mute">{line.customer}</td>
                <td className="mute">{told.kinds[line.kind]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changing.length > SHOWN_MAX && <p className="mute x">{told.others(changing.length - SHOWN_MAX)}</p>}
    </section>
  )
}

/** What the file would change, as the desk says; asked again when the text is another. */
function usePreview(text: string): { readonly preview: Preview | null; readonly error: unknown } {
  const { slug } = useHere()
  const settled = useDeferredValue(text)
  const [found, setFound] = useState<{ readonly preview: Preview | null; readonly error: unknown }>({
    preview: null,
    error: null,
  })
  useEffect(() => {
    const asked = new AbortController()
    const answer =
      settled.trim() === ""
        ? Promise.resolve(null)
        : call(previewOrderImport, { body: { text: settled } }, { slug, signal: asked.signal })
    answer.then(
      (preview) => setFound({ preview, error: null }),
      (error: unknown) => {
        if (!asked.signal.aborted) setFound({ preview: null, error })
      },
    )
    return () => asked.abort()
  }, [settled, slug])
  return found
}
