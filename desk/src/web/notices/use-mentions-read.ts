import { useEffect } from "react"
import { listMentions, readMentions } from "../../contract/mentions.ts"
import { useChange, useRead } from "../queries.ts"

/** Whoever looks at a conversation has read the notes in it that name them. */
export function useMentionsRead(conversationId: string): void {
  const { data } = useRead(listMentions)
  const { mutate } = useChange(readMentions)
  const newest = data?.items.find((each) => each.conversationId === conversationId && each.readAt === null)?.at ?? null
  useEffect(() => {
    if (newest !== null) mutate({ body: { upTo: newest, conversationId } })
  }, [mutate, newest, conversationId])
}
