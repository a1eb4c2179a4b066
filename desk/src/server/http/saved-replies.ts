import * as contract from "../../contract/saved-replies.ts"
import { notFound } from "../../ledger/error.ts"
import * as rows from "../database/saved-replies.ts"
import type { Actor, Desk } from "../verbs/desk.ts"
import * as verbs from "../verbs/saved-replies.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

/** Replies that are written once and filled in often. */
export function serveSavedReplies(door: Door): void {
  serveMember(door, contract.listReplies, async ({ desk, actor }) => ({
    items: await rows.listReplies(desk.database, actor.workspaceId),
  }))
  serveMember(door, contract.createReply, async ({ desk, actor, body }) =>
    shown(desk, actor, await verbs.createReply(desk, actor, body)),
  )
  serveMember(door, contract.writeReply, async ({ desk, actor, params, body }) => {
    await verbs.writeReply(desk, actor, params.replyId, body)
    return shown(desk, actor, params.replyId)
  })
  serveMember(door, contract.removeReply, async ({ desk, actor, params }) => {
    await verbs.removeReply(desk, actor, params.replyId)
    return DONE
  })
}

async function shown(desk: Desk, actor: Actor, replyId: string): Promise<rows.ReplyRow> {
  const reply = await rows.readReply(desk.database, actor.workspaceId, replyId)
  if (reply === null) throw notFound("saved reply")
  return reply
}
