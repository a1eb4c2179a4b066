import { keptClaims } from "../../ledger/claim.ts"
import { insertAssertions } from "../database/assertions.ts"
import { listUnread } from "../database/corrections.ts"
import type { Queries } from "../database/database.ts"
import { type FactRow, lockFact } from "../database/facts.ts"
import { holdCustomer } from "../database/people.ts"
import { type Desk, commit } from "./desk.ts"
import { reviewerOf } from "./review-text.ts"

const MESSAGES_MAX = 2_000 // about a second of reading; the newest matter most
const PAGE = 100 // messages a transaction: others need not wait for the whole reading

/**
 * Finds what was told of a fact in messages whose claims were not read with it: mail from before the fact was entered, and
 * mail that was imported. Each is read by the version that held on its day. Gives in how many messages something was found.
 */
export async function readOldMail(desk: Desk, workspaceId: string, fact: FactRow): Promise<number> {
  const names = [...new Set(fact.versions.flatMap(({ subject, aliases }) => [subject, ...aliases]))]
  let found = 0
  let beforeSeq: string | null = null
  for (let read = 0; read < MESSAGES_MAX; read += PAGE) {
    const about = { factId: fact.id, names, beforeSeq, limit: PAGE }
    const page: Page = await commit(desk, (queries) => readPage(queries, desk, workspaceId, about))
    found += page.found
    if (page.lastSeq === null) break
    beforeSeq = page.lastSeq
  }
  return found
}

type Page = { readonly found: number; readonly lastSeq: string | null }

async function readPage(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  about: Parameters<typeof listUnread>[2],
): Promise<Page> {
  await lockFact(queries, workspaceId, about.factId) // two runs that begin at once read each message once
  const unread = await listUnread(queries, workspaceId, about)
  if (unread.length === 0) return { found: 0, lastSeq: null }
  const read = await reviewerOf(queries, desk, workspaceId)
  let found = 0
  for (const { messageId, customerId, text, at, byKind, byId } of unread) {
    const claims = keptClaims(read({ text, channel: "mail", now: at }), text).filter(
      ({ factId }) => factId === about.factId,
    )
    // Whoever is erased meanwhile: nothing that they were told is written down any more.
    if (claims.length === 0 || !(await holdCustomer(queries, workspaceId, customerId))) continue
    found += 1
    const by =
      byId !== null && (byKind === "member" || byKind === "key")
        ? { kind: byKind, id: byId }
        : { kind: "desk" as const, id: null }
    await insertAssertions(queries, { workspaceId, messageId, customerId, at, by, replyId: null }, claims)
  }
  return { found, lastSeq: unread.at(-1)?.seq ?? null }
}
