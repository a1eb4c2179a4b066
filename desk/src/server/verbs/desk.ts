import type { By } from "../../ledger/entry.ts"
import { forbidden } from "../../ledger/error.ts"
import type { Digest } from "../../ledger/chain.ts"
import { asSeen, queriesAsSeen } from "../database/as-seen.ts"
import type { Database, Queries } from "../database/database.ts"
import type { FileStore } from "./file-store.ts"

/** What every verb works with. Clock, ids, randomness and digests come in from main.ts. */
export type Desk = {
  readonly database: Database
  readonly now: () => Temporal.Instant
  /** UUID version 7: sorts by time. */
  readonly newId: () => string
  /** 32 hex digits that nobody can guess. */
  readonly newSalt: () => string
  readonly digest: Digest
  /** Keyed digest (HMAC-SHA-256, hex) with the desk's key: only this desk can make it. */
  readonly sign: (text: string) => string
  readonly files: FileStore
  /** Where the desk is reached, without a slash at the end: links in mails begin with it. */
  readonly publicUrl: string
  /** Seals secrets at rest with the desk's key; `open` fails when the key is another. */
  readonly secrets: { readonly seal: (text: string) => Uint8Array; readonly open: (sealed: Uint8Array) => string }
  /** Called after each commit: wakes open screens and the follow-through loop of this process. */
  readonly committed: () => void
}

export type Role = "admin" | "lead" | "member"

/** Who does it, in which workspace. An API key has the rights of a member. `hidden`: the addresses whose mail they may not see. */
export type Actor = {
  readonly workspaceId: string
  readonly by: By
  readonly role: Role
  readonly hidden?: readonly string[]
}

/** The desk itself: the follow-through loop, mail that comes in. */
export function deskActor(workspaceId: string): Actor {
  return { workspaceId, by: { kind: "desk", id: null }, role: "admin" }
}

/** The desk as the actor sees it: for whatever only reads. */
export function deskAsSeen(desk: Desk, { hidden = [] }: Actor): Desk {
  return hidden.length === 0 ? desk : { ...desk, database: asSeen(desk.database, hidden) }
}

/** What a transaction of the actor reads, as they see it. */
export function seenBy(queries: Queries, { hidden = [] }: Actor): Queries {
  return queriesAsSeen(queries, hidden)
}

/** One verb, one transaction; what waits on it is woken after the commit. */
export async function commit<T>(desk: Desk, work: (queries: Queries) => Promise<T>): Promise<T> {
  const result = await desk.database.transaction(work)
  desk.committed()
  return result
}

/** One step of the loop: as `commit`, but nothing is woken when there was nothing to do. */
export async function step(desk: Desk, work: (queries: Queries) => Promise<boolean>): Promise<boolean> {
  const done = await desk.database.transaction(work)
  if (done) desk.committed()
  return done
}

const RANK: Readonly<Record<Role, number>> = { member: 0, lead: 1, admin: 2 }

/** Forbidden unless the actor's role is `role` or above it. */
export function assertRole(actor: Actor, role: Role): void {
  if (RANK[actor.role] < RANK[role]) {
    throw forbidden(role === "admin" ? "Only an admin can do this." : "Only a lead or an admin can do this.")
  }
}
