import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from "fastify"
import type { z } from "zod"
import { CHANGES_UNTIL, type Route } from "../../contract/route.ts"
import { Mistake, invalid } from "../../ledger/error.ts"
import { listUnseen } from "../database/as-seen.ts"
import { readStanding } from "../database/conversation-moves.ts"
import { type Actor, type Desk, assertRole, deskAsSeen } from "../verbs/desk.ts"
import { type UserCaller, readActor, readUserCaller } from "./caller.ts"
import { type Keeps, once } from "./idempotency.ts"
import type { Identity } from "./identity.ts"

export const API = "/api/v1"

/** What a call answers that has nothing to show. */
export const DONE = { done: true } as const

/** What handlers are mounted on. */
export type Door = {
  readonly app: FastifyInstance
  readonly desk: Desk
  readonly identity: Identity
  /** The number up to which every change has been told. */
  readonly position: () => number
}

type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly desk: Desk
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** An answer may share what it is made of: nobody changes it on its way out. */
export type Told<T> = T extends readonly (infer Item)[]
  ? readonly Told<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Told<T[Name]> }
    : T

/** Serves a route that needs no session. */
export function serveAnyone<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  door: Door,
  route: Route<P, Q, B, A>,
  handle: (call: Input<P, Q, B>) => Promise<Told<z.output<A>>>,
): void {
  const { desk } = door
  mount(door, route, ["anyone"], (request, reply) => handle({ desk, ...inputOf(route, request), request, reply }))
}

/** Serves a route for somebody signed in, whatever workspace they are in. */
export function serveUser<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  door: Door,
  route: Route<P, Q, B, A>,
  handle: (call: Input<P, Q, B> & { readonly caller: UserCaller }) => Promise<Told<z.output<A>>>,
): void {
  const { desk, identity } = door
  mount(door, route, ["user"], async (request, reply) => {
    const caller = await readUserCaller(desk, identity, request, reply)
    return handle({ desk, caller, ...inputOf(route, request), request, reply })
  })
}

type MemberOptions = {
  /** As in idempotency.ts; `unrepeatable`: an Idempotency-Key is ignored, because a repetition changes nothing. */
  readonly keeps?: Keeps | "unrepeatable"
  /** Bytes of a body that may be longer than usual; it is read only once the caller is known. */
  readonly bodyMax?: number
}

/** Serves a route for a member of a workspace who has the route's role, or for an API key. */
export function serveMember<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  door: Door,
  route: Route<P, Q, B, A>,
  handle: (call: Input<P, Q, B> & { readonly actor: Actor }) => Promise<Told<z.output<A>>>,
  { keeps = "answer", bodyMax }: MemberOptions = {},
): void {
  const { desk, identity } = door
  const assertMay = async (request: FastifyRequest, reply: FastifyReply) =>
    assertRouteRole(await readActor(desk, identity, request, reply), route)
  const long = bodyMax === undefined ? {} : { bodyLimit: bodyMax, onRequest: assertMay }
  const handler: Handler = async (request, reply) => {
    const actor = await readActor(desk, identity, request, reply)
    assertRouteRole(actor, route)
    const input = inputOf(route, request)
    const work = async (within: Desk) => {
      const led = await leading(within, actor, input)
      if (route.method !== "GET") await assertSeen(within, actor, [led.params, led.query, led.body])
      return handle({ desk: within, actor, ...led, request, reply })
    }
    if (route.method === "GET") return work(deskAsSeen(desk, actor))
    const key = request.headers["idempotency-key"]
    if (typeof key !== "string" || keeps === "unrepeatable") return work(desk)
    const content = {
      method: route.method,
      path: route.path,
      params: input.params,
      query: input.query,
      body: input.body,
    }
    return once(desk, actor, { key, content, keeps }, work)
  }
  mount(door, route, ["member", "lead", "admin"], handler, long)
}

/** The id of a conversation that was merged into another leads there, wherever it is given: an open screen, a link, a program. */
export async function leading<I extends { readonly params: unknown; readonly body: unknown }>(
  { database }: Desk,
  { workspaceId }: Actor,
  input: I,
): Promise<I> {
  const lead = async <T>(part: T): Promise<T> => {
    if (typeof part !== "object" || part === null || !("conversationId" in part)) return part
    if (typeof part.conversationId !== "string") return part
    const standing = await readStanding(database, workspaceId, part.conversationId)
    return standing === null ? part : { ...part, conversationId: standing }
  }
  return { ...input, params: await lead(input.params), body: await lead(input.body) }
}

/** `not_found` for a call that names, anywhere in it, something that the caller may not see. */
export async function assertSeen(
  { database }: Desk,
  { workspaceId, hidden = [] }: Actor,
  given: unknown,
): Promise<void> {
  if (hidden.length === 0) return
  const unseen = await listUnseen(database, workspaceId, hidden, idsIn(given))
  if (unseen.size > 0) throw new Mistake("not_found", "There is no such thing in this workspace.")
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function idsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return UUID.test(value) ? [value] : []
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(idsIn) : []
}

/** Null for an API key: it is nobody's "mine". */
export function memberIdOf({ by }: Actor): string | null {
  return by.kind === "member" ? by.id : null
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

function mount(
  { app, position }: Door,
  route: Route,
  callers: readonly Route["caller"][],
  handler: Handler,
  more: Pick<RouteShorthandOptions, "bodyLimit" | "onRequest"> = {},
): void {
  if (!callers.includes(route.caller)) throw new Error(`${route.method} ${route.path} is for another kind of caller.`)
  app.route({
    method: route.method,
    url: `${API}${route.path}`,
    ...more,
    handler: async (request, reply) => {
      reply.header("cache-control", "no-store")
      const until = position() // before anything is read
      const answer = await handler(request, reply)
      if (route.method === "GET" && route.caller !== "anyone") reply.header(CHANGES_UNTIL, until)
      return answer
    },
  })
}

function assertRouteRole(actor: Actor, { caller }: Route): void {
  if (caller === "member" || caller === "lead" || caller === "admin") assertRole(actor, caller)
}

function inputOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  route: Route<P, Q, B>,
  request: FastifyRequest,
): { params: z.output<P>; query: z.output<Q>; body: z.output<B> } {
  const params = route.params.safeParse(request.params)
  if (!params.success) throw new Mistake("not_found", "There is no such thing in this workspace.")
  return {
    params: params.data,
    query: checked(route.query, request.query),
    body: checked(route.body, request.body ?? {}),
  }
}

/** The value as the schema reads it. `invalid` with the fields that are not as they should be. */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  assertStorable(value)
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const fields = result.error.issues.map(({ path, message }) => ({ path: path.join("."), message }))
  const [first] = fields
  const where = first === undefined || first.path === "" ? "" : `${first.path}: `
  throw new Mistake("invalid", `Something is missing or not as it should be. ${where}${first?.message ?? ""}`, fields)
}

/** PostgreSQL keeps no NUL, and half a surrogate pair would not come back as it was. */
function assertStorable(value: unknown, depth = 0): void {
  if (depth > DEPTH_MAX) throw invalid("The request is nested too deeply.")
  if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed())) {
    throw invalid("The text holds a character that cannot be kept: NUL, or half of a surrogate pair.")
  }
  if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      assertStorable(name)
      assertStorable(member, depth + 1)
    }
  }
}

const DEPTH_MAX = 50 // what we take has under 10; every level is one call deep
