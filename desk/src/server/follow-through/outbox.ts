import { insertChange } from "../database/changes.ts"
import { refreshConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { type MailSender, readMailSender } from "../database/mail-sender.ts"
import { changeDelivery, changeMailId } from "../database/messages.ts"
import { type OutboxMail, claimOutbox, closeOutbox, postponeOutbox, readOutboxMail } from "../database/outbox.ts"
import { insertTask } from "../database/tasks.ts"
import { type Desk, commit, deskActor } from "../verbs/desk.ts"
import { acceptMessage, voidPromisesOf } from "../verbs/keeps.ts"
import { NO_SERVER } from "../verbs/send.ts"

/** The server that sends for a workspace, its password opened. */
export type SendingServer = {
  readonly host: string
  readonly port: number
  readonly security: "tls" | "starttls" | "none"
  readonly username: string | null
  readonly password: string | null
}

/** What the world answered: values that we store and show. */
export type SendOutcome =
  | {
      readonly kind: "accepted"
      /** The Message-ID that the server gave it in place of ours; null or left out when ours stayed. */
      readonly mailId?: string | null
    }
  | { readonly kind: "refused"; readonly words: string }
  | { readonly kind: "later"; readonly words: string }

export type Send = (server: SendingServer, mail: OutboxMail) => Promise<SendOutcome>

export const LEASE_SECONDS = 120 // longer than a slow server takes to accept; after a crash the message waits this long

const KEY_CHANGED = "not sent: the desk's key has changed. Enter the mail server's password again: Settings, Mail"

/** Minutes until the next try, by tries so far; the last repeats until the message is five days old (RFC 5321, 4.5.4.1). */
const RETRY_MINUTES = [1, 2, 5, 15, 30, 60, 120]
const TRIES_MAX = 65 // with the steps above: about five days

/**
 * Sends the message that has waited longest. It is claimed in one transaction and settled in another, so a crash between
 * the two sends it again with the same Message-ID. False when nothing is due.
 */
export async function sendOnce(desk: Desk, send: Send): Promise<boolean> {
  const mail = await claim(desk)
  if (mail === null) return false
  if (mail === "waits") return true
  const outcome = await send(mail.server, mail.mail)
  await commit(desk, (queries) => settle(queries, desk, mail.mail, outcome))
  return true
}

type Claimed = { readonly mail: OutboxMail; readonly server: SendingServer }

async function claim(desk: Desk): Promise<Claimed | "waits" | null> {
  return desk.database.transaction(async (queries) => {
    const now = desk.now()
    const row = await claimOutbox(queries, now.toString(), now.add({ seconds: LEASE_SECONDS }).toString())
    if (row === null) return null
    const mail = await readOutboxMail(queries, row.workspaceId, row.outboxId)
    if (mail === null) {
      await closeOutbox(queries, row.workspaceId, row.outboxId, now.toString(), "erased before it was sent")
      return "waits"
    }
    const server = serverOf(desk, await readMailSender(queries, row.workspaceId))
    if (server !== null && server !== "locked") return { mail, server }
    await postponeOutbox(queries, row.workspaceId, row.outboxId, null, server === null ? NO_SERVER : KEY_CHANGED)
    return "waits"
  })
}

/** "locked" when the password was sealed with another key: everything of that workspace waits until it is entered anew. */
function serverOf(desk: Desk, sender: MailSender | null): SendingServer | "locked" | null {
  if (sender === null || sender.host === null || sender.port === null || sender.security === null) return null
  const { host, port, security, username, sealedPassword } = sender
  if (sealedPassword === null) return { host, port, security, username, password: null }
  try {
    return { host, port, security, username, password: desk.secrets.open(sealedPassword) }
  } catch {
    return "locked"
  }
}

async function settle(queries: Queries, desk: Desk, mail: OutboxMail, outcome: SendOutcome): Promise<void> {
  const at = desk.now().toString({ fractionalSecondDigits: 3 })
  const actor = deskActor(mail.workspaceId)
  if (outcome.kind === "accepted") {
    await closeOutbox(queries, mail.workspaceId, mail.outboxId, at, null)
    if (outcome.mailId) await changeMailId(queries, mail.workspaceId, mail.messageId, outcome.mailId)
    await acceptMessage(queries, desk, actor, mail.messageId, at)
  } else if (outcome.kind === "later" && mail.attempts < TRIES_MAX) {
    const minutes = RETRY_MINUTES[Math.min(mail.attempts, RETRY_MINUTES.length) - 1] ?? 1
    await postponeOutbox(
      queries,
      mail.workspaceId,
      mail.outboxId,
      desk.now().add({ minutes }).toString(),
      outcome.words,
    )
  } else {
    await fail(queries, desk, mail, outcome.words, at)
  }
  await refreshConversation(queries, mail.workspaceId, mail.conversationId)
  await insertChange(queries, { workspaceId: mail.workspaceId, kind: "conversation", id: mail.conversationId, at })
}

async function fail(queries: Queries, desk: Desk, mail: OutboxMail, words: string, at: string): Promise<void> {
  const actor = deskActor(mail.workspaceId)
  await closeOutbox(queries, mail.workspaceId, mail.outboxId, at, words)
  await changeDelivery(queries, mail.workspaceId, mail.messageId, { delivery: "failed", problem: words })
  await voidPromisesOf(queries, desk, actor, mail.messageId, "refused")
  await insertTask(queries, {
    workspaceId: mail.workspaceId,
    id: desk.newId(),
    kind: "failed",
    ownerId: mail.senderId,
    conversationId: mail.conversationId,
    messageId: mail.messageId,
    words: `A message was not sent: ${words}`,
    at,
  })
}
