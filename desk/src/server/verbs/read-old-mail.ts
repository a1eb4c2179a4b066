import { keptClaims } from "../../ledger/claim.ts"
import { insertAssertions } from "../database/assertions.ts"
import { listUnread } from "../database/corrections.ts"
import type { Queries } from "../database/database.ts"
import type { FactRow } from "../database/facts.ts"
import type { Desk } from "./desk.ts"
import { reviewerOf } from "./review-text.ts"

const MESSAGES_MAX = 2_000 // about a second of reading; the newest matter most

/**
 * Finds what was told of a fact in messages whose claims were not read with it: mail from before the fact was entered, and
 * mail that was imported. Each is read by the version that held on its day. Gives in how many messages something was found.
 */
export async function readOldMail(queries: Queries, desk: Desk, workspaceId: string, fact: FactRow): Promise<number> {
  const names = new Set(fact.versions.flatMap(({ subject, aliases }) => [subject, ...aliases]))
  const unread = await listUnread(queries, workspaceId, { factId: fact.id, names: [...names], limit: MESSAGES_MAX })
  if (unread.length === 0) return 0
  const read = await reviewerOf(queries, desk, workspaceId)
  let found = 0
  for (const { messageId, customerId, text, at, byKind, byId } of unread) {
    const claims = keptClaims(read({ text, channel: "mail", now: at })).filter(({ factId }) => factId === fact.id)
    if (claims.length === 0) continue
    found += 1
    const by =
      byId !== null && (byKind === "member" || byKind === "key")
        ? { kind: byKind, id: byId }
        : { kind: "desk" as const, id: null }
    await insertAssertions(queries, { workspaceId, messageId, customerId, at, by, replyId: null }, claims)
  }
  return found
}
