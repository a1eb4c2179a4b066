import { useDeferredValue, useEffect, useState } from "react"
import type { z } from "zod"
import { createFactImport, previewFactImport } from "../../contract/fact-book.ts"
import { call } from "../api.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Field, TextArea, controlClass } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./facts.module.css"

const told = words.facts.imports
const LENGTH_MAX = 900_000 // characters, as the desk takes
const SHOWN_MAX = 200 // lines of the preview
const PROBLEMS_SHOWN = 8

type Preview = z.output<typeof previewFactImport.answer>
type FileText = { readonly text: string; readonly fileName: string | null }

/** A price list or an exported book: what it would change is shown before it does. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { member } = useHere()
  const toast = useToast()
  const [file, setFile] = useState<FileText>({ text: "", fileName: null })
  const { preview, error } = usePreview(file)
  const take = useChange(createFactImport)
  const count = preview === null ? 0 : preview.counts.new + preview.counts.changed
  const mayImport = member.role !== "member"
  const submit = () => {
    if (!mayImport || count === 0 || take.isPending) return
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
      foot={<DialogFoot does={told.does(count)} busy={take.isPending || count === 0 || !mayImport} onClose={onClose} />}
    >
      <p className="mute x">{mayImport ? told.hint : told.onlyLeads}</p>
      <FileFields file={file} onChange={setFile} />
      {preview !== null && <PreviewPart preview={preview} />}
      {error !== null && <Failure error={error} what={told.failed} />}
      {take.isError && <Failure error={take.error} what={told.failed} />}
    </Dialog>
  )
}

function FileFields({ file, onChange }: { file: FileText; onChange: (file: FileText) => void }) {
  const [isTooLarge, setTooLarge] = useState(false)
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    setTooLarge(chosen.size > LENGTH_MAX)
    if (chosen.size <= LENGTH_MAX) onChange({ text: await chosen.text(), fileName: chosen.name })
  }
  return (
    <>
      <Field label={told.choose} error={isTooLarge ? told.tooLarge : null}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".json,.csv,.tsv,.txt,application/json,text/csv"
            className={controlClass}
            onChange={(event) => void read(event.target.files?.[0])}
          />
        )}
      </Field>
      <TextArea
        label={told.paste}
        rows={4}
        value={file.text.length > 5_000 ? `${file.text.slice(0, 5_000)}…` : file.text}
        readOnly={file.text.length > 5_000}
        onChange={(event) => onChange({ text: event.target.value, fileName: file.fileName })}
      />
    </>
  )
}

function PreviewPart({ preview }: { preview: Preview }) {
  const { counts, lines, problems } = preview
  const changing = lines.filter(({ kind }) => kind !== "same")
  return (
    <section className={styles.preview} aria-live="polite">
      <h3>{told.sum(counts.new, counts.changed, counts.same)}</h3>
      {problems.length > 0 && (
        <div className={styles.problems}>
          <b>{told.problems(problems.length)}</b>
          <ul>
            {problems.slice(0, PROBLEMS_SHOWN).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          {problems.length > PROBLEMS_SHOWN && told.others(problems.length - PROBLEMS_SHOWN)}
        </div>
      )}
      {changing.length > 0 && (
        <table className={page.table}>
          <tbody>
            {changing.slice(0, SHOWN_MAX).map((line) => (
              <tr key={line.name}>
                <td>{line.subject}</td>
                <td className="mute">{line.attribute}</td>
                <td>
                  {line.before !== null && <del>{line.before}</del>} <b>{line.after}</b>
                </td>
                <td className="mute">{told[line.kind]}</td>
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
function usePreview(file: FileText): { readonly preview: Preview | null; readonly error: unknown } {
  const { slug } = useHere()
  const settled = useDeferredValue(file)
  const [found, setFound] = useState<{ readonly preview: Preview | null; readonly error: unknown }>({
    preview: null,
    error: null,
  })
  useEffect(() => {
    const isEmpty = settled.text.trim() === ""
    const asked = new AbortController()
    const answer = isEmpty
      ? Promise.resolve(null)
      : call(previewFactImport, { body: bodyOf(settled) }, { slug, signal: asked.signal })
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

function bodyOf({ text, fileName }: FileText) {
  const format = /^\s*[[{]/.test(text) ? ("json" as const) : ("csv" as const)
  return { format, text, ...(fileName === null ? {} : { fileName }) }
}
