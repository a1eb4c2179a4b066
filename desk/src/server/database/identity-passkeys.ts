import type { Queries } from "./database.ts"

export type Passkey = {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly credential: string
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
}
export type PasskeyView = Pick<Passkey, "id" | "name"> & { readonly createdAt: string; readonly usedAt: string | null }

export function listPasskeys(queries: Queries, userId: string): Promise<readonly PasskeyView[]> {
  return queries.query<PasskeyView>(
    `select id, name, created_at as "createdAt", used_at as "usedAt" from identity_passkeys
     where user_id = $1 order by created_at, id`,
    [userId],
  )
}

export async function listCredentials(queries: Queries, userId: string): Promise<readonly string[]> {
  const rows = await queries.query<{ credential: string }>(
    "select credential from identity_passkeys where user_id = $1 order by credential",
    [userId],
  )
  return rows.map(({ credential }) => credential)
}

export async function findPasskey(queries: Queries, credential: string): Promise<Passkey | null> {
  const [row] = await queries.query<Passkey>(
    `select id, user_id as "userId", name, credential, public_key as "publicKey", counter, transports
     from identity_passkeys where credential = $1`,
    [credential],
  )
  return row ?? null
}

/** False when the credential is known already. */
export async function insertPasskey(queries: Queries, passkey: Passkey, at: string): Promise<boolean> {
  const rows = await queries.query(
    `insert into identity_passkeys (id, user_id, name, credential, public_key, counter, transports, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
    [
      passkey.id,
      passkey.userId,
      passkey.name,
      passkey.credential,
      passkey.publicKey,
      passkey.counter,
      passkey.transports,
      at,
    ],
  )
  return rows.length > 0
}

export async function notePasskeyUse(queries: Queries, id: string, counter: number, at: string): Promise<void> {
  await queries.query("update identity_passkeys set counter = $2, used_at = $3 where id = $1", [id, counter, at])
}

/** False when the user has no such passkey. */
export async function removePasskey(queries: Queries, userId: string, id: string): Promise<boolean> {
  const rows = await queries.query("delete from identity_passkeys where user_id = $1 and id = $2 returning 1", [
    userId,
    id,
  ])
  return rows.length > 0
}

/** What is waited for from a browser. `userId`: null for somebody who signs in. */
export type Challenge = { readonly challenge: string; readonly userId: string | null }

export async function keepChallenge(
  queries: Queries,
  request: string,
  challenge: Challenge,
  { at, until }: { at: string; until: string },
): Promise<void> {
  await queries.query(
    `insert into identity_verifications (id, identifier, value, expires_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5)`,
    [request, `passkey-${request}`, JSON.stringify(challenge), until, at],
  )
}

/** Each is good once. Null when there is none, or its time is over. */
export async function takeChallenge(queries: Queries, request: string, now: string): Promise<Challenge | null> {
  const [row] = await queries.query<{ value: string }>(
    "delete from identity_verifications where identifier = $1 and expires_at > $2 returning value",
    [`passkey-${request}`, now],
  )
  return row === undefined ? null : (JSON.parse(row.value) as Challenge)
}

export async function deleteVerificationsBefore(queries: Queries, at: string): Promise<void> {
  await queries.query("delete from identity_verifications where expires_at < $1", [at])
}
