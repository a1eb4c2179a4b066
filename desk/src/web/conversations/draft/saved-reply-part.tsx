import { useState, type RefObject } from "react"
import { ReplyDialog, type SavedReply } from "../../replies/reply-dialog.tsx"
import { fillReply } from "../../../ledger/saved-reply.ts"
import { useHere } from "../../here.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { useToast } from "../../ui/toast.tsx"
import { words } from "../../words.ts"
import type { OpenConversation } from "../use-conversation.ts"
import { insertedAt } from "./inserted-at.ts"
import type { useReply } from "./use-reply.ts"

type Props = {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly reply: ReturnType<typeof useReply>
  readonly conversation: OpenConversation
}

/** S, or Alt S in the text: finds a saved reply and puts it where the caret is, with names and facts in their places. */
export function SavedReplyPart({ field, reply, conversation }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { member } = useHere()
  const toast = useToast()
  const open = () => setOpen(true)
  useKeys("page", {
    s: { label: words.replies.insertKey, run: open },
    "Alt+s": { label: words.replies.insertKey, run: open, foot: false },
  })
  const insert = (saved: SavedReply) => {
    const { text } = reply.draft
    const filled = fillReply(saved.text, {
      customer: conversation.customer.name,
      member: member.name,
      facts: reply.facts.current,
      scope: conversation.scope,
    })
    const at = field.current?.selectionStart ?? text.length
    const end = field.current?.selectionEnd ?? text.length
    reply.writeFrom(insertedAt(text, { start: at, end }, filled.text), saved.id)
    setOpen(false)
    requestAnimationFrame(() => field.current?.focus())
    if (filled.open.length > 0) toast({ text: words.replies.dialog.open(filled.open.join(", ")) })
  }
  return isOpen && <ReplyDialog onChoose={insert} onClose={() => setOpen(false)} />
}
