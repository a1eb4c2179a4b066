import { useState } from "react"
import type { OpenConversation } from "../use-conversation.ts"
import { type Draft, EMPTY_DRAFT, isSame, isUntouched, storedOf } from "./draft.ts"

/**
 * Who gets a copy while nobody has said so: whom the customer put on their mail. It is written into the draft with its first
 * words, and is no draft by itself.
 */
export function useCopies(draft: Draft, conversation: Pick<OpenConversation, "answersCc">) {
  const [isChosen, setChosen] = useState(false)
  const cc = conversation.answersCc.map(({ address }) => address)
  const shown = (kept: Draft) => (storedOf(kept) === null && !isChosen ? { ...kept, cc } : kept)
  return {
    draft: shown(draft),
    shown,
    choose: () => setChosen(true),
    kept: (next: Draft) => {
      const isDefault =
        isUntouched(next) && isSame(storedOf({ ...EMPTY_DRAFT, cc: next.cc }), storedOf({ ...EMPTY_DRAFT, cc }))
      if (next === EMPTY_DRAFT) setChosen(false) // sent: the next one begins anew
      return isDefault ? { ...next, cc: [] } : next
    },
  }
}
