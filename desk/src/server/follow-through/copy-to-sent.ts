import type { Queries } from "../database/database.ts"
import { findAppendMailbox } from "../database/mailboxes.ts"
import {
  type OutboxMail,
  claimOutbox,
  closeOutbox,
  insertOutbox,
  postponeOutbox,
  readOutboxMail,
} from "../database/outbox.ts"
import { type Desk, commit } from "../verbs/desk.ts"
import { type OutgoingFile, withContents } from "./with-contents.ts"
import { type OpenedMailbox, openMailbox } from "../verbs/mailboxes.ts"

/** Puts a copy into the Sent folder, unless it is there; what went wrong is a value. */
export type Append = (
  desk: Desk,
  mailbox: OpenedMailbox,
  mail: OutboxMail & { readonly attachments: readonly OutgoingFile[] },
) => Promise<{ readonly kind: "there" } | { readonly kind: "later"; readonly words: string }>

const WAIT_SECONDS = 15 // services that keep a copy themselves have done so by then, and it is found
const LEASE_SECONDS = 180 // longer than connecting and appending may take
const RETRY_MINUTES = [1, 5, 15, 60, 240]
const TRIES_MAX = 20 // with the steps above: about three days

/** What our server has accepted is to lie in the Sent folder too, where a mailbox for its address is read. */
export async function planCopy(queries: Queries, desk: Desk, mail: OutboxMail): Promise<void> {
  if ((await findAppendMailbox(queries, mail.workspaceId, mail.from.address)) === null) return
  const now = desk.now()
  await insertOutbox(queries, {
    workspaceId: mail.workspaceId,
    outboxId: desk.newId(),
    messageId: mail.messageId,
    idempotencyKey: `append ${mail.messageId}`,
    kind: "append",
    nextAt: now.add({ seconds: WAIT_SECONDS }).toString(),
    problem: null,
    createdAt: now.toString(),
  })
}

/**
 * Puts one copy into a Sent folder. Claimed in one transaction and settled in another; after a crash between the two the
 * copy is looked for before it is added again. False when none is due.
 */
export async function copyOnce(desk: Desk, append: Append): Promise<boolean> {
  const claimed = await desk.database.transaction((queries) => claim(queries, desk))
  if (claimed === null || claimed === "nothing to do") return claimed !== null
  const { mailbox, mail } = claimed
  const read = await withContents(desk, mail)
  const outcome =
    typeof read === "string" ? ({ kind: "later", words: read } as const) : await append(desk, mailbox, read)
  await commit(desk, async (queries) => {
    const { workspaceId, outboxId, attempts } = mail
    const now = desk.now()
    if (outcome.kind === "there") return closeOutbox(queries, workspaceId, outboxId, now.toString(), null)
    if (attempts >= TRIES_MAX) return closeOutbox(queries, workspaceId, outboxId, now.toString(), outcome.words)
    const minutes = RETRY_MINUTES[Math.min(attempts, RETRY_MINUTES.length) - 1] ?? 1
    await postponeOutbox(queries, workspaceId, outboxId, now.add({ minutes }).toString(), outcome.words)
  })
  return true
}

async function claim(
  queries: Queries,
  desk: Desk,
): Promise<{ readonly mailbox: OpenedMailbox; readonly mail: OutboxMail } | "nothing to do" | null> {
  const now = desk.now()
  const row = await claimOutbox(queries, now.toString(), now.add({ seconds: LEASE_SECONDS }).toString(), "copies")
  if (row === null) return null
  const mail = await readOutboxMail(queries, row.workspaceId, row.outboxId)
  const mailbox = mail === null ? null : await findAppendMailbox(queries, row.workspaceId, mail.from.address)
  if (mail !== null && mailbox !== null) {
    try {
      return { mail, mailbox: openMailbox(desk, mailbox) }
    } catch {
      // its password cannot be opened: the settings say so
    }
  }
  await closeOutbox(queries, row.workspaceId, row.outboxId, now.toString(), "no mailbox to put a copy into")
  return "nothing to do"
}
