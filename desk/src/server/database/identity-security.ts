import type { Queries } from "./database.ts"

/** How a user signs in, and where they are signed in. The sign-in library's tables: none belongs to a workspace. */
export type SessionRow = {
  readonly id: string
  readonly by: string
  readonly device: string
  readonly startedAt: string
  readonly usedAt: string
}

/** The live ones, the last used first. */
export function listSessions(queries: Queries, userId: string, now: string): Promise<readonly SessionRow[]> {
  return queries.query<SessionRow>(
    `select id, signed_in_by as "by", coalesce(user_agent, '') as "device", created_at as "startedAt", updated_at as "usedAt"
     from identity_sessions where user_id = $1 and expires_at > $2 order by updated_at desc, id`,
    [userId, now],
  )
}

/** False when the user has no such session. */
export async function deleteSession(queries: Queries, userId: string, id: string): Promise<boolean> {
  const rows = await queries.query("delete from identity_sessions where user_id = $1 and id = $2 returning 1", [
    userId,
    id,
  ])
  return rows.length > 0
}

/** Ends all sessions of a user but `kept`, and says how many those were. */
export async function deleteSessions(queries: Queries, userId: string, kept: string | null): Promise<number> {
  const rows = await queries.query(
    "delete from identity_sessions where user_id = $1 and id is distinct from $2 returning 1",
    [userId, kept],
  )
  return rows.length
}

/** Ends all sessions of a member, and what they began with the password alone. */
export async function deleteSessionsOfMember(queries: Queries, workspaceId: string, memberId: string): Promise<number> {
  const rows = await queries.query(
    `with theirs as (select user_id from members where workspace_id = $1 and member_id = $2 and user_id is not null),
       pending as (delete from identity_verifications v using theirs where v.identifier like '2fa-%' and v.value = theirs.user_id)
     delete from identity_sessions s using theirs where s.user_id = theirs.user_id returning 1`,
    [workspaceId, memberId],
  )
  return rows.length
}

export async function deleteSessionByToken(queries: Queries, token: string): Promise<void> {
  await queries.query("delete from identity_sessions where token = $1", [token])
}

/** False when this code was used since `since`; what is older is forgotten. */
export async function takeCode(
  queries: Queries,
  digest: string,
  { at, since }: { at: string; since: string },
): Promise<boolean> {
  await queries.query("delete from identity_used_codes where used_at < $1", [since])
  const rows = await queries.query(
    "insert into identity_used_codes (digest, used_at) values ($1, $2) on conflict do nothing returning 1",
    [digest, at],
  )
  return rows.length > 0
}

/** Takes the second factor and all passkeys of a user away, and ends their sessions. */
export async function deleteSecondFactor(queries: Queries, userId: string): Promise<void> {
  await queries.query("delete from identity_two_factors where user_id = $1", [userId])
  await queries.query("delete from identity_passkeys where user_id = $1", [userId])
  await queries.query("update identity_users set two_factor_enabled = false where id = $1", [userId])
  await deleteSessions(queries, userId, null)
}

export async function hasSecondFactor(queries: Queries, userId: string): Promise<boolean> {
  const rows = await queries.query("select 1 from identity_two_factors where user_id = $1 and verified", [userId])
  return rows.length > 0
}
