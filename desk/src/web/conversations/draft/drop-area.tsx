import { useState, type ReactNode } from "react"
import { words } from "../../words.ts"
import styles from "./outbound.module.css"

type Props = {
  /** `at`: where in the text they were pasted; null for what was dropped. */
  readonly onFiles: (files: readonly File[], at: number | null) => void
  readonly children: ReactNode
}

/** Takes files that are dropped on it or pasted into it; text is left to the field. */
export function DropArea({ onFiles, children }: Props) {
  const [isOver, setOver] = useState(false)
  return (
    <div
      className={styles.area}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        onFiles([...event.dataTransfer.files], null)
      }}
      onPaste={(event) => {
        const files = [...event.clipboardData.files]
        // What is copied from a table or a page is both; its words are meant.
        if (files.length === 0 || event.clipboardData.types.includes("text/plain")) return
        event.preventDefault()
        onFiles(files, event.target instanceof HTMLTextAreaElement ? event.target.selectionStart : null)
      }}
    >
      {children}
      {isOver && (
        <p className={styles.drop} aria-hidden="true">
          {words.outbound.files.drop}
        </p>
      )}
    </div>
  )
}
