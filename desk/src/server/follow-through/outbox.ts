import { insertChange } from "../database/changes.ts"
import { refreshConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { readMailSender } from "../database/mail-sender.ts"
import { changeDelivery, changeMailId } from "../database/messages.ts"
import { markMailProblem } from "../database/notice-mail.ts"
import {
  type OutboxMail,
  claimOutbox,
  closeOutbox,
  lockOutboxOf,
  postponeOutbox,
  readOutboxMail,
} from "../database/outbox.ts"
import { insertTask } from "../database/tasks.ts"
import { type Desk, commit, deskActor } from "../verbs/desk.ts"
import { acceptMessage, voidPromisesOf } from "../verbs/keeps.ts"
import { codeMailOf } from "./code-mail.ts"
import { planCopy } from "./copy-to-sent.ts"
import { noticeMailOf } from "./notice-mail.ts"
import { type SendingServer, sendingServer } from "./sending-server.ts"

/** What the world answered: values that we store and show. */
export type SendOutcome =
  | {
      readonly kind: "accepted"
      /** The Message-ID that the server gave it in place of ours; null or left out when ours stayed. */
      readonly mailId?: string | null
    }
  | { readonly kind: "refused"; readonly words: string }
  | { readonly kind: "later"; readonly words: string }

/** What the outgoing server needs to know of a mail. */
export type SentMail = Pick<
  OutboxMail,
  "mailId" | "inReplyTo" | "references" | "from" | "to" | "subject" | "text" | "workspaceId" | "outboxId" | "attempts"
> & {
  /** No person typed it, so that nobody's program answers it (RFC 3834). */
  readonly automatic?: true
}

export type Send = (server: SendingServer, mail: SentMail) => Promise<SendOutcome>

export const LEASE_SECONDS = 120 // longer than a slow server takes to accept; after a crash the message waits this long

/** Minutes until the next try, by tries so far; the last repeats until the message is five days old (RFC 5321, 4.5.4.1). */
const RETRY_MINUTES = [1, 2, 5, 15, 30, 60, 120]
const TRIES_MAX = 65 // with the steps above: about five days

/**
 * Sends the mail that has waited longest: a message or a code to a customer, or notices to a member. It is claimed in one
 * transaction and settled in another, so a crash between the two sends it again with the same Message-ID. False when
 * nothing is due.
 */
export async function sendOnce(desk: Desk, send: Send): Promise<boolean> {
  const claimed = await desk.database.transaction((queries) => claim(queries, desk))
  if (claimed === null) return false
  if (claimed === "waits") return true
  const outcome = await send(claimed.server, claimed.mail)
  await commit(desk, (queries) => claimed.settle(queries, outcome))
  return true
}

type Claimed = {
  readonly mail: SentMail
  readonly server: SendingServer
  readonly settle: (queries: Queries, outcome: SendOutcome) => Promise<void>
}

async function claim(queries: Queries, desk: Desk): Promise<Claimed | "waits" | null> {
  const now = desk.now()
  const row = await claimOutbox(queries, now.toString(), now.add({ seconds: LEASE_SECONDS }).toString())
  if (row === null) return null
  const sender = await readMailSender(queries, row.workspaceId)
  const server = sendingServer(desk, sender)
  if (typeof server === "string") {
    await postponeOutbox(queries, row.workspaceId, row.outboxId, null, server)
    return "waits"
  }
  if (row.kind !== "mail") {
    const mail = await (row.kind === "notice" ? noticeMailOf : codeMailOf)(queries, desk, row, sender)
    return mail === null
      ? "waits"
      : { mail, server, settle: (within, outcome) => settleNotice(within, desk, mail, outcome) }
  }
  const mail = await readOutboxMail(queries, row.workspaceId, row.outboxId)
  if (mail !== null) return { mail, server, settle: (within, outcome) => settle(within, desk, mail, outcome) }
  await closeOutbox(queries, row.workspaceId, row.outboxId, now.toString(), "erased before it was sent")
  return "waits"
}

async function settleNotice(queries: Queries, desk: Desk, mail: SentMail, outcome: SendOutcome): Promise<void> {
  const { workspaceId, outboxId, attempts } = mail
  if (outcome.kind === "later" && attempts < TRIES_MAX) return tryAgain(queries, desk, mail, outcome.words)
  const problem = outcome.kind === "accepted" ? null : outcome.words
  await closeOutbox(queries, workspaceId, outboxId, desk.now().toString(), problem)
  if (problem !== null) await markMailProblem(queries, workspaceId, outboxId, problem)
}

async function tryAgain(queries: Queries, desk: Desk, mail: SentMail, words: string): Promise<void> {
  const minutes = RETRY_MINUTES[Math.min(mail.attempts, RETRY_MINUTES.length) - 1] ?? 1
  const at = desk.now().add({ minutes }).toString()
  await postponeOutbox(queries, mail.workspaceId, mail.outboxId, at, words)
}

async function settle(queries: Queries, desk: Desk, mail: OutboxMail, outcome: SendOutcome): Promise<void> {
  const row = await lockOutboxOf(queries, mail.workspaceId, mail.messageId)
  // A try that outlived its lease: somebody else has settled it, or is trying now. That it was accepted is news all the same.
  if (row === null || row.done || (row.attempts !== mail.attempts && outcome.kind !== "accepted")) return
  const at = desk.now().toString({ fractionalSecondDigits: 3 })
  const actor = deskActor(mail.workspaceId)
  if (outcome.kind === "accepted") {
    await closeOutbox(queries, mail.workspaceId, mail.outboxId, at, null)
    if (outcome.mailId) await changeMailId(queries, mail.workspaceId, mail.messageId, outcome.mailId)
    await acceptMessage(queries, desk, actor, mail.messageId, at)
    await planCopy(queries, desk, mail)
  } else if (outcome.kind === "later" && mail.attempts < TRIES_MAX) {
    await tryAgain(queries, desk, mail, outcome.words)
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
