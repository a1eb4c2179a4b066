import { useState } from "react"
import type { Sent } from "./use-sending.ts"

/**
 * The newest message that the writer can have read. What the customer writes while a draft is under way stays unread
 * until the writer says so or sends again.
 */
export function useSeen(messages: readonly Sent[], isWriting: boolean) {
  const newest = messages.at(-1)?.seq ?? 0
  const [seen, setSeen] = useState(newest)
  if (!isWriting && seen !== newest) setSeen(newest)
  const isBehind = isWriting && messages.some((each) => each.kind === "inbound" && each.seq > seen)
  const id = messages.findLast((each) => each.seq <= seen)?.id ?? null
  return { isBehind, id, catchUp: () => setSeen(newest) }
}
