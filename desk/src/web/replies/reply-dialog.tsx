import { useRef, useState, type KeyboardEvent } from "react"
import type { z } from "zod"
import { listReplies, type savedReply } from "../../contract/saved-replies.ts"
import { useRead } from "../queries.ts"
import { Dialog } from "../ui/dialog.tsx"
import { controlClass } from "../ui/field.tsx"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { words } from "../words.ts"
import styles from "./replies.module.css"

const told = words.replies.dialog

export type SavedReply = z.output<typeof savedReply>

/** Finds a saved reply; arrows move, Enter puts it into the draft. */
export function ReplyDialog({ onChoose, onClose }: { onChoose: (reply: SavedReply) => void; onClose: () => void }) {
  const read = useRead(listReplies)
  const [typed, setTyped] = useState("")
  const list = useRef<HTMLUListElement>(null)
  const found = (read.data?.items ?? []).filter((each) => fits(each, typed))
  const move = (event: KeyboardEvent) => {
    if (!["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) return
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])]
    const at = rows.findIndex((row) => row === document.activeElement)
    if (event.key === "Enter") {
      if (at >= 0) return
      event.preventDefault()
      rows[0]?.click()
      return
    }
    event.preventDefault()
    rows[Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), rows.length - 1)]?.focus()
  }
  return (
    <Dialog title={told.title} wide onClose={onClose}>
      <input
        type="search"
        className={controlClass}
        aria-label={told.find}
        placeholder={told.find}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={move}
      />
      {read.isError && <Failure error={read.error} what={told.failed} />}
      {read.data === undefined && read.isPending && <Loading rows={3} />}
      {read.data !== undefined && found.length === 0 && <Empty title={told.none}>{told.noneHint}</Empty>}
      <ul ref={list} className={styles.found}>
        {found.map((reply) => (
          <li key={reply.id}>
            <button type="button" onClick={() => onChoose(reply)} onKeyDown={move}>
              <b>{reply.name}</b>
              {reply.verdict !== "clear" && (
                <span className={reply.verdict === "hold" ? "red" : "ochre"}>{told[reply.verdict]}</span>
              )}
              <span className={`q ${styles.excerpt}`}>{reply.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function fits({ name, text }: SavedReply, typed: string): boolean {
  const wanted = typed.toLowerCase().split(/\s+/)
  const all = `${name} ${text}`.toLowerCase()
  return wanted.every((word) => all.includes(word))
}
