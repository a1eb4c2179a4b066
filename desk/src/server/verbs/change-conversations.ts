import { conflict, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { lockConversation } from "../database/conversation-locks.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { countTags, deleteTag, insertTag } from "../database/tags.ts"
import { withinTransaction } from "../database/within-transaction.ts"
import { assignConversation, closeConversation, reopenConversation } from "./conversations.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { assertNotErased } from "./log.ts"

export type ConversationsChange =
  | { readonly kind: "close" | "reopen" }
  | { readonly kind: "assign"; readonly memberId: string | null }
  | { readonly kind: "tag" | "untag"; readonly tag: string }

const TAGS_MAX = 20 // on one conversation

/**
 * Does one thing to several conversations, all or none of them, in one transaction. What is owed in them stays as it is. As the
 * verbs for one, and `not_found` when one of them is not here.
 */
export async function changeConversations(
  desk: Desk,
  actor: Actor,
  conversationIds: readonly string[],
  change: ConversationsChange,
): Promise<void> {
  await commit(desk, async (queries) => {
    const within = { ...desk, database: withinTransaction(desk.database, queries), committed: () => {} }
    // In the order of their ids, so that two who change the same ones do not wait for each other.
    for (const id of [...new Set(conversationIds)].toSorted((one, other) => (one < other ? -1 : 1))) {
      await changeOne(within, queries, actor, id, change)
    }
  })
}

async function changeOne(
  desk: Desk,
  queries: Queries,
  actor: Actor,
  id: string,
  change: ConversationsChange,
): Promise<void> {
  switch (change.kind) {
    case "close":
      return closeConversation(desk, actor, id)
    case "reopen":
      return reopenConversation(desk, actor, id)
    case "assign":
      return assignConversation(desk, actor, id, change.memberId)
    case "tag":
    case "untag":
      return setTag(desk, queries, actor, { id, ...change })
    default:
      throw new Error(`unknown change ${change satisfies never}`)
  }
}

async function setTag(
  desk: Desk,
  queries: Queries,
  actor: Actor,
  { id, kind, tag }: { readonly id: string; readonly kind: "tag" | "untag"; readonly tag: string },
): Promise<void> {
  const { workspaceId, by } = actor
  const conversation = await readConversationHead(queries, workspaceId, id)
  if (conversation === null) throw notFound("conversation")
  await lockConversation(queries, workspaceId, id)
  await assertNotErased(queries, actor, conversation.customerId)
  const at = desk.now().toString()
  if (kind === "untag") {
    await deleteTag(queries, workspaceId, id, tag)
  } else {
    await insertTag(queries, { workspaceId, conversationId: id, tag, byId: by.kind === "member" ? by.id : null, at })
    if ((await countTags(queries, workspaceId, id)) > TAGS_MAX) {
      throw conflict(`A conversation has at most ${TAGS_MAX} tags. Take one off first.`)
    }
  }
  await insertChange(queries, { workspaceId, kind: "conversation", id, at })
}
