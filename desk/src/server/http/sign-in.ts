import type { FastifyReply } from "fastify"
import { z } from "zod"
import { password } from "../../contract/session.ts"
import { Mistake } from "../../ledger/error.ts"
import { headersOf } from "./caller.ts"
import { Refusal } from "./errors.ts"
import { DONE, type Door, checked } from "./serve.ts"

const credentials = z.object({ email: z.string().max(254), password: z.string().max(200) })
const passwordChange = z.object({ currentPassword: z.string().max(200), newPassword: password })

/** The few calls of the sign-in library that this desk has. All others answer 404. */
export function serveSignIn({ app, identity }: Door): void {
  app.post("/api/auth/sign-in/email", async (request, reply) => {
    const { email, password: given } = checked(credentials, request.body)
    const answer = await identity.signIn(email, given)
    if (!answer.ok) throw new Refusal("unauthenticated", "This e-mail address and password do not belong together.")
    handCookies(answer, reply)
    return DONE
  })
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
    return DONE
  })
}

/** Sets the cookies that the sign-in library has answered with. */
export function handCookies(answer: Response, reply: FastifyReply): void {
  for (const cookie of answer.headers.getSetCookie()) reply.header("set-cookie", cookie)
  reply.header("cache-control", "no-store")
}
