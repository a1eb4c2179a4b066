import type { FastifyInstance, LightMyRequestResponse } from "fastify"
import type { z } from "zod"
import type { Route } from "../src/contract/route.ts"
import { standardSettings } from "../src/ledger/workspace-settings.ts"
import type { Database } from "../src/server/database/database.ts"
import { insertUser } from "../src/server/database/identity-users.ts"
import { insertMember } from "../src/server/database/members.ts"
import { insertWorkspace } from "../src/server/database/workspaces.ts"
import { type AppOptions, openApp } from "../src/server/http/app.ts"
import { openChangesFeed } from "../src/server/http/changes-feed.ts"
import { type IdentityOptions, hashPassword, openIdentity } from "../src/server/http/identity.ts"
import { htmlDocument } from "../src/server/mail/html-document.ts"
import { testMailbox } from "../src/server/mail/imap/test-mailbox.ts"
import { readMail } from "../src/server/mail/read-mail.ts"
import { testServer } from "../src/server/mail/test-server.ts"
import { servePages } from "../src/server/pages/serve.ts"
import { type TestDesk, openTestDesk } from "./desk.ts"

export const ORIGIN = "http://desk.test"
export const PASSWORD = "a long enough passphrase"

/** Who makes a call: their cookies or key, and the workspace they name. */
export type Caller = { readonly cookie?: string; readonly key?: string; readonly slug?: string }

export type CallOptions<R extends Route> = {
  readonly params?: z.input<R["params"]>
  readonly query?: z.input<R["query"]>
  readonly body?: z.input<R["body"]>
  readonly as?: Caller
  readonly headers?: Readonly<Record<string, string>>
}

/** The desk's app on a database of a test, called without a network. Answers are checked with the contract. */
export type TestApp = {
  readonly app: FastifyInstance
  readonly desk: TestDesk
  /** Calls, and fails the test unless the answer is what the contract says. */
  call<R extends Route>(route: R, options?: CallOptions<R>): Promise<z.output<R["answer"]>>
  /** Calls, and gives the problem; fails the test when there is none. */
  refused<R extends Route>(
    route: R,
    options?: CallOptions<R>,
  ): Promise<{ status: number; code: string; detail: string }>
  send<R extends Route>(route: R, options?: CallOptions<R>): Promise<LightMyRequestResponse>
}

export async function openTestApp(
  database: Database,
  overrides: Partial<AppOptions> = {},
  identityOptions: Partial<IdentityOptions> = {},
): Promise<TestApp> {
  const desk = openTestDesk(database)
  const publicUrl = overrides.publicUrl ?? ORIGIN
  const identity = openIdentity({
    database,
    publicUrl,
    cookieSecret: "only for tests, only for tests, only",
    provider: null,
    ...identityOptions,
  })
  const app = await openApp({
    desk,
    identity,
    publicUrl,
    behindProxy: false,
    htmlDocument,
    testServer,
    testMailbox,
    fetchDocument: async () => ({ kind: "failed", words: "Nothing is there." }),
    readMail,
    servePages,
    webFolder: "/nowhere",
    listener: null,
    providerName: identityOptions.provider?.name ?? null,
    feed: await openChangesFeed(database, desk.now),
    migrationsFolder: null,
    observe: null,
    log: null,
    limits: { all: 100_000, signIn: 100_000 },
    ...overrides,
  })
  const send = <R extends Route>(route: R, options: CallOptions<R> = {}) => app.inject(requestOf(route, options))
  return {
    app,
    desk,
    send,
    async call(route, options) {
      const response = await send(route, options)
      if (response.statusCode !== 200) throw new Error(`${route.method} ${route.path}: ${response.body}`)
      return answerOf(route, response)
    },
    async refused(route, options) {
      const response = await send(route, options)
      if (response.statusCode < 400) throw new Error(`${route.method} ${route.path} was not refused: ${response.body}`)
      return response.json()
    },
  }
}

function answerOf<R extends Route>(route: R, response: LightMyRequestResponse): z.output<R["answer"]> {
  return route.answer.parse(response.json()) as z.output<R["answer"]> // a route's schema says so, and has just checked it
}

function requestOf<R extends Route>(route: R, { params, query, body, as = {}, headers }: CallOptions<R>) {
  const values: Readonly<Record<string, unknown>> = { ...(params as object | undefined) }
  return {
    method: route.method,
    url: `/api/v1${route.path.replaceAll(/:(\w+)/g, (_whole, name: string) => String(values[name]))}`,
    query: searchOf(query),
    headers: {
      host: new URL(ORIGIN).host,
      ...(route.method === "GET" ? {} : { "content-type": "application/json", origin: ORIGIN, ...freshKey() }),
      ...(as.cookie === undefined ? {} : { cookie: as.cookie }),
      ...(as.key === undefined ? {} : { authorization: `Bearer ${as.key}` }),
      ...(as.slug === undefined ? {} : { "aboveboard-workspace": as.slug }),
      ...headers,
    },
    ...(route.method === "GET" ? {} : { payload: JSON.stringify(body ?? {}) }),
  }
}

let keys = 0

/** As the web app does, so that each verb is tried in the transaction that keeps its answer. */
function freshKey(): { readonly "idempotency-key": string } {
  return { "idempotency-key": `call ${(keys += 1)}` }
}

/** As the web app does: what is undefined is left out. */
function searchOf(query: unknown): Record<string, string> {
  const members = Object.entries({ ...(query as object | undefined) }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(members.map(([name, value]) => [name, String(value)]))
}

/** The cookies that an answer sets, as a browser sends them back. */
export function cookiesOf(response: LightMyRequestResponse): string {
  return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ")
}

/** A workspace with an admin who is signed in. */
export type Shop = { readonly workspaceId: string; readonly memberId: string; readonly as: Caller }

/** Makes one without set-up, which a desk has only once. */
export async function openShop(test: TestApp, slug: string): Promise<Shop> {
  const { desk } = test
  const at = desk.now().toString()
  const [workspaceId, memberId, userId] = [desk.newId(), desk.newId(), desk.newId()]
  const person = { name: `Admin of ${slug}`, email: `admin@${slug}.example` }
  const passwordHash = await hashPassword(PASSWORD)
  await desk.database.transaction(async (queries) => {
    await insertUser(queries, { ...person, id: userId, passwordHash, accountRowId: desk.newId(), at })
    const settings = standardSettings("Europe/London")
    await insertWorkspace(queries, { id: workspaceId, slug, name: slug, kind: "real", settings }, at)
    await insertMember(queries, { ...person, workspaceId, id: memberId, userId, role: "admin", at })
  })
  return { workspaceId, memberId, as: { cookie: cookiesOf(await signIn(test, person.email)), slug } }
}

export function signIn(
  { app }: TestApp,
  email: string,
  password = PASSWORD,
  origin = ORIGIN,
): Promise<LightMyRequestResponse> {
  const headers = { "content-type": "application/json", origin, host: new URL(ORIGIN).host }
  return app.inject({ method: "POST", url: "/api/auth/sign-in/email", headers, payload: { email, password } })
}
