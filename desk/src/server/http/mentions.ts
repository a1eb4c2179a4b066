import * as contract from "../../contract/mentions.ts"
import { countUnreadMentions, listMentions } from "../database/mentions.ts"
import { readMentions } from "../verbs/mentions.ts"
import { DONE, type Door, memberIdOf, serveMember } from "./serve.ts"

export function serveMentions(door: Door): void {
  serveMember(door, contract.listMentions, async ({ desk: { database }, actor }) => {
    const memberId = memberIdOf(actor)
    if (memberId === null) return { items: [], unread: 0 }
    const items = await listMentions(database, actor.workspaceId, memberId)
    return { items, unread: await countUnreadMentions(database, actor.workspaceId, memberId) }
  })
  serveMember(door, contract.readMentions, async ({ desk, actor, body }) => {
    await readMentions(desk, actor, body)
    return DONE
  })
}
