import { forbidden, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { type ReplyingKey, endReplying, holdReplying, listReplying } from "../database/replying.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

export const REPLYING_SECONDS = 25 // two lost renewals of ten seconds; longer would show somebody who has gone

/** The other members who are writing an answer there. `not_found` without such a conversation. */
export async function readReplying(desk: Desk, actor: Actor, conversationId: string) {
  await requireConversation(desk.database, actor, conversationId)
  return listReplying(desk.database, keyOf(actor, conversationId), desk.now().toString())
}

/** The member is writing: known for 25 seconds from now. Screens are told when it is new, not when it goes on. */
export async function startReplying(desk: Desk, actor: Actor, conversationId: string): Promise<void> {
  const key = keyOf(actor, conversationId)
  await commit(desk, async (queries) => {
    await requireConversation(queries, actor, conversationId)
    const now = desk.now()
    const times = { now: now.toString(), until: now.add({ seconds: REPLYING_SECONDS }).toString() }
    if (await holdReplying(queries, key, times)) await announce(queries, desk, key)
  })
}

/** The member writes no more: sent, emptied, or gone elsewhere. */
export async function stopReplying(desk: Desk, actor: Actor, conversationId: string): Promise<void> {
  const key = keyOf(actor, conversationId)
  await commit(desk, async (queries) => {
    await requireConversation(queries, actor, conversationId)
    if (await endReplying(queries, key, desk.now().toString())) await announce(queries, desk, key)
  })
}

async function announce(queries: Queries, desk: Desk, { workspaceId, conversationId }: ReplyingKey): Promise<void> {
  await insertChange(queries, { workspaceId, kind: "replying", id: conversationId, at: desk.now().toString() })
}

async function requireConversation(queries: Queries, { workspaceId }: Actor, conversationId: string): Promise<void> {
  if ((await readConversationHead(queries, workspaceId, conversationId)) === null) throw notFound("conversation")
}

function keyOf({ workspaceId, by }: Actor, conversationId: string): ReplyingKey {
  if (by.kind !== "member")
    throw forbidden("Who is writing is said of members. What an API key writes is sent at once.")
  return { workspaceId, conversationId, memberId: by.id }
}
