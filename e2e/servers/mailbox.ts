import { ImapFlow } from "imapflow"
import PostalMime, { type Email } from "postal-mime"
import type { Dovecot } from "./dovecot.ts"
import { eventually } from "./eventually.ts"

/** One mail as it lies in a mailbox. */
export type DeliveredMail = Email & { readonly raw: string }

/** Every mail in a folder of one of dovecot's mailboxes, the inbox where none is named, oldest first, read over IMAP. */
export async function readMailbox(
  dovecot: Dovecot,
  address: string,
  folder = "INBOX",
): Promise<readonly DeliveredMail[]> {
  const client = new ImapFlow({
    host: dovecot.host,
    port: dovecot.port,
    secure: false,
    auth: { user: address, pass: dovecot.password },
    logger: false,
  })
  await client.connect()
  const lock = await client.getMailboxLock(folder)
  try {
    const mails: DeliveredMail[] = []
    for await (const { source } of client.fetch("1:*", { source: true })) {
      if (source !== undefined) mails.push({ ...(await PostalMime.parse(source)), raw: source.toString("utf8") })
    }
    return mails
  } finally {
    lock.release()
    await client.logout()
  }
}

/** Waits for the first mail in a mailbox that `isIt`. */
export function mailIn(
  dovecot: Dovecot,
  address: string,
  isIt: (mail: DeliveredMail) => boolean = () => true,
): Promise<DeliveredMail> {
  const find = async () => (await readMailbox(dovecot, address)).find(isIt)
  return eventually(find, { what: `a mail arrives at ${address}` })
}
