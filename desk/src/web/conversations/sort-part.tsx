import { useState } from "react"
import { useKeys } from "../ui/keys.tsx"
import { words } from "../words.ts"
import styles from "./conversation-head.module.css"
import { SortDialog } from "./sort-dialog.tsx"
import type { OpenConversation } from "./use-conversation.ts"

/** Merging and splitting; Y asks. */
export function SortPart({ conversation }: { conversation: OpenConversation }) {
  const [isOpen, setOpen] = useState(false)
  useKeys("page", { Y: { label: words.merging.key, run: () => setOpen(true), foot: false } })
  return (
    <>
      <button type="button" className={styles.pressed} onClick={() => setOpen(true)}>
        {words.merging.title}
      </button>
      {isOpen && <SortDialog conversation={conversation} onClose={() => setOpen(false)} />}
    </>
  )
}
