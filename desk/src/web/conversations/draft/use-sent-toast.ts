import { cancelMessage } from "../../../contract/messages.ts"
import { useChange } from "../../queries.ts"
import { useToast } from "../../ui/toast.tsx"
import { words } from "../../words.ts"
import type { Draft } from "./draft.ts"
import type { Sent } from "./use-sending.ts"

const UNDO = 10_000 // milliseconds; as long as the desk waits before it sends

/** Says that a message leaves in ten seconds, and takes it back into the draft when it is stopped. */
export function useSentToast(change: (draft: Draft) => void): (message: Sent, draft: Draft) => void {
  const toast = useToast()
  const cancel = useChange(cancelMessage)
  const { sent } = words.composer
  return (message, draft) => {
    const stop = async () => {
      try {
        await cancel.mutateAsync({ params: { messageId: message.id }, body: {} })
        change(draft)
        toast({ text: sent.stopped })
      } catch {
        toast({ text: sent.tooLate, icon: "x" })
      }
    }
    const leaves = message.leavesAt !== null
    toast({
      text: leaves ? sent.toast : sent.noServer,
      icon: "clock",
      undo: { label: sent.stop, run: () => void stop() },
      stays: UNDO,
    })
  }
}
