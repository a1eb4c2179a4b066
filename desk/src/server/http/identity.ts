import { hash, verify } from "@node-rs/argon2"
import { betterAuth } from "better-auth"
import type { Database } from "../database/database.ts"
import { identityDatabase } from "../database/identity-dialect.ts"
import { identityTables } from "../database/identity-tables.ts"

// OWASP's recommendation of 2024 for argon2id (the library's own kind): 19 MiB, 2 passes, 1 lane.
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const SESSION_DAYS = 30 // counted from the last day it was used
const DAY_S = 24 * 60 * 60

export type IdentityOptions = {
  readonly database: Database
  readonly publicUrl: string
  readonly cookieSecret: string
}

export type SignedInUser = { readonly id: string; readonly name: string; readonly email: string }
export type Identity = ReturnType<typeof openIdentity>

/**
 * Who is signed in: users, passwords, sessions and their cookies. Of the sign-in library only sign-in, sign-out, the
 * session and the change of a password are reachable; nobody can sign up.
 */
export function openIdentity({ database, publicUrl, cookieSecret }: IdentityOptions) {
  const library = betterAuth({
    ...identityTables,
    database: identityDatabase(database),
    baseURL: publicUrl,
    secret: cookieSecret,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash: known, password }) => verify(known, password) },
    },
    session: { ...identityTables.session, expiresIn: SESSION_DAYS * DAY_S, updateAge: DAY_S },
    advanced: {
      cookiePrefix: "aboveboard",
      useSecureCookies: publicUrl.startsWith("https:"),
      disableCSRFCheck: true, // the door checks every changing call, see same-origin.ts
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false }, // so does the door, see limits.ts
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
  return {
    signIn: (email: string, password: string) =>
      library.api.signInEmail({ body: { email, password }, asResponse: true }),
    signOut: (headers: Headers) => library.api.signOut({ headers, asResponse: true }),
    changePassword: (headers: Headers, currentPassword: string, newPassword: string) =>
      library.api.changePassword({
        headers,
        body: { currentPassword, newPassword, revokeOtherSessions: true },
        asResponse: true,
      }),
    /** Null when no valid session came along. `cookies` prolong it. */
    async readUser(headers: Headers): Promise<{ user: SignedInUser; cookies: readonly string[] } | null> {
      const { response, headers: told } = await library.api.getSession({ headers, returnHeaders: true })
      if (response === null) return null
      const { id, name, email } = response.user
      return { user: { id, name, email }, cookies: told.getSetCookie() }
    },
    hashPassword,
  }
}

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2)
}
