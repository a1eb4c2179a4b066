import type { RefObject } from "react"
import styles from "./editor.module.css"
import { piecesOf, type Mark } from "./marks.ts"
import { linksOf, textWithLinks } from "./pasted-links.ts"
import { useCaretAtEnd } from "./use-caret-at-end.ts"

type Props = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly label: string
  readonly placeholder: string
  readonly marks: readonly Mark[]
  /** The id of the list that says in words what is underlined. */
  readonly describedBy: string
  /** The mark whose note is open. */
  readonly opened: number | null
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** Where the caret was put, by pointer or key. */
  readonly onCaret: (at: number) => void
}

/**
 * A plain text field over a copy of its text that carries the underlines. The field itself is the browser's own, so
 * that undo, spelling and input methods stay as they are; it grows with the copy.
 */
export function Editor({ value, onChange, label, placeholder, marks, describedBy, opened, field, onCaret }: Props) {
  useCaretAtEnd(field)
  return (
    <div className={styles.editor}>
      <div className={styles.copy} aria-hidden="true">
        {piecesOf(value, marks).map(({ text, mark }, index) =>
          mark === null ? (
            <span key={index}>{text}</span>
          ) : (
            <span
              key={index}
              className={styles.mark}
              data-kind={mark.kind}
              data-open={mark.number === opened || undefined}
            >
              {text}
              {mark.number > 0 && <sup className={styles.number}>{mark.number}</sup>}
            </span>
          ),
        )}
        {"\u200b" /* a last empty line has its height, too */}
      </div>
      <textarea
        ref={field}
        className={styles.field}
        value={value}
        aria-label={label}
        aria-describedby={describedBy}
        placeholder={placeholder}
        rows={1}
        spellCheck
        onChange={(event) => onChange(event.target.value)}
        onPaste={(event) => {
          const { clipboardData } = event
          const text = textWithLinks(clipboardData.getData("text/plain"), linksOf(clipboardData.getData("text/html")))
          if (text === null) return
          // As if it were typed, so that it can be undone; a browser that cannot pastes as it always does.
          if (document.execCommand("insertText", false, text)) event.preventDefault()
        }}
        onClick={(event) => onCaret(event.currentTarget.selectionStart)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur() // then single keys act
        }}
      />
    </div>
  )
}
