import * as contract from "../../contract/notices.ts"
import { forbidden } from "../../ledger/error.ts"
import * as away from "../database/away-times.ts"
import { countUnread, listNotices } from "../database/notice-list.ts"
import { cancelAway, setAway } from "../verbs/away-times.ts"
import type { Actor } from "../verbs/desk.ts"
import { readNotices, sayOnIt } from "../verbs/notices.ts"
import { DONE, type Door, memberIdOf, serveMember } from "./serve.ts"

/** What members are told about promises, and when they are away. */
export function serveNotices(door: Door): void {
  serveMember(door, contract.listNotices, async ({ desk: { database }, actor }) => {
    const memberId = memberIdOf(actor)
    if (memberId === null) return { items: [], unread: 0 }
    const items = await listNotices(database, actor.workspaceId, memberId)
    return { items, unread: await countUnread(database, actor.workspaceId, memberId) }
  })
  serveMember(door, contract.readNotices, async ({ desk, actor, body }) => {
    await readNotices(desk, actor, requireMember(actor), body.upTo)
    return DONE
  })
  serveMember(door, contract.sayOnIt, async ({ desk, actor, params }) => {
    await sayOnIt(desk, actor, requireMember(actor), params.noticeId)
    return DONE
  })
  serveMember(door, contract.listAwayTimes, async ({ desk, actor }) => ({
    items: await away.listAwayTimes(desk.database, actor.workspaceId, desk.now().toString()),
  }))
  serveMember(door, contract.createAwayTime, ({ desk, actor, body }) => setAway(desk, actor, body))
  serveMember(door, contract.cancelAwayTime, async ({ desk, actor, params }) => {
    await cancelAway(desk, actor, params.awayId)
    return DONE
  })
}

function requireMember(actor: Actor): string {
  const memberId = memberIdOf(actor)
  if (memberId === null) throw forbidden("An API key is nobody's notices. Sign in.")
  return memberId
}
