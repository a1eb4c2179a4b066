import { useState } from "react"
import { HoldDialog } from "../customers/hold-dialog.tsx"
import { StandingHold } from "../customers/standing-hold.tsx"
import { useHere } from "../here.tsx"
import { words } from "../words.ts"
import styles from "./conversation-head.module.css"
import type { OpenConversation } from "./use-conversation.ts"

const told = words.retention

/** The legal hold that keeps the conversation; an admin sets one of its own here, and lifts it where all are listed. */
export function HoldPart({ conversation: { id, hold } }: { conversation: OpenConversation }) {
  const { member } = useHere()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <StandingHold hold={hold} className={styles.pressed} />
      {hold?.of !== "conversation" && member.role === "admin" && (
        <button type="button" className={styles.pressed} onClick={() => setOpen(true)}>
          {told.holdThis}
        </button>
      )}
      {isOpen && (
        <HoldDialog
          of={{ conversationId: id }}
          title={told.holdTitleConversation}
          hint={told.holdHintConversation}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
