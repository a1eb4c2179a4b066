import { createAuthEndpoint } from "better-auth/api"
import { setSessionCookie } from "better-auth/cookies"
import { z } from "zod"
import type { SessionWay } from "../../contract/security.ts"

/** Begins a session for somebody who has shown who they are in another way than with a password. Not reachable over HTTP. */
export const beginSession = createAuthEndpoint.serverOnly(
  { method: "POST", body: z.object({ userId: z.string() }) },
  async (context) => {
    const { internalAdapter } = context.context
    const user = await internalAdapter.findUserById(context.body.userId)
    if (user === null) throw new Error("a passkey without its user")
    const session = await internalAdapter.createSession(user.id, false, { signedInBy: "passkey" })
    await setSessionCookie(context, { session, user })
    return context.json({ done: true })
  },
)

type Context = { readonly path?: string; readonly context?: { readonly session: unknown } } | null

/** Notes by what a session began: what a workspace asks of its members is decided by that. */
export function wayOf<Session extends object>(
  session: Session,
  context: Context,
): Session & { signedInBy: SessionWay } {
  const by = WAYS[context?.path ?? ""]
  const given = "signedInBy" in session && session.signedInBy === "passkey" ? "passkey" : "password"
  return { ...session, signedInBy: by === "as before" ? wayBefore(context) : (by ?? given) }
}

/** By the library's paths. What is not named here counts as a password alone. */
const WAYS: Readonly<Record<string, SessionWay | "as before">> = {
  "/two-factor/verify-totp": "code",
  "/two-factor/verify-backup-code": "recovery-code",
  "/callback/:id": "provider",
  "/change-password": "as before",
}

function wayBefore(context: Context): SessionWay {
  const current = context?.context?.session as { session?: { signedInBy?: SessionWay } } | null | undefined
  return current?.session?.signedInBy ?? "password"
}
