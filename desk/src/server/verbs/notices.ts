import { notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { findNotice, markOnIt, markRead } from "../database/notice-list.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

/** Marks a member's notices read that were shown up to then. */
export function readNotices(desk: Desk, actor: Actor, memberId: string, upTo: string): Promise<void> {
  return commit(desk, async (queries) => {
    await markRead(queries, actor.workspaceId, memberId, { upTo, at: desk.now().toString() })
    await announce(queries, desk, actor, memberId)
  })
}

/**
 * The member says that they are on it: the owner's next reminder is passed over. Nothing else changes; the others are told
 * as always. `not_found` when the notice is not theirs.
 */
export function sayOnIt(desk: Desk, actor: Actor, memberId: string, noticeId: string): Promise<void> {
  return commit(desk, async (queries) => {
    const found = await findNotice(queries, actor.workspaceId, noticeId, memberId)
    if (found === null) throw notFound("notice")
    const key = { workspaceId: actor.workspaceId, promiseId: found.promiseId }
    await markOnIt(queries, key, memberId, desk.now().toString())
    await announce(queries, desk, actor, memberId)
  })
}

async function announce(queries: Queries, desk: Desk, { workspaceId }: Actor, memberId: string): Promise<void> {
  await insertChange(queries, { workspaceId, kind: "notice", id: memberId, at: desk.now().toString() })
}
