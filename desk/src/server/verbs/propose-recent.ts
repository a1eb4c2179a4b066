import type { Queries } from "../database/database.ts"
import { findPresentOwner } from "../database/members.ts"
import { insertReview } from "../database/messages.ts"
import { promisesToCapture, proposeFound } from "./capture.ts"
import { type Desk, deskActor } from "./desk.ts"
import { reviewerOf } from "./review-text.ts"

const RECENT_DAYS = 30 // what we promised before is kept or forgotten by now

/** Since when what we wrote is read for promises, and conversations stay open. */
export function recentSince(desk: Desk): Temporal.Instant {
  return desk.now().subtract({ hours: 24 * RECENT_DAYS })
}

/** A message of ours that was written elsewhere. */
export type OwnMessage = {
  readonly id: string
  readonly customerId: string
  readonly conversationId: string
  readonly at: string
  readonly text: string
  readonly authorId: string | null
}

/**
 * Reviews what we wrote lately, as of the day when it was written, and proposes what it promises to its author, else to an
 * admin. Confirms nothing. Gives how many promises.
 */
export async function proposeRecent(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  messages: readonly OwnMessage[],
): Promise<number> {
  const since = recentSince(desk)
  const recent = messages.filter(({ at }) => Temporal.Instant.compare(at, since) >= 0)
  if (recent.length === 0) return 0
  const read = await reviewerOf(queries, desk, workspaceId)
  let count = 0
  for (const { id, customerId, conversationId, at, text, authorId } of recent) {
    const verdict = read({ text, channel: "mail", author: "member", now: at })
    await insertReview(queries, { workspaceId, messageId: id, verdict: verdict.verdict, review: verdict, at })
    const found = promisesToCapture(verdict)
    if (found.length === 0) continue
    const ownerId = await findPresentOwner(queries, workspaceId, authorId, conversationId)
    if (ownerId === null) continue
    const said = { customerId, conversationId, messageId: id, channel: "mail" as const, at }
    count += (await proposeFound(queries, desk, deskActor(workspaceId), said, ownerId, found)).length
  }
  return count
}
