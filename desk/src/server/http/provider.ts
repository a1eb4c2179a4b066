import { z } from "zod"
import { Mistake } from "../../ledger/error.ts"
import { headersOf } from "./caller.ts"
import { type Door, checked } from "./serve.ts"
import { handCookies, noteSignIn, queryOf } from "./sign-in.ts"

const asked = z.object({ back: z.string().max(500).optional() })

/** Sign-in through the organisation's OpenID provider, where the operator has named one. `name`: what the page calls it. */
export function serveProvider({ app, desk, identity }: Door, name: string | null): void {
  app.get("/api/auth/ways", async (_request, reply) => {
    reply.header("cache-control", "no-store")
    return { provider: name }
  })
  app.post("/api/auth/sign-in/provider", async (request, reply) => {
    if (name === null) throw new Mistake("not_found", "This desk has no provider to sign in with.")
    const { back } = checked(asked, request.body ?? {})
    const answer = await identity.askProvider(headersOf(request), ownPath(back))
    const { url } = answer.ok ? ((await answer.json()) as { url?: string }) : {}
    if (url === undefined)
      throw new Mistake("conflict", `${name} cannot be reached just now. Sign in with your password.`)
    handCookies(answer, reply)
    return { url }
  })
  app.get("/api/auth/callback/oidc", async (request, reply) => {
    if (name === null) throw new Mistake("not_found", "This desk has no provider to sign in with.")
    const answer = await identity.hearProvider(headersOf(request), queryOf(request))
    handCookies(answer, reply)
    await noteSignIn({ desk, identity }, answer)
    return reply.redirect(ownPath(answer.headers.get("location") ?? "/sign-in?error=provider"), 302)
  })
}

/** A path of this desk and nowhere else, whatever the library or the address says. */
function ownPath(to: string | undefined): string {
  const HERE = "http://desk.invalid"
  if (to === undefined || !URL.canParse(to, HERE)) return "/"
  const { pathname, search } = new URL(to, HERE)
  return pathname.startsWith("//") ? "/" : `${pathname}${search}`
}
