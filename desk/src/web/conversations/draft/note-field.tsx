import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { useHere } from "../../here.tsx"
import { useTeam } from "../../promise/owner-field.tsx"
import { words } from "../../words.ts"
import styles from "./composer.module.css"
import { mentionAt, namesFor } from "./mention-at.ts"
import { useCaretAtEnd } from "./use-caret-at-end.ts"

type Props = {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Where a note is written: an @ offers the team's names; arrows choose, Enter or Tab takes one, Esc leaves it. */
export function NoteField({ field, value, onChange }: Props) {
  const { composer } = words
  const id = useId()
  const names = useNames(field, value, onChange)
  const list = useRef<HTMLUListElement>(null)
  // Above the field, and over what is around it: the composer scrolls, and would cut it off.
  useLayoutEffect(() => {
    const place = field.current?.getBoundingClientRect()
    if (list.current === null || place === undefined) return
    list.current.style.left = `${place.left + 8}px`
    list.current.style.bottom = `${window.innerHeight - place.top}px`
  })
  useCaretAtEnd(field)
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (names.found.length === 0) {
      if (event.key === "Escape") event.currentTarget.blur()
      return
    }
    const does = names.keys[event.key]
    if (does === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    does()
  }
  return (
    <div className={styles.noteWith}>
      <textarea
        ref={field}
        className={styles.noteField}
        aria-label={composer.noteLabel}
        placeholder={composer.notePlaceholder}
        rows={3}
        value={value}
        role="combobox"
        aria-expanded={names.found.length > 0}
        aria-controls={id}
        aria-activedescendant={names.found.length > 0 ? `${id}-${names.at}` : undefined}
        onChange={(event) => {
          onChange(event.target.value)
          names.look(event.target.selectionStart)
        }}
        onSelect={(event) => names.look(event.currentTarget.selectionStart)}
        onBlur={names.leave}
        onKeyDown={press}
      />
      <ul
        ref={list}
        id={id}
        role="listbox"
        aria-label={composer.mentionNames}
        className={styles.names}
        hidden={names.found.length === 0}
      >
        {names.found.map((each, index) => (
          <li
            key={each.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === names.at}
            onPointerDown={(event) => {
              event.preventDefault()
              names.take(each.name)
            }}
          >
            {each.name}
          </li>
        ))}
      </ul>
    </div>
  )
}

const NAMES_MAX = 6

function useNames(field: Props["field"], value: string, onChange: Props["onChange"]) {
  const { member } = useHere()
  const team = useTeam()
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const begun = caret === null ? null : mentionAt(value, caret)
  const others = team.filter((each) => each.id !== member.id)
  const found = begun === null ? [] : namesFor(others, begun.typed).slice(0, NAMES_MAX)
  const leave = () => setCaret(null)
  const take = (name: string) => {
    if (begun === null || caret === null) return
    const before = `${value.slice(0, begun.start)}@${name} `
    flushSync(() => onChange(`${before}${value.slice(caret)}`))
    field.current?.setSelectionRange(before.length, before.length)
    leave()
  }
  const chosen = found[Math.min(at, found.length - 1)]
  const takeChosen = () => {
    if (chosen !== undefined) take(chosen.name)
  }
  const move = (step: number) => setAt((Math.min(at, found.length - 1) + step + found.length) % found.length)
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: takeChosen,
    Tab: takeChosen,
    Escape: leave,
  }
  const look = (next: number) => {
    if (next !== caret) setAt(0)
    setCaret(next)
  }
  return { found, at: Math.min(at, Math.max(found.length - 1, 0)), look, leave, take, keys }
}
