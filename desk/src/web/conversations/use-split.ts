import { useNavigate } from "@tanstack/react-router"
import { createMerge, createSplit } from "../../contract/conversation-moves.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import type { OpenConversation } from "./use-conversation.ts"

const told = words.merging

/** Splits messages off and goes to what they became; taking it back merges it into this one again. */
export function useSplit(conversation: OpenConversation) {
  const { slug } = useHere()
  const toast = useToast()
  const navigate = useNavigate()
  const split = useChange(createSplit)
  const merge = useChange(createMerge)
  const params = { conversationId: conversation.id }
  const go = (conversationId: string) =>
    void navigate({ to: "/$slug/conversations/$conversationId", params: { slug, conversationId } })
  const run = async (messageIds: readonly string[], then: () => void) => {
    const made = await split.mutateAsync({ params, body: { messageIds: [...messageIds] } }).catch(() => null)
    if (made === null) return
    const body = { conversationIds: [made.id], ofSeveralCustomers: true }
    const back = async () => {
      const merged = await merge.mutateAsync({ params, body }).catch(() => null)
      if (merged === null) toast({ text: told.failed, icon: "risk", undo })
      else go(conversation.id)
    }
    const undo = { label: told.splitUndo, run: () => void back() }
    toast({ text: told.splitDone, undo })
    then()
    go(made.id)
  }
  return {
    run: (...call: Parameters<typeof run>) => void run(...call),
    isPending: split.isPending,
    error: split.error,
  }
}
