import { type FocusEvent, type RefObject, useEffect, useRef, useState } from "react"
import { isWorthAsking } from "./typed-words.ts"

/** The ways out of a dialog: at once, or after asking where words would go with it. A reload asks, too. */
export function useLeaving(dialog: RefObject<HTMLDialogElement | null>, onClose: () => void) {
  const [isAsking, setAsking] = useState(false)
  const before = useRef(new Map<TextControl, string>()) // what stood in a field when it was first entered
  const last = useRef<HTMLElement | null>(null)
  const hasWords = () =>
    isWorthAsking(
      [...before.current]
        .filter(([{ isConnected }]) => isConnected)
        .map(([field, stood]) => ({ before: stood, now: field.value })),
    )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (hasWords()) event.preventDefault()
    }
    window.addEventListener("beforeunload", ask)
    return () => window.removeEventListener("beforeunload", ask)
  }, [])
  return {
    isAsking,
    noteFocus: ({ target }: FocusEvent) => {
      if (!isTextControl(target)) return
      if (!before.current.has(target)) before.current.set(target, stoodIn(target))
      setAsking(false) // they write on
    },
    leave: () => {
      if (!hasWords()) return onClose()
      const { activeElement } = document
      last.current = activeElement instanceof HTMLElement ? activeElement : null
      setAsking(true)
    },
    stay: () => {
      setAsking(false)
      const field = last.current?.isConnected === true ? last.current : dialog.current?.querySelector("textarea, input")
      if (field instanceof HTMLElement) field.focus()
    },
  }
}

/** What was written before and is not saved either was not there for anybody. */
function stoodIn(field: TextControl): string {
  return field.dataset["unsaved"] === undefined ? field.value : ""
}

type TextControl = HTMLTextAreaElement | HTMLInputElement

const TEXT_TYPES = new Set(["text", "email", "tel", "url"])

/** What is looked for (a search, a customer) is no text of theirs. */
function isTextControl(element: Element): element is TextControl {
  if (element instanceof HTMLTextAreaElement) return true
  return element instanceof HTMLInputElement && TEXT_TYPES.has(element.type) && element.role !== "combobox"
}
