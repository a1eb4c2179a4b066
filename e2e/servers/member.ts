import { randomUUID } from "node:crypto"
import type { z } from "zod"
import { createInvitation } from "../../desk/src/contract/members.ts"
import type { Route } from "../../desk/src/contract/route.ts"

/** A member at the API, as the web app is one: a session cookie, a workspace, an Idempotency-Key for each intention. */
export type MemberCalls = {
  readonly slug: string
  readonly cookie: () => string
  /** Fails with the problem's sentence when the answer is not 2xx; a lost connection fails as `fetch` does. */
  readonly call: <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    route: Route<P, Q, B, A>,
    parts?: { params?: z.input<P>; query?: z.input<Q>; body?: z.input<B>; key?: string },
  ) => Promise<z.output<A>>
}

export const ADMIN = { name: "Ines Moreau", email: "ines@harbour.test", password: "a long harbour password" } as const

/** What the list of sessions shows as "Firefox on Linux". */
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

/** Sets a fresh desk up and signs in as its admin. */
export async function setUpDesk(url: string, workspace = "Harbour Cycles"): Promise<MemberCalls> {
  const answer = await post(`${url}/api/v1/setup`, url, { workspace, zone: "Europe/London", ...ADMIN })
  const { slug } = (await answer.json()) as { slug: string }
  return memberAt(url, slug, cookiesOf(answer))
}

/** Signs in where the desk is set up already. */
export async function signIn(url: string, slug: string): Promise<MemberCalls> {
  const answer = await post(`${url}/api/auth/sign-in/email`, url, { email: ADMIN.email, password: ADMIN.password })
  return memberAt(url, slug, cookiesOf(answer))
}

/** A colleague whom `admin` invites: with a session of their own. */
export async function joinTeam(
  url: string,
  admin: MemberCalls,
  person: { readonly name: string; readonly email: string; readonly role: "lead" | "member" },
): Promise<MemberCalls> {
  const { token } = await admin.call(createInvitation, { body: { email: person.email, role: person.role } })
  const body = { token, name: person.name, password: ADMIN.password }
  const answer = await post(`${url}/api/v1/invitation-acceptances`, url, body)
  return memberAt(url, admin.slug, cookiesOf(answer))
}

function memberAt(url: string, slug: string, cookie: string): MemberCalls {
  return {
    slug,
    cookie: () => cookie,
    call: async (route, { params, query, body, key } = {}) => {
      const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
        String((params as Record<string, unknown>)[name]),
      )
      const asked = queryOf(query)
      const answer = await fetch(`${url}/api/v1${path}${asked === "" ? "" : `?${asked}`}`, {
        method: route.method,
        headers: {
          cookie,
          origin: url,
          "user-agent": BROWSER,
          "aboveboard-workspace": slug,
          ...(route.method === "GET" ? {} : { "idempotency-key": key ?? randomUUID() }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const answered: unknown = await answer.json()
      if (!answer.ok)
        throw new Error(`${route.method} ${path}: ${answer.status} ${(answered as { detail?: string }).detail}`)
      return answered as never
    },
  }
}

function queryOf(query: unknown): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined)
  return new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
}

async function post(path: string, origin: string, body: unknown): Promise<Response> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", origin, "user-agent": BROWSER },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ")
}
