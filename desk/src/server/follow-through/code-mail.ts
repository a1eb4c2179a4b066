import { codeMailText } from "../../ledger/words-to-customers.ts"
import { readCodeToMail } from "../database/customer-codes.ts"
import type { Queries } from "../database/database.ts"
import { type MailSender, ownAddressOf } from "../database/mail-sender.ts"
import { type ClaimedOutbox, closeOutbox } from "../database/outbox.ts"
import { readMailAddress } from "../database/people.ts"
import { CODE_MINUTES, codeOf } from "../verbs/customer-codes.ts"
import type { Desk } from "../verbs/desk.ts"
import type { SentMail } from "./outbox.ts"

/**
 * The mail with the code that a customer asked for on their page, written when it leaves, to the address they have then.
 * Null when it does not leave: the code is used, old or gone, or there is no address but our own.
 */
export async function codeMailOf(
  queries: Queries,
  desk: Desk,
  { workspaceId, outboxId }: ClaimedOutbox,
  sender: MailSender | null,
): Promise<SentMail | null> {
  const code = await readCodeToMail(queries, workspaceId, outboxId)
  const to = code === null ? null : await readMailAddress(queries, workspaceId, code.customerId)
  const from = sender?.address ?? null
  const isOld = code === null || code.usedAt !== null || Temporal.Instant.compare(code.expiresAt, desk.now()) <= 0
  const isOurs = to !== null && (await ownAddressOf(queries, workspaceId, [to.address])) !== null
  if (isOld || to === null || from === null || isOurs) {
    await closeOutbox(queries, workspaceId, outboxId, desk.now().toString(), "the code was no longer of use")
    return null
  }
  return {
    workspaceId,
    outboxId,
    attempts: code.attempts,
    automatic: true,
    mailId: `code.${outboxId}@${from.split("@").at(-1) ?? "localhost"}`,
    inReplyTo: null,
    references: [],
    from: { name: sender?.fromName ?? "", address: from },
    to: [to],
    subject: `Your code for ${code.shop}`,
    text: codeMailText(code.shop, codeOf(desk, code.codeId), CODE_MINUTES),
  }
}
