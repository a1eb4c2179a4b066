import type { Dovecot } from "../../e2e/servers/dovecot.ts"
import { eventually } from "../../e2e/servers/eventually.ts"
import type { Lease } from "../src/server/database/mailbox-reading.ts"
import { listMessages } from "../src/server/database/messages.ts"
import { listConversations } from "../src/server/database/conversations.ts"
import { listMailboxes } from "../src/server/database/mailboxes.ts"
import { openSession } from "../src/server/mail/imap/session.ts"
import { timers } from "../src/server/timers.ts"
import type { Actor } from "../src/server/verbs/desk.ts"
import { type MailboxInput, addMailbox } from "../src/server/verbs/mailboxes.ts"
import { type TestDesk, openTestWorkspace } from "./desk.ts"

export type MailboxShop = Awaited<ReturnType<typeof openMailboxShop>>

/** A workspace that reads a mailbox of a real IMAP server. Its clock is the real one, because the server's is. */
export async function openMailboxShop(
  desk: TestDesk,
  dovecot: Dovecot,
  ours: string,
  input: Partial<MailboxInput> = {},
) {
  const team = await openTestWorkspace(desk)
  const { workspaceId, admin } = team
  const account = accountAt(dovecot, ours)
  const mailboxId = await addMailbox(desk, admin, { ...account, ...input })
  const failures: unknown[] = []
  const session = (lease: Lease) => openSession(desk, lease, { timers, report: (failure) => failures.push(failure) })
  const lease = async (): Promise<Lease> => ({
    workspaceId,
    mailboxId,
    version: await versionOf(desk, admin, mailboxId),
  })
  const conversations = async () => (await listConversations(desk.database, workspaceId, { filter: "all" })).items
  const messages = async () => {
    const all = await conversations()
    const threads = await Promise.all(
      all.map(({ id }) => listMessages(desk.database, workspaceId, id, undefined).then((thread) => thread.messages)),
    )
    return threads.flat()
  }
  return {
    ...team,
    desk,
    dovecot,
    ours,
    account,
    mailboxId,
    failures,
    lease,
    conversations,
    messages,
    open: async () => session(await lease()),
    view: async () => (await listMailboxes(desk.database, workspaceId)).find(({ id }) => id === mailboxId),
    /** Reads until all that lies there was looked at, and stops. */
    readOnce: async () => {
      const before = desk.now()
      desk.pass({ milliseconds: 1 })
      const reading = session(await lease())
      const hasRead = async () => {
        const at = (await listMailboxes(desk.database, workspaceId)).find(({ id }) => id === mailboxId)?.readAt ?? null
        return at !== null && Temporal.Instant.compare(at, before) > 0 ? true : undefined
      }
      await eventually(hasRead, { what: () => `the mailbox is read. ${failures.join()}` })
      reading.stop()
      return reading.ended
    },
    deliver: (raw: string, from = "rosa@customers.test") =>
      dovecot.deliver({ from, to: ours, raw: raw.replaceAll("\n", "\r\n") }),
  }
}

export function accountAt(dovecot: Dovecot, address: string): MailboxInput & { readonly password: string } {
  return {
    address,
    host: dovecot.host,
    port: dovecot.port,
    security: "none",
    username: address,
    auth: "password",
    password: dovecot.password,
    inboxFolder: "INBOX",
    readsSent: true,
    appendsSent: true,
  }
}

async function versionOf(desk: TestDesk, { workspaceId }: Actor, mailboxId: string): Promise<number> {
  const [row] = await desk.database.query<{ version: number }>(
    "select version from mailboxes where workspace_id = $1 and mailbox_id = $2",
    [workspaceId, mailboxId],
  )
  return row?.version ?? 0
}

/** A mail from Rosa, written so many minutes ago. */
export function rosaWrites(id: string, body: string, headers = "", minutesAgo = 0): string {
  return `From: Rosa Lind <rosa@customers.test>\nTo: help@harbour.test\nDate: ${ago(minutesAgo)}\nMessage-ID: <${id}@customers.test>\nSubject: My wheel\n${headers}\n${body}\n`
}

export function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toUTCString()
}
