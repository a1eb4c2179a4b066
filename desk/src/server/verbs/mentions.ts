import { forbidden, notFound } from "../../ledger/error.ts"
import { mentioned } from "../../ledger/mentioned.ts"
import { mailAt, nextTellable } from "../../ledger/recipients.ts"
import { insertChange } from "../database/changes.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { listMembers } from "../database/members.ts"
import { insertMention, markMentionsRead } from "../database/mentions.ts"
import { readSettings } from "../database/settings.ts"
import { assertSees } from "./assert-sees.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { GATHER_MINUTES, patternOf } from "./tell.ts"

/**
 * Tells everybody whom a note names with an @: in the app at once, and by a mail that leaves in their working hours unless they
 * have read it by then. In the note's own transaction. Nobody is told of what they wrote themselves.
 * `invalid` for somebody who may not see the conversation.
 */
export async function tellMentioned(
  queries: Queries,
  desk: Desk,
  { workspaceId, by }: Actor,
  note: { readonly messageId: string; readonly conversationId: string; readonly text: string },
): Promise<void> {
  if (!note.text.includes("@")) return
  const team = (await listMembers(queries, workspaceId)).filter(({ removedAt }) => removedAt === null)
  const ids = mentioned(note.text, team).filter((id) => id !== by.id)
  const at = desk.now().toString()
  for (const memberId of ids) {
    await assertSees(queries, workspaceId, { memberId, conversationId: note.conversationId })
    const mailsAt = await mailTime(queries, desk, workspaceId, memberId)
    const mail = mailsAt === null ? null : { outboxId: desk.newId(), at: mailsAt }
    await insertMention(queries, { workspaceId, messageId: note.messageId, memberId, at, mail })
    await insertChange(queries, { workspaceId, kind: "notice", id: memberId, at })
  }
}

/** When the mail may leave; null where members are not told by mail. */
async function mailTime(queries: Queries, desk: Desk, workspaceId: string, memberId: string): Promise<string | null> {
  const { followThrough } = await readSettings(queries, workspaceId)
  if (!followThrough.byMail) return null
  const pattern = await patternOf(queries, workspaceId, memberId, desk.now())
  if (pattern === null) return null
  return mailAt(pattern, nextTellable(pattern, desk.now()), GATHER_MINUTES).toString()
}

/** The member has read what named them up to then: all of it, or of one conversation. `not_found` without such a one. */
export async function readMentions(
  desk: Desk,
  { workspaceId, by }: Actor,
  { upTo, conversationId = null }: { readonly upTo: string; readonly conversationId?: string | null | undefined },
): Promise<void> {
  if (by.kind !== "member") throw forbidden("An API key is nobody's mentions. Sign in.")
  const at = desk.now().toString()
  await commit(desk, async (queries) => {
    if (conversationId !== null && (await readConversationHead(queries, workspaceId, conversationId)) === null) {
      throw notFound("conversation")
    }
    const count = await markMentionsRead(queries, workspaceId, by.id, { upTo, conversationId, at })
    if (count > 0) await insertChange(queries, { workspaceId, kind: "notice", id: by.id, at })
  })
}

/** What the mail to a member says who was named in a note. */
export function mentionText(note: string, url: string): string {
  return `${note}

${url}

This mail is for you alone. Customers get none of this. An answer to it is not read: answer with a note there.
`
}
