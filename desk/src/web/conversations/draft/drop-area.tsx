import { useState, type ReactNode } from "react"
import { words } from "../../words.ts"
import styles from "./outbound.module.css"

/** Takes files that are dropped on it or pasted into it; text is left to the field. */
export function DropArea({ onFiles, children }: { onFiles: (files: readonly File[]) => void; children: ReactNode }) {
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
        onFiles([...event.dataTransfer.files])
      }}
      onPaste={(event) => {
        const files = [...event.clipboardData.files]
        // What is copied from a table or a page is both; its words are meant.
        if (files.length === 0 || event.clipboardData.types.includes("text/plain")) return
        event.preventDefault()
        onFiles(files)
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
