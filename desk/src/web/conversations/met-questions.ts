import type { OpenConversation, ShownPromise } from "./use-conversation.ts"

export type Question = { readonly promise: ShownPromise; readonly messageId: string }

/** For each open promise whose condition is unmet: the customer's last message since it was made, which may meet it. */
export function questionsOf({ promises, messages }: Pick<OpenConversation, "promises" | "messages">): Question[] {
  const last = messages.findLast((each) => each.kind === "inbound" && each.by.kind !== "desk")
  if (last === undefined) return []
  return promises
    .filter((each) => each.state === "open" && each.condition !== null && !each.conditionMet)
    .filter((each) => Date.parse(each.saidAt) < Date.parse(last.at))
    .map((promise) => ({ promise, messageId: last.id }))
}
