import type { By } from "../../ledger/entry.ts"
import { insertConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { type AnsweredNotice, findNoticeMail, markMailProblem } from "../database/notice-mail.ts"
import { holdCustomer } from "../database/people.ts"
import type { Desk } from "./desk.ts"
import type { ReceivedMail } from "./received-mail.ts"

export type NoticePlace = { readonly conversationId: string; readonly by: By }

/**
 * Where a mail belongs that answers a mail of notices, or reports that one came back: a note between members, beside the
 * promise that the notice named first. Null when it is about no notice of ours. The id of such a mail is known to its
 * member alone, so that no customer comes in this way.
 */
export async function placeOfNoticeAnswer(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { mail, address }: { readonly mail: ReceivedMail; readonly address: string | null },
): Promise<NoticePlace | null> {
  const cameBack = mail.report?.mailIds ?? []
  const outboxIds = [...cameBack, ...mail.inReplyTo, ...mail.references.toReversed()].map(outboxIdOf)
  const found = await findNoticeMail(
    queries,
    workspaceId,
    outboxIds.filter((id) => id !== null),
  )
  if (found === null || !(await holdCustomer(queries, workspaceId, found.customerId))) return null
  if (mail.report !== null) await markMailProblem(queries, workspaceId, found.outboxId, mail.report.reason)
  const isMember = mail.report === null && address !== null && address === found.email
  const by: By = isMember ? { kind: "member", id: found.memberId } : { kind: "desk", id: null }
  return { by, conversationId: found.conversationId ?? (await openConversation(queries, desk, workspaceId, found)) }
}

/** The text without the links that its quote repeats: what they do is for one member alone. */
export function withoutNoticeLinks(text: string): string {
  return text.replaceAll(/(\/api\/act\/)[\w-]+/g, "$1…")
}

const OURS = /^notice\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/

function outboxIdOf(mailId: string): string | null {
  return OURS.exec(mailId)?.[1] ?? null
}

/** A promise that was made without any conversation gets one to hold the note. */
async function openConversation(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { customerId, channel }: AnsweredNotice,
): Promise<string> {
  const id = desk.newId()
  const at = desk.now().toString({ fractionalSecondDigits: 3 })
  await insertConversation(queries, { workspaceId, id, customerId, channel, subject: null, at })
  return id
}
