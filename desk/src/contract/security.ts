import { z } from "zod"
import { route } from "./route.ts"
import { done, id, instant, name, none } from "./values.ts"

/** By what a session began. `password`: by nothing else. */
export const sessionWay = z.enum(["password", "code", "recovery-code", "passkey", "provider"])
export type SessionWay = z.output<typeof sessionWay>

const givenPassword = z.object({ password: z.string().max(200) })
/** What browsers and authenticators say to each other; the desk's checks read it. */
const ceremony = z.record(z.string(), z.unknown())
const noun = "Own security"

const security = z.object({
  secondFactor: z.boolean().describe("Whether a code is asked for after the password"),
  recoveryCodesLeft: z.int(),
  passkeys: z.array(z.object({ id, name: z.string(), createdAt: instant, usedAt: instant.nullable() })),
  sessions: z.array(
    z.object({
      id: z.string(),
      current: z.boolean(),
      by: sessionWay,
      device: z.string().describe("What the browser says of itself; empty when it said nothing"),
      startedAt: instant,
      usedAt: instant.describe("To the day"),
    }),
  ),
})

export const readSecurity = route({
  method: "GET",
  path: "/me/security",
  summary: "Say how one signs in, and where one is signed in",
  noun,
  caller: "user",
  params: none,
  query: none,
  body: none,
  answer: security,
})

export const prepareSecondFactor = route({
  method: "POST",
  path: "/me/second-factor",
  summary:
    "Begin to set up codes of an authenticator: its secret and recovery codes, shown this once; asked for after the first code is entered",
  noun,
  caller: "user",
  params: none,
  query: none,
  body: givenPassword,
  answer: z.object({
    uri: z.string().describe("otpauth://…, for the authenticator"),
    recoveryCodes: z.array(z.string()),
  }),
})

export const confirmSecondFactor = route({
  method: "POST",
  path: "/me/second-factor-confirmation",
  summary: "Enter the first code: from now on one is asked for after the password",
  noun,
  caller: "user",
  params: none,
  query: none,
  body: z.object({ code: z.string().max(20) }),
  answer: done,
})

export const endSecondFactor = route({
  method: "DELETE",
  path: "/me/second-factor",
  summary: "Ask for no more codes after the password",
  noun,
  caller: "user",
  params: none,
  query: none,
  body: givenPassword,
  answer: done,
})

export const createRecoveryCodes = route({
  method: "POST",
  path: "/me/recovery-codes",
  summary: "Make new recovery codes, shown this once; the old ones stop working",
  noun,
  caller: "user",
  params: none,
  query: none,
  body: givenPassword,
  answer: z.object({ recoveryCodes: z.array(z.string()) }),
})

export const preparePasskey = route({
  method: "POST",
  path: "/me/passkey-requests",
  summary: "Ask for what a browser needs to make a passkey",
  noun,
  caller: "user",
  params: none,
  query: none,
  body: givenPassword,
  answer: z.object({ request: z.string(), options: ceremony }),
})

export const createPasskey = route({
  method: "POST",
  path: "/me/passkeys",
  summary: "Add the passkey that a browser has made",
  noun,
  caller: "user",
  params: none,
  query: none,
  body: z.object({ request: z.string().max(100), name, response: ceremony }),
  answer: done,
})

export const deletePasskey = route({
  method: "DELETE",
  path: "/me/passkeys/:passkeyId",
  summary: "Remove a passkey: nobody signs in with it any more",
  noun,
  caller: "user",
  params: z.object({ passkeyId: id }),
  query: none,
  body: none,
  answer: done,
})

export const endSession = route({
  method: "DELETE",
  path: "/me/sessions/:sessionId",
  summary: "Sign out in one place",
  noun,
  caller: "user",
  params: z.object({ sessionId: z.string().max(100) }),
  query: none,
  body: none,
  answer: done,
})

export const endOtherSessions = route({
  method: "DELETE",
  path: "/me/sessions",
  summary: "Sign out everywhere but here",
  noun,
  caller: "user",
  params: none,
  query: none,
  body: none,
  answer: z.object({ ended: z.int() }),
})

export const endSessionsOfMember = route({
  method: "DELETE",
  path: "/members/:memberId/sessions",
  summary: "Sign a member out everywhere, in their other workspaces too",
  noun: "Members",
  caller: "admin",
  params: z.object({ memberId: id }),
  query: none,
  body: none,
  answer: z.object({ ended: z.int() }),
})
