import { useHere } from "../here.tsx"
import { useKept } from "../ui/use-kept.ts"
import type { ChosenCustomer } from "./found-customer.ts"
import { keptLog } from "./kept-log.ts"
import type { About } from "./log-dialogs.tsx"
import type { LogDraft } from "./use-write-log.ts"

/** What is being written down of a call: nobody says it again, so it outlives an ended session and a reload. */
export function useKeptLog({ conversationId, customerId, keeps = [] }: About, onClose: () => void) {
  const { member } = useHere()
  const place = `aboveboard:log:${member.id}:${conversationId ?? customerId ?? ""}`
  const begun = { draft: { channel: "call" as const, text: "", at: "", keeps }, picked: null }
  const { state, set, forget, isFromBefore } = useKept(place, keptLog, begun)
  return {
    draft: state.draft,
    setDraft: (draft: LogDraft) => set({ ...state, draft }),
    picking: { picked: state.picked, pick: (picked: ChosenCustomer | null) => set({ ...state, picked }) },
    /** Logged, or thrown away. */
    close: () => {
      forget()
      onClose()
    },
    isFromBefore,
  }
}
