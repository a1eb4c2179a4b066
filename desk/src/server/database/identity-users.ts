import type { Queries } from "./database.ts"

/** Users are made by set-up and by invitations, in our own transactions; the sign-in library only reads them. */
export type IdentityUser = { readonly id: string; readonly name: string; readonly email: string }

/** `email` in lower case. */
export async function findUserByEmail(queries: Queries, email: string): Promise<IdentityUser | null> {
  const [row] = await queries.query<IdentityUser>("select id, name, email from identity_users where email = $1", [
    email,
  ])
  return row ?? null
}

/** A user who signs in with a password. The library finds the password in the account whose id is the user's. */
export async function insertUser(
  queries: Queries,
  user: IdentityUser & { readonly passwordHash: string; readonly accountRowId: string; readonly at: string },
): Promise<void> {
  await queries.query(
    "insert into identity_users (id, name, email, email_verified, created_at, updated_at) values ($1, $2, $3, false, $4, $4)",
    [user.id, user.name, user.email, user.at],
  )
  await queries.query(
    `insert into identity_accounts (id, user_id, provider_id, account_id, password, created_at, updated_at)
     values ($1, $2, 'credential', $2, $3, $4, $4)`,
    [user.accountRowId, user.id, user.passwordHash, user.at],
  )
}

/** Sets the password and ends every session of the user. */
export async function replacePassword(
  queries: Queries,
  userId: string,
  passwordHash: string,
  at: string,
): Promise<void> {
  await queries.query(
    "update identity_accounts set password = $2, updated_at = $3 where user_id = $1 and provider_id = 'credential'",
    [userId, passwordHash, at],
  )
  await queries.query("delete from identity_sessions where user_id = $1", [userId])
}

export async function deleteSessionsExpiredBefore(queries: Queries, at: string): Promise<void> {
  await queries.query("delete from identity_sessions where expires_at < $1", [at])
}
