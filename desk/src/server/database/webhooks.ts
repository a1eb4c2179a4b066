import type { WebhookEvent, WebhookTopic } from "../../ledger/webhook.ts"
import type { Queries } from "./database.ts"

export type WebhookRow = {
  readonly id: string
  readonly url: string
  readonly topics: readonly WebhookTopic[]
  readonly createdAt: string
  readonly oldSecretUntil: string | null
  /** Deliveries that wait, and that were given up. */
  readonly waiting: number
  readonly failed: number
}

export function listWebhooks(queries: Queries, workspaceId: string): Promise<readonly WebhookRow[]> {
  return queries.query<WebhookRow>(
    `select w.webhook_id as "id", w.url, w.topics, w.created_at as "createdAt", w.old_until as "oldSecretUntil",
       (select count(*) from outbox x where x.workspace_id = w.workspace_id and x.webhook_id = w.webhook_id and x.done_at is null) as "waiting",
       (select count(*) from outbox x where x.workspace_id = w.workspace_id and x.webhook_id = w.webhook_id and x.done_at is not null and x.problem is not null) as "failed"
     from webhooks w where w.workspace_id = $1 and w.removed_at is null order by w.created_at, w.webhook_id`,
    [workspaceId],
  )
}

export async function insertWebhook(
  queries: Queries,
  workspaceId: string,
  hook: { id: string; url: string; topics: readonly WebhookTopic[]; sealedSecret: Uint8Array; at: string },
): Promise<void> {
  await queries.query(
    `insert into webhooks (workspace_id, webhook_id, url, topics, sealed_secret, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [workspaceId, hook.id, hook.url, hook.topics, hook.sealedSecret, hook.at],
  )
}

/** Null when there is none. Others who change it wait until the end of the transaction. */
export async function lockWebhook(queries: Queries, workspaceId: string, id: string): Promise<{ url: string } | null> {
  const [row] = await queries.query<{ url: string }>(
    "select url from webhooks where workspace_id = $1 and webhook_id = $2 and removed_at is null for update",
    [workspaceId, id],
  )
  return row ?? null
}

/** The secret of now counts until `oldUntil` beside the new one. */
export async function replaceSecret(
  queries: Queries,
  workspaceId: string,
  { id, sealedSecret, oldUntil }: { id: string; sealedSecret: Uint8Array; oldUntil: string },
): Promise<void> {
  await queries.query(
    `update webhooks set sealed_old_secret = sealed_secret, old_until = $4, sealed_secret = $3
     where workspace_id = $1 and webhook_id = $2`,
    [workspaceId, id, sealedSecret, oldUntil],
  )
}

/** Forgets its secrets, and sends nothing more to it. */
export async function removeWebhook(queries: Queries, workspaceId: string, id: string, at: string): Promise<void> {
  await queries.query(
    `update webhooks set removed_at = $3, sealed_secret = null, sealed_old_secret = null, old_until = null
     where workspace_id = $1 and webhook_id = $2`,
    [workspaceId, id, at],
  )
  await queries.query(
    `update outbox set done_at = $3, next_at = null, problem = 'The webhook was removed.'
     where workspace_id = $1 and webhook_id = $2 and done_at is null`,
    [workspaceId, id, at],
  )
}

type Planned = Omit<WebhookEvent, "id"> & { readonly topic: WebhookTopic; readonly key: string }

/** Puts an event into the outbox for every webhook that asked for its topic, once by its key. */
export async function planEvent(queries: Queries, workspaceId: string, planned: Planned): Promise<void> {
  const { topic, key, type, at, data } = planned
  await queries.query(
    `insert into outbox (workspace_id, outbox_id, idempotency_key, kind, webhook_id, event, next_at, created_at)
     select workspace_id, gen_random_uuid(), 'webhook ' || webhook_id || ' ' || $3, 'webhook', webhook_id, $4::jsonb, $5, $5
     from webhooks where workspace_id = $1 and removed_at is null and $2 = any(topics)
     on conflict (workspace_id, idempotency_key) do nothing`,
    [workspaceId, topic, key, JSON.stringify({ type, at, data }), at],
  )
}

/** One delivery on its way, with what signs it. */
export type WebhookDelivery = {
  readonly url: string
  readonly event: WebhookEvent
  readonly attempts: number
  readonly sealedSecret: Uint8Array
  readonly sealedOldSecret: Uint8Array | null
  readonly oldUntil: string | null
}

export async function readDelivery(
  queries: Queries,
  workspaceId: string,
  outboxId: string,
): Promise<WebhookDelivery | null> {
  const [row] = await queries.query<WebhookDelivery>(
    `select w.url, x.event || jsonb_build_object('id', x.outbox_id) as "event", x.attempts,
       w.sealed_secret as "sealedSecret", w.sealed_old_secret as "sealedOldSecret", w.old_until as "oldUntil"
     from outbox x join webhooks w on w.workspace_id = x.workspace_id and w.webhook_id = x.webhook_id
     where x.workspace_id = $1 and x.outbox_id = $2 and w.removed_at is null`,
    [workspaceId, outboxId],
  )
  return row ?? null
}

export type DeliveryRow = {
  readonly id: string
  readonly type: string
  readonly at: string
  readonly attempts: number
  readonly doneAt: string | null
  readonly nextAt: string | null
  readonly problem: string | null
}

const DELIVERIES_SHOWN = 50

/** Newest first. */
export function listDeliveries(queries: Queries, workspaceId: string, id: string): Promise<readonly DeliveryRow[]> {
  return queries.query<DeliveryRow>(
    `select outbox_id as "id", event->>'type' as "type", event->>'at' as "at", attempts, done_at as "doneAt", next_at as "nextAt", problem
     from outbox where workspace_id = $1 and webhook_id = $2 order by created_at desc, outbox_id desc limit ${DELIVERIES_SHOWN}`,
    [workspaceId, id],
  )
}

/** Sends it again, as if for the first time. False when the webhook has no such delivery, or it waits anyway. */
export async function replayDelivery(
  queries: Queries,
  workspaceId: string,
  { id, deliveryId, at }: { id: string; deliveryId: string; at: string },
): Promise<boolean> {
  const rows = await queries.query(
    `update outbox set next_at = $4, created_at = $4, done_at = null, problem = null, attempts = 0
     where workspace_id = $1 and webhook_id = $2 and outbox_id = $3 and done_at is not null returning 1`,
    [workspaceId, id, deliveryId, at],
  )
  return rows.length > 0
}

/** Deliveries that ended before `at`. */
export async function deleteDeliveriesBefore(queries: Queries, at: string): Promise<void> {
  await queries.query("delete from outbox where kind = 'webhook' and done_at < $1", [at])
}
