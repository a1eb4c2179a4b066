import type { FastifyReply, FastifyRequest } from "fastify"
import { z } from "zod"
import { password } from "../../contract/session.ts"
import { Mistake } from "../../ledger/error.ts"
import { deleteSessionByToken, takeCode } from "../database/identity-security.ts"
import type { Desk } from "../verbs/desk.ts"
import { headersOf } from "./caller.ts"
import { Refusal } from "./errors.ts"
import { askWho, whoAnswered } from "./passkeys.ts"
import { DONE, type Door, checked } from "./serve.ts"
import { logOwn } from "../verbs/settings-log.ts"

const credentials = z.object({ email: z.string().max(254), password: z.string().max(200) })
const passwordChange = z.object({ currentPassword: z.string().max(200), newPassword: password })
const CODE_MINUTES = 3 // longer than a code is good for, with the clocks apart
const codeGiven = z.object({ code: z.string().max(40) })
const passkeyGiven = z.object({ request: z.string().max(100), response: z.record(z.string(), z.unknown()) })

/** The few calls of the sign-in library that this desk has. All others answer 404. */
export function serveSignIn(door: Door): void {
  const { app, desk, identity } = door
  app.post("/api/auth/sign-in/email", async (request, reply) => {
    const { email, password: given } = checked(credentials, request.body)
    const answer = await identity.signIn(email, given, headersOf(request))
    if (!answer.ok) throw new Refusal("unauthenticated", "This e-mail address and password do not belong together.")
    handCookies(answer, reply)
    await noteSignIn(door, answer)
    const { twoFactorRedirect } = (await answer.json()) as { twoFactorRedirect?: boolean }
    return twoFactorRedirect === true ? { done: false, needs: "code" } : DONE
  })
  serveCodes(door)
  servePasskeySignIn(door)
  app.post("/api/auth/sign-out", async (request, reply) => {
    handCookies(await identity.signOut(headersOf(request)), reply)
    return DONE
  })
  app.get("/api/auth/get-session", async (request, reply) => {
    reply.header("cache-control", "no-store")
    const found = await identity.readUser(headersOf(request))
    return reply.type("application/json").send(JSON.stringify(found === null ? null : { user: found.user }))
  })
  app.post("/api/auth/change-password", async (request, reply) => {
    const { currentPassword, newPassword } = checked(passwordChange, request.body)
    const answer = await identity.changePassword(headersOf(request), currentPassword, newPassword)
    if (answer.status === 401) throw new Refusal("unauthenticated", "Sign in first.")
    if (!answer.ok) throw new Mistake("invalid", "The current password is another one.")
    handCookies(answer, reply)
    const { user } = (await answer.json()) as { user: { id: string } }
    await logOwn(desk, user.id, "password-changed")
    return DONE
  })
}

/** What comes after the password where somebody has a second factor. */
function serveCodes({ app, desk, identity }: Door): void {
  app.post("/api/auth/sign-in/code", async (request, reply) => {
    const code = checked(codeGiven, request.body).code.replaceAll(/\s/g, "")
    const answer = await identity.enterCode(headersOf(request), code)
    await assertEntered(answer, "This is not the code that the desk expects now.")
    await assertFirstUse(desk, answer, code)
    handCookies(answer, reply)
    await noteSignIn({ desk, identity }, answer)
    return DONE
  })
  app.post("/api/auth/sign-in/recovery-code", async (request, reply) => {
    const { code } = checked(codeGiven, request.body)
    const answer = await identity.enterRecoveryCode(headersOf(request), code.trim())
    await assertEntered(answer, "This is none of your recovery codes, or it was used before.")
    handCookies(answer, reply)
    await noteSignIn({ desk, identity }, answer)
    return DONE
  })
}

async function assertEntered(answer: Response, wrong: string): Promise<void> {
  if (answer.ok) return
  const { code } = (await answer.json()) as { code?: string }
  if (code === "INVALID_TWO_FACTOR_COOKIE" || code === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE") {
    throw new Refusal("unauthenticated", "That took too long, or too many tries. Enter your password again.")
  }
  if (answer.status === 429) {
    throw new Refusal("too_many", "Too many wrong codes. Wait a quarter of an hour and try again.")
  }
  throw new Mistake("invalid", wrong)
}

/** A code is good for a minute or so, but only once (RFC 6238, section 5.2): somebody may have read it over a shoulder. */
async function assertFirstUse(desk: Desk, answer: Response, code: string): Promise<void> {
  const { user, token } = (await answer.clone().json()) as { user: { id: string }; token: string }
  const at = desk.now()
  const times = { at: at.toString(), since: at.subtract({ minutes: CODE_MINUTES }).toString() }
  if (await takeCode(desk.database, desk.sign(`used code ${user.id} ${code}`), times)) return
  await deleteSessionByToken(desk.database, token)
  throw new Mistake("invalid", "This code was used before. Wait for the next one.")
}

function servePasskeySignIn({ app, desk, identity }: Door): void {
  app.post("/api/auth/sign-in/passkey-request", async () => askWho(desk))
  app.post("/api/auth/sign-in/passkey", async (request, reply) => {
    const { request: asked, response } = checked(passkeyGiven, request.body)
    const userId = await whoAnswered(desk, asked, response)
    if (userId === null) throw new Refusal("unauthenticated", "Nobody on this desk signs in with this passkey.")
    const answer = await identity.beginSession(headersOf(request), userId)
    handCookies(answer, reply)
    await noteSignIn({ desk, identity }, answer)
    return DONE
  })
}

/** Tells the log of settings and access who came in, and by what; nothing where the answer began no session. */
export async function noteSignIn({ desk, identity }: Pick<Door, "desk" | "identity">, answer: Response): Promise<void> {
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(";", 1)[0])
    .join("; ")
  const found = await identity.readUser(new Headers({ cookie }))
  if (found !== null) await logOwn(desk, found.user.id, "signed-in", { by: found.session.by })
}

/** Sets the cookies that the sign-in library has answered with. */
export function handCookies(answer: Response, reply: FastifyReply): void {
  for (const cookie of answer.headers.getSetCookie()) reply.header("set-cookie", cookie)
  reply.header("cache-control", "no-store")
}

/** The address in a query of text alone: what is given twice, or not as text, is left out. */
export function queryOf({ query }: FastifyRequest): Record<string, string> {
  const entries = Object.entries(query as object).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  )
  return Object.fromEntries(entries)
}
