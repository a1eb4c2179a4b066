import { hash, verify } from "@node-rs/argon2"
import { betterAuth } from "better-auth"
import { genericOAuth } from "better-auth/plugins/generic-oauth"
import { twoFactor } from "better-auth/plugins/two-factor"
import type { SessionWay } from "../../contract/security.ts"
import type { Database } from "../database/database.ts"
import { identityDatabase } from "../database/identity-dialect.ts"
import { identityTables, secondFactorTables } from "../database/identity-tables.ts"
import { beginSession, wayOf } from "./identity-sessions.ts"

// OWASP's recommendation of 2024 for argon2id (the library's own kind): 19 MiB, 2 passes, 1 lane.
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const SESSION_DAYS = 30 // counted from the last day it was used
const DAY_S = 24 * 60 * 60
const CODE_COOKIE_S = 300 // time to take the phone out of the pocket after the password

/** The OpenID provider of the organisation. */
export type Provider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** How the sign-in page names it. */
  readonly name: string
}

export type IdentityOptions = {
  readonly database: Database
  readonly publicUrl: string
  readonly cookieSecret: string
  /** Null: nobody signs in through a provider. */
  readonly provider: Provider | null
}

export type SignedInUser = { readonly id: string; readonly name: string; readonly email: string }
export type SignedIn = {
  readonly user: SignedInUser
  readonly session: { readonly id: string; readonly by: SessionWay }
  readonly hasSecondFactor: boolean
  /** They prolong the session. */
  readonly cookies: readonly string[]
}
export type Identity = ReturnType<typeof openIdentity>

/**
 * Who is signed in: users, passwords, second factors, sessions and their cookies. Of the sign-in library only what is
 * returned here is reachable; nobody can sign up.
 */
export function openIdentity(options: IdentityOptions) {
  const library = libraryOf(options)
  return {
    signIn: (email: string, password: string, headers = new Headers()) =>
      library.api.signInEmail({ body: { email, password }, headers, asResponse: true }),
    /** The code of an authenticator, after the password; or the first one, which turns the second factor on. */
    enterCode: (headers: Headers, code: string) =>
      library.api.verifyTOTP({ headers, body: { code }, asResponse: true }),
    enterRecoveryCode: (headers: Headers, code: string) =>
      library.api.verifyBackupCode({ headers, body: { code }, asResponse: true }),
    /** For somebody who has shown who they are with a passkey. */
    beginSession: (headers: Headers, userId: string) =>
      library.api.beginSession({ headers, body: { userId }, asResponse: true }),
    /** Where the provider asks who it is. */
    askProvider: (headers: Headers, back: string) =>
      library.api.signInSocial({
        headers,
        body: { provider: PROVIDER, callbackURL: back, errorCallbackURL: "/sign-in", disableRedirect: true },
        asResponse: true,
      }),
    /** What the provider answered. */
    hearProvider: (headers: Headers, query: Record<string, string>) =>
      library.api.callbackOAuth({ method: "GET", headers, params: { id: PROVIDER }, query, asResponse: true }),
    signOut: (headers: Headers) => library.api.signOut({ headers, asResponse: true }),
    changePassword: (headers: Headers, currentPassword: string, newPassword: string) =>
      library.api.changePassword({
        headers,
        body: { currentPassword, newPassword, revokeOtherSessions: true },
        asResponse: true,
      }),
    /** Makes the secret that an authenticator keeps, and recovery codes; nothing is asked for before the first code was entered. */
    prepareSecondFactor: (headers: Headers, password: string) =>
      library.api.enableTwoFactor({ headers, body: { password }, asResponse: true }),
    endSecondFactor: (headers: Headers, password: string) =>
      library.api.disableTwoFactor({ headers, body: { password }, asResponse: true }),
    newRecoveryCodes: (headers: Headers, password: string) =>
      library.api.generateBackupCodes({ headers, body: { password }, asResponse: true }),
    isPassword: async (headers: Headers, password: string) =>
      (await library.api.verifyPassword({ headers, body: { password }, asResponse: true })).ok,
    /** How many are left. */
    countRecoveryCodes: async (userId: string) =>
      (await library.api.viewBackupCodes({ body: { userId } })).backupCodes.length,
    /** Null when no valid session came along. */
    async readUser(headers: Headers): Promise<SignedIn | null> {
      const { response, headers: told } = await library.api.getSession({ headers, returnHeaders: true })
      if (response === null) return null
      const { id, name, email, twoFactorEnabled } = response.user
      const by = response.session.signedInBy as SessionWay // written by wayOf alone
      return {
        user: { id, name, email },
        session: { id: response.session.id, by },
        hasSecondFactor: twoFactorEnabled === true,
        cookies: told.getSetCookie(),
      }
    },
    hashPassword,
  }
}

const PROVIDER = "oidc"

function libraryOf({ database, publicUrl, cookieSecret, provider }: IdentityOptions) {
  return betterAuth({
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
    // Users come from set-up and invitations, which prove no address: what the provider says of it counts.
    account: { ...identityTables.account, accountLinking: { enabled: true, requireLocalEmailVerified: false } },
    databaseHooks: {
      session: { create: { before: async (session, context) => ({ data: wayOf(session, context) }) } },
      // The desk asks the provider for nothing but who it is: its tokens are not kept.
      account: { create: { before: async (account) => ({ data: withoutTokens(account) }) } },
    },
    plugins: [
      twoFactor({ schema: secondFactorTables, issuer: "Aboveboard", twoFactorCookieMaxAge: CODE_COOKIE_S }),
      genericOAuth({ config: provider === null ? [] : [providerConfig(provider)] }),
      { id: "aboveboard", endpoints: { beginSession } },
    ],
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
}

function providerConfig({ issuer, clientId, clientSecret, name }: Provider) {
  return {
    providerId: PROVIDER,
    name,
    clientId,
    clientSecret,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    scopes: ["openid", "email", "profile"],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    disableProviderLogout: true,
  }
}

function withoutTokens<Account extends object>(account: Account): Account {
  return { ...account, accessToken: null, refreshToken: null, idToken: null }
}

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2)
}
