import { useState } from "react"
import { call } from "../api.ts"
import { readConversation } from "../../contract/conversations.ts"
import { useHere } from "../here.tsx"
import type { OpenConversation, ShownMessage } from "./use-conversation.ts"

/** Messages before those that a conversation opens with, fetched when asked for. */
export function useEarlier(conversation: OpenConversation) {
  const { slug } = useHere()
  const [held, setHeld] = useState<{ of: string; messages: readonly ShownMessage[]; left: number } | null>(null)
  const [isLoading, setLoading] = useState(false)
  const [error, setError] = useState<unknown>(null)
  // What was merged or split since makes another thread.
  const of = [conversation.id, ...conversation.moves.map(({ id, undoneAt }) => `${id} ${undoneAt}`)].join()
  const known = held?.of === of ? held : null
  const before = (known?.messages ?? conversation.messages)[0]?.seq
  const more = async () => {
    if (before === undefined) return
    setLoading(true)
    setError(null)
    try {
      const page = await call(
        readConversation,
        { params: { conversationId: conversation.id }, query: { before } },
        { slug },
      )
      setHeld({ of, messages: [...page.messages, ...(known?.messages ?? [])], left: page.earlier })
    } catch (failed) {
      setError(failed)
    } finally {
      setLoading(false)
    }
  }
  return { messages: known?.messages ?? [], left: known?.left ?? 0, isLoading, error, more: () => void more() }
}
