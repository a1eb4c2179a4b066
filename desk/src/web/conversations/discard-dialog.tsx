import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { discardConversation } from "../../contract/conversations.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { useDrafts } from "./draft/drafts.tsx"
import { leaveReplying, stayReplying } from "./draft/use-replying.ts"
import type { OpenConversation } from "./use-conversation.ts"

const told = words.outbound.begin

/** Begun, and nothing in it: it can go as if it had never been. */
export function canBeDiscarded({ unsent, messages, owes }: OpenConversation): boolean {
  return unsent && messages.length === 0 && owes === 0
}

/** Takes a new mail back that was begun and not sent. Asks first: its words and files cannot be brought back. Where it fails, it stands in the list as before. */
export function DiscardDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const { slug } = useHere()
  const navigate = useNavigate()
  const toast = useToast()
  const drafts = useDrafts()
  const discard = useChange(discardConversation)
  const [isLeaving, setLeaving] = useState(false)
  const submit = async () => {
    if (isLeaving) return
    setLeaving(true)
    await drafts.flushAll() // so that no save of its words is still under way
    await leaveReplying(conversationId)
    await navigate({ to: "/$slug/conversations", params: { slug } }) // nothing here is to ask for what has gone
    const isDone = await discard.mutateAsync({ params: { conversationId } }).catch(() => null)
    if (isDone === null) stayReplying(conversationId)
    toast(isDone === null ? { text: told.discardFailed, icon: "risk" } : { text: told.discarded })
  }
  return (
    <Dialog
      title={told.discardTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={<DialogFoot does={told.discard} busy={isLeaving} />}
    >
      <p>{told.discardHint}</p>
    </Dialog>
  )
}
