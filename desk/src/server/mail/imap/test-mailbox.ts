import type { Desk } from "../../verbs/desk.ts"
import type { OpenedMailbox } from "../../verbs/mailboxes.ts"
import { credentialOf } from "./access-token.ts"
import { type MailboxConnection, connectMailbox } from "./connect.ts"
import { imapFailureOf } from "./imap-failure.ts"
import { findSent } from "./session.ts"

type Step = {
  readonly step: "connect" | "sign-in" | "inbox" | "sent"
  readonly ok: boolean
  readonly detail: string
}
export type MailboxTest = { readonly ok: boolean; readonly steps: readonly Step[]; readonly folders: readonly string[] }

/** Tries an account step by step, and says of the first step that fails what is wrong. Takes nothing in; never fails itself. */
export async function testMailbox(desk: Desk, mailbox: OpenedMailbox): Promise<MailboxTest> {
  const steps: Step[] = []
  const folders: string[] = []
  let connection: MailboxConnection | null = null
  let step: Step["step"] = "connect"
  try {
    const credential = await credentialOf(desk, mailbox)
    connection = await connectMailbox(mailbox, credential)
    steps.push({ step: "connect", ok: true, detail: `${mailbox.host} answers on port ${mailbox.port}.` })
    steps.push({ step: "sign-in", ok: true, detail: `Signed in as ${mailbox.username}.` })
    folders.push(...(await connection.folders()).map(({ path }) => path))
    step = "inbox"
    const { uidNext } = await connection.examine(mailbox.inboxFolder)
    steps.push({
      step,
      ok: true,
      detail: `${mailbox.inboxFolder} can be read; its next mail has the number ${uidNext}.`,
    })
    step = "sent"
    if (mailbox.readsSent || mailbox.appendsSent) steps.push(await trySent(connection, mailbox))
  } catch (error) {
    const { words, refused } = imapFailureOf(error, mailbox)
    if (step === "connect" && refused) {
      steps.push({ step, ok: true, detail: `${mailbox.host} answers on port ${mailbox.port}.` })
      step = "sign-in"
    }
    steps.push({ step, ok: false, detail: words })
  } finally {
    connection?.close()
  }
  return { ok: steps.every(({ ok }) => ok), steps, folders: folders.slice(0, FOLDERS_MAX) }
}

const FOLDERS_MAX = 500

async function trySent(connection: MailboxConnection, mailbox: OpenedMailbox): Promise<Step> {
  const sent = await findSent(connection, mailbox)
  if (sent === null) {
    return {
      step: "sent",
      ok: false,
      detail: "The server marks no folder as Sent. Choose one, or switch both uses of it off.",
    }
  }
  await connection.examine(sent)
  return { step: "sent", ok: true, detail: `What was sent lies in ${sent}.` }
}
