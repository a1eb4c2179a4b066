import { useEffect } from "react"

type Put = { readonly conversationId: string; readonly line: string }

const NAME = "aboveboard:put-into-draft"

/** Puts a line at the end of the answer that is being written in this conversation, if one can be. */
export function putIntoDraft(conversationId: string, line: string): void {
  window.dispatchEvent(new CustomEvent<Put>(NAME, { detail: { conversationId, line } }))
}

/** Takes what other parts of the page put into the answer. */
export function useLinesPut(conversationId: string, text: string, write: (text: string) => void): void {
  useEffect(() => {
    const take = (event: Event) => {
      if (!(event instanceof CustomEvent) || event.detail.conversationId !== conversationId) return
      const before = text.trimEnd()
      write(before === "" ? event.detail.line : `${before}\n\n${event.detail.line}`)
    }
    window.addEventListener(NAME, take)
    return () => window.removeEventListener(NAME, take)
  }, [conversationId, text, write])
}
