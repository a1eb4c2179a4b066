import type { z } from "zod"
import { readConversation, type conversation } from "../../contract/conversations.ts"
import type { message } from "../../contract/messages.ts"
import type { promise } from "../../contract/promises.ts"
import { useRead } from "../queries.ts"

export type OpenConversation = z.output<typeof readConversation.answer>
export type ListedConversation = z.output<typeof conversation>
export type ShownMessage = z.output<typeof message>
export type ShownPromise = z.output<typeof promise>

export function useConversation(conversationId: string) {
  return useRead(readConversation, { params: { conversationId } }, { keepPrevious: false })
}
