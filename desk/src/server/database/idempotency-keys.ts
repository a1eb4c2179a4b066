import type { Queries } from "./database.ts"

/** Who sent which key: a member's or an API key's id. */
export type KeyOwner = { readonly workspaceId: string; readonly byId: string; readonly key: string }
export type KeptAnswer = { readonly requestDigest: string; readonly status: number | null; readonly answer: unknown }

/**
 * Takes the key for this transaction; false when it was used before. While another transaction holds it, this waits for
 * that one's end: committed, the key was used; rolled back, it is free.
 */
export async function takeKey(queries: Queries, owner: KeyOwner, requestDigest: string, at: string): Promise<boolean> {
  const rows = await queries.query(
    `insert into idempotency_keys (workspace_id, by_id, key, request_digest, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1`,
    [owner.workspaceId, owner.byId, owner.key, requestDigest, at],
  )
  return rows.length > 0
}

/** `answer` null: only that it was done is kept. */
export async function keepAnswer(queries: Queries, owner: KeyOwner, status: number, answer: unknown): Promise<void> {
  await queries.query(
    "update idempotency_keys set status = $4, answer = $5 where workspace_id = $1 and by_id = $2 and key = $3",
    [owner.workspaceId, owner.byId, owner.key, status, answer === null ? null : JSON.stringify(answer)],
  )
}

export async function readKeptAnswer(queries: Queries, owner: KeyOwner): Promise<KeptAnswer | null> {
  const [row] = await queries.query<KeptAnswer>(
    `select request_digest as "requestDigest", status, answer from idempotency_keys
     where workspace_id = $1 and by_id = $2 and key = $3`,
    [owner.workspaceId, owner.byId, owner.key],
  )
  return row ?? null
}

/** Answers repeat what customers said: they go when a customer is erased. That the requests were done is still known. */
export async function forgetAnswers(queries: Queries, workspaceId: string): Promise<void> {
  await queries.query("update idempotency_keys set answer = null where workspace_id = $1 and answer is not null", [
    workspaceId,
  ])
}

export async function deleteKeysBefore(queries: Queries, at: string): Promise<void> {
  await queries.query("delete from idempotency_keys where created_at < $1", [at])
}
