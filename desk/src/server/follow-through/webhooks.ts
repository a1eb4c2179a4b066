import { createHmac } from "node:crypto"
import { nextTry, signatureHeader, signedText } from "../../ledger/webhook.ts"
import { claimOutbox, closeOutbox, postponeOutbox } from "../database/outbox.ts"
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
    const again = nextTry(Temporal.Instant.from(delivery.since), at, delivery.attempts)
    if (again === null) return closeOutbox(queries, workspaceId, outboxId, at.toString(), posted.words)
    return postponeOutbox(queries, workspaceId, outboxId, again.toString(), posted.words)
  })
  return true
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
