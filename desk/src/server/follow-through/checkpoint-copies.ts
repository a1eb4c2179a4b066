import type { SignedCheckpoint } from "../../ledger/checkpoint.ts"
import {
  type ClaimedCopy,
  type CopyKind,
  claimCopy,
  findSendingWorkspace,
  planCopies,
  settleCopy,
} from "../database/checkpoint-copies.ts"
import type { Queries } from "../database/database.ts"
import { readMailSender } from "../database/mail-sender.ts"
import type { Desk } from "../verbs/desk.ts"
import { NO_SERVER } from "../verbs/send.ts"
import { type Sealing, takeDailyCheckpoint } from "../verbs/take-checkpoint.ts"
import type { Send } from "./outbox.ts"
import type { SendOutcome } from "./try-again.ts"
import { sendingServer } from "./sending-server.ts"

/** Where checkpoints go, as the operator set it; null: not there. */
export type CopyTargets = { readonly mail: string | null; readonly webhook: string | null }

/** Posts JSON; what came of it is a value. */
export type PostJson = (url: string, body: unknown, idempotencyKey: string) => Promise<SendOutcome>

export type Ways = { readonly targets: CopyTargets; readonly send: Send; readonly post: PostJson }

const LEASE_SECONDS = 120 // longer than a slow server takes to answer
/** Minutes until the next try, by tries so far; the last repeats: the next day brings another checkpoint anyway. */
const RETRY_MINUTES = [1, 5, 15, 60]

/** Takes today's checkpoint when there is none yet, and sends what waits to be sent. */
export async function sealAndSend(desk: Desk, sealing: Sealing, ways: Ways): Promise<void> {
  await takeDailyCheckpoint(desk, sealing)
  while (await sendCheckpointCopy(desk, ways));
}

/**
 * Sends the newest checkpoint to where this desk cannot change it, once in each way that is set. What nobody took is tried
 * again, by any process; a crash between sending and noting sends it again. False when nothing is due.
 */
export async function sendCheckpointCopy(desk: Desk, ways: Ways): Promise<boolean> {
  const kinds = kindsOf(ways.targets)
  if (kinds.length === 0) return false
  const now = desk.now()
  const claimed = await desk.database.transaction(async (queries) => {
    await planCopies(queries, kinds, now.toString())
    const leaseUntil = now.add({ seconds: LEASE_SECONDS }).toString()
    return claimCopy(queries, kinds, { now: now.toString(), leaseUntil })
  })
  if (claimed === null) return false
  const outcome = await sent(desk, ways, claimed)
  await desk.database.transaction((queries) => settle(queries, desk, claimed, outcome))
  return true
}

function kindsOf({ mail, webhook }: CopyTargets): readonly CopyKind[] {
  return [...(mail === null ? [] : (["mail"] as const)), ...(webhook === null ? [] : (["webhook"] as const))]
}

async function sent(desk: Desk, { targets, send, post }: Ways, claimed: ClaimedCopy): Promise<SendOutcome> {
  const { checkpoint, kind, attempts } = claimed
  if (kind === "webhook") return post(targets.webhook ?? "", checkpoint, `checkpoint-${checkpoint.number}`)
  const workspaceId = await findSendingWorkspace(desk.database)
  const sender = workspaceId === null ? null : await readMailSender(desk.database, workspaceId)
  const server = sendingServer(desk, sender)
  if (typeof server === "string") return { kind: "later", words: server }
  if (workspaceId === null) return { kind: "later", words: NO_SERVER }
  const address = sender?.address ?? targets.mail ?? ""
  return send(server, {
    workspaceId,
    outboxId: `checkpoint ${checkpoint.number}`,
    attempts,
    automatic: true,
    mailId: `checkpoint.${checkpoint.number}.${checkpoint.root.slice(0, 16)}@${address.split("@").at(-1) ?? "localhost"}`,
    inReplyTo: null,
    references: [],
    from: { name: sender?.fromName ?? "", address },
    to: [{ name: "", address: targets.mail ?? "" }],
    subject: `Checkpoint ${checkpoint.number} of ${desk.publicUrl}`,
    text: textOf(checkpoint),
  })
}

/** A mail program may add or wrap lines; the file that `verify` reads is what is between the braces, braces included. */
function textOf(checkpoint: SignedCheckpoint): string {
  return [
    "Keep this mail where nobody who can reach the desk can change it. To compare the desk's record with it, save what",
    "follows, from the first brace to the last, as a file and run: aboveboard-desk verify --checkpoint FILE",
    "",
    JSON.stringify(checkpoint, null, 2),
    "",
  ].join("\n")
}

async function settle(
  queries: Queries,
  desk: Desk,
  { checkpoint: { number }, kind, attempts }: ClaimedCopy,
  outcome: SendOutcome,
): Promise<void> {
  const at = desk.now()
  if (outcome.kind === "accepted") {
    return settleCopy(queries, { number, kind }, { at: at.toString(), nextAt: null, problem: null })
  }
  const minutes = RETRY_MINUTES[Math.min(attempts, RETRY_MINUTES.length) - 1] ?? 60
  const nextAt = at.add({ minutes }).toString()
  await settleCopy(queries, { number, kind }, { at: at.toString(), nextAt, problem: outcome.words })
}
