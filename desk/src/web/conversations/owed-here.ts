import type { OpenConversation, ShownPromise } from "./use-conversation.ts"

/** What is owed in this conversation: what the member may hand over to somebody, and how many that they may not. */
export function owedHere(
  { id, promises }: Pick<OpenConversation, "id" | "promises">,
  member: { readonly id: string; readonly role: string },
  to: string,
): { readonly mine: readonly ShownPromise[]; readonly notMine: number } {
  const owed = promises.filter(
    (each) => (each.state === "open" || each.state === "broken") && each.conversationId === id && each.owner?.id !== to,
  )
  const mine = owed.filter((each) => each.owner?.id === member.id || member.role !== "member")
  return { mine, notMine: owed.length - mine.length }
}
