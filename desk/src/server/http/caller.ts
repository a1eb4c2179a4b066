import type { FastifyReply, FastifyRequest } from "fastify"
import { Mistake, forbidden } from "../../ledger/error.ts"
import { findApiKey, noteApiKeyUse } from "../database/api-keys.ts"
import { type Membership, listMemberships } from "../database/members.ts"
import type { Actor, Desk } from "../verbs/desk.ts"
import { Refusal } from "./errors.ts"
import type { Identity, SignedIn, SignedInUser } from "./identity.ts"

export type UserCaller = {
  readonly user: SignedInUser
  readonly session: SignedIn["session"]
  readonly memberships: readonly Membership[]
  /** The workspace that the call names, else the first; null when the user is in none, or not in that one. */
  readonly current: Membership | null
}

/** The signed-in user. `unauthenticated` without a session; an API key is no user. */
export async function readUserCaller(
  desk: Desk,
  identity: Identity,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<UserCaller> {
  if (bearer(request) !== null) throw forbidden("An API key cannot do this. Sign in.")
  const found = await identity.readUser(headersOf(request))
  if (found === null) throw new Refusal("unauthenticated", "Sign in first.")
  for (const cookie of found.cookies) reply.header("set-cookie", cookie)
  const memberships = await listMemberships(desk.database, found.user.id)
  const slug = workspaceNamedBy(request)
  const current = slug === null ? memberships[0] : memberships.find(({ workspace }) => workspace.slug === slug)
  return { user: found.user, session: found.session, memberships, current: current ?? null }
}

/** Who acts, and where: a member of the workspace that the call names, or an API key. `not_found` for other workspaces. */
export async function readActor(
  desk: Desk,
  identity: Identity,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Actor> {
  const key = bearer(request)
  if (key !== null) return readKeyActor(desk, request, key)
  const { current, session } = await readUserCaller(desk, identity, request, reply)
  if (current === null) throw noSuchWorkspace()
  if (lacksSecondFactor(current, session)) {
    throw new Refusal("second_factor", "This workspace asks for a second factor. Set one up, or sign in with yours.")
  }
  const { workspace, memberId, role, hidden } = current
  return { workspaceId: workspace.id, by: { kind: "member", id: memberId }, role, hidden }
}

/** Whether the workspace asks for more than the password that the session began with. */
export function lacksSecondFactor({ asksSecondFactor }: Membership, { by }: SignedIn["session"]): boolean {
  return asksSecondFactor && by === "password"
}

const KEY_USE_NOTED_EVERY_S = 60 // seconds; the list of keys shows it to the minute

async function readKeyActor(desk: Desk, request: FastifyRequest, key: string): Promise<Actor> {
  const found = await findApiKey(desk.database, desk.digest(key))
  if (found === null) throw new Refusal("unauthenticated", "This API key does not work. It may have been revoked.")
  const slug = workspaceNamedBy(request)
  if (slug !== null && slug !== found.workspace.slug) throw noSuchWorkspace()
  const now = desk.now()
  if (isLongAgo(found.lastUsedAt, now)) {
    await noteApiKeyUse(desk.database, found.workspace.id, found.id, now.toString())
  }
  return { workspaceId: found.workspace.id, by: { kind: "key", id: found.id }, role: "member", hidden: found.hidden }
}

function isLongAgo(at: string | null, now: Temporal.Instant): boolean {
  return at === null || now.since(Temporal.Instant.from(at)).total("seconds") >= KEY_USE_NOTED_EVERY_S
}

function bearer(request: FastifyRequest): string | null {
  const header = request.headers.authorization
  if (header === undefined) return null
  const key = /^Bearer +(\S+)$/i.exec(header)?.[1]
  if (key === undefined) throw new Refusal("unauthenticated", "Send the API key as: Authorization: Bearer KEY.")
  return key
}

/** By its slug: in a header, or in the address where a browser cannot set one (event streams, frames, downloads). */
function workspaceNamedBy(request: FastifyRequest): string | null {
  const header = request.headers["aboveboard-workspace"]
  if (typeof header === "string" && header !== "") return header
  const { query } = request
  const named = typeof query === "object" && query !== null && "workspace" in query ? query.workspace : undefined
  return typeof named === "string" && named !== "" ? named : null
}

/** The request's headers as the sign-in library reads them. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const name of ["cookie", "origin", "user-agent"]) {
    const value = request.headers[name]
    if (typeof value === "string") headers.set(name, value)
  }
  return headers
}

function noSuchWorkspace(): Mistake {
  return new Mistake("not_found", "There is no such workspace, or you are not a member of it.")
}
