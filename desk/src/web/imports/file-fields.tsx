import { useState } from "react"
import { Field, TextArea, controlClass } from "../ui/field.tsx"

const LENGTH_MAX = 900_000 // characters, as the desk takes
const SHOWN_MAX = 5_000 // characters; a longer text is shown in part, and not edited here

export type FileText = { readonly text: string; readonly fileName: string | null }
export const NO_FILE: FileText = { text: "", fileName: null }

type Props = {
  readonly file: FileText
  readonly accept: string
  readonly told: { readonly choose: string; readonly paste: string; readonly tooLarge: string }
  readonly onChange: (file: FileText) => void
}

/** A table or a list that somebody chooses as a file, or pastes. */
export function FileFields({ file: { text, fileName }, accept, told, onChange }: Props) {
  const [isTooLarge, setTooLarge] = useState(false)
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    setTooLarge(chosen.size > LENGTH_MAX)
    if (chosen.size <= LENGTH_MAX) onChange({ text: await chosen.text(), fileName: chosen.name })
  }
  const isLong = text.length > SHOWN_MAX
  return (
    <>
      <Field label={told.choose} error={isTooLarge ? told.tooLarge : null}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept={accept}
            className={controlClass}
            onChange={(event) => void read(event.target.files?.[0])}
          />
        )}
      </Field>
      <TextArea
        label={told.paste}
        rows={4}
        value={isLong ? `${text.slice(0, SHOWN_MAX)}…` : text}
        readOnly={isLong}
        onChange={(event) => onChange({ text: event.target.value, fileName })}
      />
    </>
  )
}
