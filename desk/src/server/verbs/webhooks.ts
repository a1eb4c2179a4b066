import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { OVERLAP_HOURS, type WebhookTopic, shownUrl } from "../../ledger/webhook.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import * as webhooks from "../database/webhooks.ts"
import { readWorkspace } from "../database/workspaces.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { log } from "./settings-log.ts"

const WEBHOOKS_MAX = 20 // a workspace; every message and promise is written once for each

export type NewWebhook = { readonly url: string; readonly topics: readonly WebhookTopic[] }

/** Tells a program from now on. The secret that signs is in the answer only. */
export function addWebhook(
  desk: Desk,
  actor: Actor,
  { url, topics }: NewWebhook,
): Promise<{ id: string; secret: string }> {
  assertRole(actor, "admin")
  assertUrl(url)
  return commit(desk, async (queries) => {
    const { kind } = await readWorkspace(queries, actor.workspaceId)
    if (kind !== "real") throw conflict("Only a real workspace tells programs: everything in this one is invented.")
    if ((await webhooks.listWebhooks(queries, actor.workspaceId)).length >= WEBHOOKS_MAX) {
      throw conflict(`There are ${WEBHOOKS_MAX} webhooks already. Remove one first.`)
    }
    const [id, secret, at] = [desk.newId(), newSecret(desk), desk.now().toString()]
    await webhooks.insertWebhook(queries, actor.workspaceId, {
      id,
      url,
      topics,
      sealedSecret: desk.secrets.seal(secret),
      at,
    })
    await log(queries, desk, actor, { kind: "webhook-added", subjectId: id, after: { url: shownUrl(url), topics } })
    await announce(queries, actor, at)
    return { id, secret }
  })
}

/** Makes another secret; the one before counts for a day more, so that nothing is refused meanwhile. */
export function renewSecret(desk: Desk, actor: Actor, id: string): Promise<{ secret: string; oldSecretUntil: string }> {
  assertRole(actor, "admin")
  return commit(desk, async (queries) => {
    const { url } = await mustLock(queries, actor, id)
    const secret = newSecret(desk)
    const oldUntil = desk.now().add({ hours: OVERLAP_HOURS }).toString()
    await webhooks.replaceSecret(queries, actor.workspaceId, { id, sealedSecret: desk.secrets.seal(secret), oldUntil })
    await log(queries, desk, actor, {
      kind: "webhook-changed",
      subjectId: id,
      after: { url: shownUrl(url), secret: "renewed" },
    })
    await announce(queries, actor, desk.now().toString())
    return { secret, oldSecretUntil: oldUntil }
  })
}

export async function removeWebhook(desk: Desk, actor: Actor, id: string): Promise<void> {
  assertRole(actor, "admin")
  await commit(desk, async (queries) => {
    const { url } = await mustLock(queries, actor, id)
    const at = desk.now().toString()
    await webhooks.removeWebhook(queries, actor.workspaceId, id, at)
    await log(queries, desk, actor, { kind: "webhook-removed", subjectId: id, after: { url: shownUrl(url) } })
    await announce(queries, actor, at)
  })
}

/** Sends a delivery again that was taken or given up. `not_found` when there is none. */
export async function replayDelivery(desk: Desk, actor: Actor, id: string, deliveryId: string): Promise<void> {
  assertRole(actor, "admin")
  await commit(desk, async (queries) => {
    await mustLock(queries, actor, id)
    const at = desk.now().toString()
    const isReplayed = await webhooks.replayDelivery(queries, actor.workspaceId, { id, deliveryId, at })
    if (!isReplayed) throw notFound("delivery")
    await announce(queries, actor, at)
  })
}

export async function readDeliveries(desk: Desk, actor: Actor, id: string): Promise<readonly webhooks.DeliveryRow[]> {
  assertRole(actor, "admin")
  return desk.database.transaction(async (queries) => {
    await mustLock(queries, actor, id)
    return webhooks.listDeliveries(queries, actor.workspaceId, id)
  })
}

function assertUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol)) throw invalid("It must begin with https:// or http://.", "url")
  if (url.username !== "" || url.password !== "") {
    throw invalid("Leave user and password out of the address: the signature shows who sends.", "url")
  }
}

function newSecret(desk: Desk): string {
  return `whsec_${desk.newSalt()}${desk.newSalt()}`
}

async function mustLock(queries: Queries, { workspaceId }: Actor, id: string): Promise<{ url: string }> {
  const found = await webhooks.lockWebhook(queries, workspaceId, id)
  if (found === null) throw notFound("webhook")
  return found
}

async function announce(queries: Queries, { workspaceId }: Actor, at: string): Promise<void> {
  await insertChange(queries, { workspaceId, kind: "workspace", id: workspaceId, at })
}
