import { useRef, useState, type KeyboardEvent, useEffect } from "react"
import { flushSync } from "react-dom"
import { Dialog } from "../ui/dialog.tsx"
import { controlClass } from "../ui/field.tsx"
import { Empty, Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import { CommandLines } from "./command-lines.tsx"
import type { Command } from "./commands.ts"
import { onEnter } from "./on-enter.ts"
import { SearchResults } from "./search-results.tsx"
import styles from "./search.module.css"
import { useCommands } from "./use-commands.ts"
import { useSearch } from "./use-search.ts"

const told = words.search

/** Finds customers, promises and messages, does what has a name here and goes to every place; arrows move, Enter chooses. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState("")
  const { items, isLoading, isEmpty, error, retry } = useSearch(typed)
  const commands = useCommands(typed)
  const isAsked = useRef(false) // Enter was pressed before it was known what there is
  const commandCount = commands.deeds.length + commands.places.length
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => field.current?.focus(), [])
  const rowsNow = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])]
  const enters = onEnter(typed, { ...commands, items, isLoading, error })
  const enter = () => {
    isAsked.current = enters === "wait"
    if (enters === "take") rowsNow()[0]?.click()
    if (enters === "point") rowsNow()[0]?.focus()
  }
  useEffect(() => {
    if (!isAsked.current || enters === "wait") return
    isAsked.current = false
    queueMicrotask(enter) // while React draws, what is chosen could not close this first
  })
  const move = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" && event.key !== "Enter") return
    const rows = rowsNow()
    const at = rows.findIndex((row) => row === document.activeElement)
    if (event.key === "Enter" && at >= 0) return
    event.preventDefault()
    if (event.key === "Enter") return enter()
    isAsked.current = false // who goes on to another line means that one
    const next = at + (event.key === "ArrowDown" ? 1 : -1)
    if (next < 0) field.current?.focus()
    else rows[Math.min(next, rows.length - 1)]?.focus()
  }
  // Closed first: the keys of the page act again, and what it opens gives the focus back to where it was.
  const choose = ({ run }: Command) => {
    flushSync(onClose)
    run()
  }
  return (
    <Dialog title={told.title} wide onClose={onClose}>
      <search className={styles.search}>
        <input
          ref={field}
          type="search"
          className={controlClass}
          aria-label={told.label}
          placeholder={told.label}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            isAsked.current = false
          }}
          onKeyDown={move}
        />
        <output className="vh">
          {isLoading || typed.trim() === "" ? "" : told.found(items.length + commandCount)}
        </output>
        <div ref={list} className={styles.results}>
          {typed.trim() === "" && <p className={styles.hint}>{told.hint}</p>}
          <CommandLines {...commands} onChoose={choose} onMove={move} />
          {error !== null && <Failure error={error} what={told.failed} onRetry={retry} />}
          {isEmpty && commandCount === 0 && <Empty title={told.none}>{told.noneHint}</Empty>}
          <SearchResults items={items} onOpen={onClose} onMove={move} />
        </div>
      </search>
    </Dialog>
  )
}
