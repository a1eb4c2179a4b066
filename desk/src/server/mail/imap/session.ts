import { type Lease, noteRead } from "../../database/mailbox-reading.ts"
import { insertChange } from "../../database/changes.ts"
import { readMailbox } from "../../database/mailboxes.ts"
import { type Desk, commit } from "../../verbs/desk.ts"
import { type OpenedMailbox, openMailbox } from "../../verbs/mailboxes.ts"
import { credentialOf, forgetToken } from "./access-token.ts"
import { type Account, type Credential, type MailboxConnection, connectMailbox } from "./connect.ts"
import { type ImapFailure, imapFailureOf } from "./imap-failure.ts"
import { LeaseLost, type Reading, readFolder } from "./read-folder.ts"

const LOOK_MILLISECONDS = 60_000 // the Sent folder is asked about this often; the inbox tells by itself

export type Timers = { readonly after: (milliseconds: number, run: () => void) => () => void }

/** Why reading ended: it was told to, or something failed. */
export type Ended = { readonly kind: "stopped" } | ({ readonly kind: "failed" } & ImapFailure)

export type Session = { readonly ended: Promise<Ended>; readonly stop: () => void }

export type SessionParts = {
  readonly timers: Timers
  readonly report: (failure: unknown) => void
  readonly connect?: (account: Account, credential: Credential) => Promise<MailboxConnection>
}

/** Reads one mailbox for as long as the connection lasts: what is there, then what comes, as the server tells of it. */
export function openSession(desk: Desk, lease: Lease, parts: SessionParts): Session {
  const { connect = connectMailbox } = parts
  let connection: MailboxConnection | null = null
  let isStopped = false
  let wake = () => {}

  async function read(): Promise<Ended> {
    const mailbox = await openLeased(desk, lease)
    if (mailbox === null) return { kind: "stopped" }
    try {
      connection = await connect(mailbox, await credentialOf(desk, mailbox))
      if (!isStopped) await readOn(mailbox, connection)
      return { kind: "stopped" }
    } catch (error) {
      if (isStopped || error instanceof LeaseLost) return { kind: "stopped" }
      const failure = imapFailureOf(error, mailbox)
      if (failure.refused) await forgetToken(desk, mailbox)
      return { kind: "failed", ...failure }
    } finally {
      connection?.close()
    }
  }

  async function readOn(mailbox: OpenedMailbox, open: MailboxConnection): Promise<void> {
    const readFrom = Temporal.Instant.from(mailbox.readFrom)
    const { address } = mailbox
    const reading: Reading = { desk, lease, connection: open, readFrom, address, report: parts.report }
    const sent = mailbox.readsSent ? await findSent(open, mailbox) : null
    while (!isStopped) {
      await readFolder(reading, "inbox", mailbox.inboxFolder)
      if (sent !== null) {
        // Opened each time: what STATUS says of a folder may be old.
        await readFolder(reading, "sent", sent)
        await readFolder(reading, "inbox", mailbox.inboxFolder)
      }
      await tellRead(desk, lease, sent)
      await open.waitForChange(pause())
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = parts.timers.after(LOOK_MILLISECONDS, resolve)
      wake = () => {
        cancel()
        resolve()
      }
    })
  }

  const ended = read().catch((failure: unknown): Ended => {
    parts.report(failure)
    return { kind: "failed", words: "Something failed in the desk itself. Its log says more.", refused: false }
  })
  return {
    ended,
    stop: () => {
      isStopped = true
      wake()
      connection?.close()
    },
  }
}

async function openLeased(desk: Desk, { workspaceId, mailboxId, version }: Lease): Promise<OpenedMailbox | null> {
  const row = await readMailbox(desk.database, workspaceId, mailboxId)
  return row === null || row.version !== version ? null : openMailbox(desk, row)
}

/** The one that was chosen, else the one that the server marks (RFC 6154) or that has a usual name; null when there is none. */
export async function findSent(
  connection: MailboxConnection,
  { sentFolder }: Pick<OpenedMailbox, "sentFolder">,
): Promise<string | null> {
  if (sentFolder !== null) return sentFolder
  return (await connection.folders()).find(({ isSent }) => isSent)?.path ?? null
}

async function tellRead(desk: Desk, lease: Lease, sentFound: string | null): Promise<void> {
  const at = desk.now().toString()
  const { workspaceId } = lease
  const isNews = await noteRead(desk.database, lease, { at, sentFound })
  if (!isNews) return
  await commit(desk, (queries) =>
    insertChange(queries, { workspaceId, kind: "workspace", id: workspaceId, at: desk.now().toString() }),
  )
}
