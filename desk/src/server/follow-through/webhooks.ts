import { createHmac } from "node:crypto"
import { nextTry, shownUrl, signatureHeader, signedText } from "../../ledger/webhook.ts"
import type { Queries } from "../database/database.ts"
import { findPresentOwner } from "../database/members.ts"
import { claimOutbox, closeOutbox, postponeOutbox } from "../database/outbox.ts"
import { hasTask, insertTask } from "../database/tasks.ts"
import { type WebhookDelivery, readDelivery } from "../database/webhooks.ts"
import type { Desk } from "../verbs/desk.ts"
import { commit } from "../verbs/desk.ts"

export type Posting = { readonly body: string; readonly headers: Readonly<Record<string, string>> }
export type Posted = { readonly kind: "accepted" } | { readonly kind: "later"; readonly words: string }

/** Posts to an address that an admin named; what came of it is a value. */
export type PostWebhook = (url: string, posting: Posting) => Promise<Posted>

const LEASE_SECONDS = 60 // longer than a slow program is waited for

/**
 * Tells one program of one event. Claimed in one transaction and settled in another: after a crash between the two it is told
 * again, with the same id. False when nothing is due.
 */
export async function tellOnce(desk: Desk, post: PostWebhook): Promise<boolean> {
  const now = desk.now()
  const leaseUntil = now.add({ seconds: LEASE_SECONDS }).toString()
  const claimed = await desk.database.transaction((queries) =>
    claimOutbox(queries, now.toString(), leaseUntil, "webhooks"),
  )
  if (claimed === null) return false
  const { workspaceId, outboxId } = claimed
  const delivery = await readDelivery(desk.database, workspaceId, outboxId)
  if (delivery === null) {
    // It was removed while an earlier try was under way, which put the delivery back.
    await commit(desk, (queries) =>
      closeOutbox(queries, workspaceId, outboxId, now.toString(), "The webhook was removed."),
    )
    return true
  }
  const posted = await posting(desk, delivery, post)
  await commit(desk, async (queries) => {
    const at = desk.now()
    if (posted.kind === "accepted") return closeOutbox(queries, workspaceId, outboxId, at.toString(), null)
    const again = nextTry(at, delivery.attempts)
    if (again !== null) return postponeOutbox(queries, workspaceId, outboxId, again.toString(), posted.words)
    await closeOutbox(queries, workspaceId, outboxId, at.toString(), posted.words)
    return giveTask(queries, desk, workspaceId, delivery.url)
  })
  return true
}

/** An admin has one open task for a program that was given up, however much it was not told. */
async function giveTask(queries: Queries, desk: Desk, workspaceId: string, url: string): Promise<void> {
  const words = `The program at ${shownUrl(url)} could not be told of what happens here for three days. See why in Settings, Webhooks, and send again what it missed.`
  if (await hasTask(queries, workspaceId, words)) return
  const ownerId = await findPresentOwner(queries, workspaceId, null, null)
  await insertTask(queries, {
    workspaceId,
    id: desk.newId(),
    kind: "other",
    ownerId,
    words,
    at: desk.now().toString(),
  })
}

async function posting(desk: Desk, delivery: WebhookDelivery, post: PostWebhook): Promise<Posted> {
  const body = JSON.stringify(delivery.event)
  let secrets: readonly string[]
  try {
    secrets = secretsOf(desk, delivery)
  } catch {
    return { kind: "later", words: "Its secret was sealed with another key of this desk. Make a new one." }
  }
  const seconds = Math.floor(desk.now().epochMilliseconds / 1000)
  const signatures = secrets.map((secret) =>
    createHmac("sha256", secret).update(signedText(seconds, body)).digest("hex"),
  )
  return post(delivery.url, {
    body,
    headers: {
      "content-type": "application/json",
      "aboveboard-signature": signatureHeader(seconds, signatures),
      "idempotency-key": delivery.event.id,
    },
  })
}

function secretsOf(desk: Desk, { sealedSecret, sealedOldSecret, oldUntil }: WebhookDelivery): readonly string[] {
  const isOldGood = oldUntil !== null && Temporal.Instant.compare(desk.now(), oldUntil) < 0
  const sealed = [sealedSecret, ...(sealedOldSecret !== null && isOldGood ? [sealedOldSecret] : [])]
  return sealed.map((each) => desk.secrets.open(each))
}
