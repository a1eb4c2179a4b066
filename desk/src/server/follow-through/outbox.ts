import type { Queries } from "../database/database.ts"
import { readMailSender } from "../database/mail-sender.ts"
import { markMentionProblem } from "../database/mentions.ts"
import { markMailProblem } from "../database/notice-mail.ts"
import {
  type ClaimedOutbox,
  type OutboxMail,
  claimOutbox,
  closeOutbox,
  postponeOutbox,
  readOutboxMail,
} from "../database/outbox.ts"
import { type Desk, commit } from "../verbs/desk.ts"
import { codeMailOf } from "./code-mail.ts"
import { mentionMailOf } from "./mention-mail.ts"
import { noticeMailOf } from "./notice-mail.ts"
import { type OutgoingFile, withContents } from "./with-contents.ts"
import { settleMail } from "./settle-mail.ts"
import { type SendOutcome, TRIES_MAX, tryAgain } from "./try-again.ts"
import { type SendingServer, sendingServer } from "./sending-server.ts"

/** What the outgoing server needs to know of a mail. */
export type SentMail = Pick<
  OutboxMail,
  "mailId" | "inReplyTo" | "references" | "from" | "to" | "subject" | "text" | "workspaceId" | "outboxId" | "attempts"
> &
  Partial<Pick<OutboxMail, "cc" | "bcc" | "takenFor" | "date" | "files" | "html">> & {
    /** What is in the files, as it is sent. */
    readonly attachments?: readonly OutgoingFile[]
    /** No person typed it, so that nobody's program answers it (RFC 3834). */
    readonly automatic?: true
  }

export type Send = (server: SendingServer, mail: SentMail) => Promise<SendOutcome>

export const LEASE_SECONDS = 120 // longer than a slow server takes to accept; after a crash the message waits this long

/**
 * Sends the mail that has waited longest: a message or a code to a customer, or notices to a member. It is claimed in one
 * transaction and settled in another, so a crash between the two sends it again with the same Message-ID. False when
 * nothing is due.
 */
export async function sendOnce(desk: Desk, send: Send): Promise<boolean> {
  const claimed = await desk.database.transaction((queries) => claim(queries, desk))
  if (claimed === null) return false
  if (claimed === "waits") return true
  const { mail, server } = claimed
  const read = await withContents(desk, mail)
  const outcome = typeof read === "string" ? ({ kind: "later", words: read } as const) : await send(server, read)
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
    const mail = await mailOf(row.kind)(queries, desk, row, sender)
    return mail === null
      ? "waits"
      : { mail, server, settle: (within, outcome) => settleNotice(within, desk, mail, outcome) }
  }
  const mail = await readOutboxMail(queries, row.workspaceId, row.outboxId)
  if (mail !== null) return { mail, server, settle: (within, outcome) => settleMail(within, desk, mail, outcome) }
  await closeOutbox(queries, row.workspaceId, row.outboxId, now.toString(), "erased before it was sent")
  return "waits"
}

function mailOf(kind: ClaimedOutbox["kind"]): typeof noticeMailOf {
  return kind === "notice" ? noticeMailOf : kind === "mention" ? mentionMailOf : codeMailOf
}

async function settleNotice(queries: Queries, desk: Desk, mail: SentMail, outcome: SendOutcome): Promise<void> {
  const { workspaceId, outboxId, attempts } = mail
  if (outcome.kind === "later" && attempts < TRIES_MAX) return tryAgain(queries, desk, mail, outcome.words)
  const problem = outcome.kind === "accepted" ? null : outcome.words
  await closeOutbox(queries, workspaceId, outboxId, desk.now().toString(), problem)
  if (problem === null) return
  await markMailProblem(queries, workspaceId, outboxId, problem)
  await markMentionProblem(queries, workspaceId, outboxId, problem)
}
