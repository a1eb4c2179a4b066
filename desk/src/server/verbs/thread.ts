import type { Queries } from "../database/database.ts"
import { type Threaded, findThreaded, isInConversation } from "../database/inbound.ts"
import { areOne } from "../database/one-customer.ts"
import type { Desk } from "./desk.ts"
import { messageIdOf } from "./mail-id.ts"
import type { ReceivedMail } from "./received-mail.ts"

const IDS_LOOKED_AT_MAX = 50 // the nearest ones; a reply names the mail that it answers

/**
 * The conversation that a mail answers: one with a message it refers to, if the sender is its customer or took part in it.
 * Null otherwise: knowing a Message-ID is not enough to get into somebody's conversation, and a subject is nothing.
 */
export async function findConversation(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { mail, customerId, address }: { mail: ReceivedMail; customerId: string; address: string | null },
): Promise<string | null> {
  const mailIds = [...new Set([...mail.inReplyTo, ...mail.references.toReversed()])].slice(0, IDS_LOOKED_AT_MAX)
  if (mailIds.length === 0) return null
  const ours = new Map(mailIds.map((mailId) => [mailId, messageIdOf(desk, mailId)]))
  const messageIds = [...ours.values()].filter((id) => id !== null)
  const found = await findThreaded(queries, workspaceId, { mailIds, messageIds })
  const place = ({ mailId, messageId }: Pick<Threaded, "mailId" | "messageId">) =>
    mailIds.findIndex((id) => id === mailId || ours.get(id) === messageId)
  const tried = new Set<string>()
  for (const { conversationId, ...message } of found.toSorted((one, other) => place(one) - place(other))) {
    if (await areOne(queries, workspaceId, message.customerId, customerId)) return conversationId
    if (tried.has(conversationId) || address === null) continue
    if (await isInConversation(queries, workspaceId, conversationId, address)) return conversationId
    tried.add(conversationId)
  }
  return null
}
