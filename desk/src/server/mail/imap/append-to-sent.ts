import type { Desk } from "../../verbs/desk.ts"
import type { OpenedMailbox } from "../../verbs/mailboxes.ts"
import { type OutgoingMail, composeMail } from "../send.ts"
import { credentialOf, forgetToken } from "./access-token.ts"
import { type MailboxConnection, connectMailbox } from "./connect.ts"
import { imapFailureOf } from "./imap-failure.ts"
import { findSent } from "./session.ts"

type Appended = { readonly kind: "there" } | { readonly kind: "later"; readonly words: string }

/**
 * Puts a copy of a mail of ours into the Sent folder, unless one with its Message-ID is there: after a crash, or because
 * the service keeps a copy itself. Over a connection of its own. Failures are values, never exceptions.
 */
export async function appendToSent(
  desk: Desk,
  mailbox: OpenedMailbox,
  mail: OutgoingMail & { readonly acceptedAt: string | null },
): Promise<Appended> {
  let connection: MailboxConnection | null = null
  try {
    connection = await connectMailbox(mailbox, await credentialOf(desk, mailbox))
    const sent = await findSent(connection, mailbox)
    if (sent === null) return { kind: "later", words: "The server has no Sent folder. Choose one: Settings, Mail." }
    await connection.examine(sent)
    if (await connection.has(mail.mailId)) return { kind: "there" }
    const at = mail.acceptedAt ?? desk.now().toString()
    await connection.append(sent, await composeMail(mail), Temporal.Instant.from(at))
    return { kind: "there" }
  } catch (error) {
    const failure = imapFailureOf(error, mailbox)
    if (failure.refused) await forgetToken(desk, mailbox)
    return { kind: "later", words: failure.words }
  } finally {
    connection?.close()
  }
}
