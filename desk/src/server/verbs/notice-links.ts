import { conflict, notFound } from "../../ledger/error.ts"
import type { NoticeStep } from "../../ledger/next-step.ts"
import { standInOf } from "../../ledger/recipients.ts"
import type { Queries } from "../database/database.ts"
import { findBlinded } from "../database/mailbox-access.ts"
import { type MemberRole, readMember } from "../database/members.ts"
import { markOnIt } from "../database/notice-list.ts"
import { type PromiseView, readPromise } from "../database/promises.ts"
import { isLinkUsed, takeLink } from "../database/used-links.ts"
import { readTeam } from "../database/team.ts"
import { withinTransaction } from "../database/within-transaction.ts"
import type { Actor, Desk } from "./desk.ts"
import { handOverPromise } from "./promises.ts"
import { keepPromise } from "./settle.ts"

export type LinkAction = "kept" | "hand-over" | "take-over" | "on-it"

/** What a link in a member's mail does, once. */
export type NoticeLink = {
  readonly workspaceId: string
  readonly memberId: string
  readonly promiseId: string
  readonly step: NoticeStep
  readonly round: number
  readonly action: LinkAction
  /** RFC 3339. */
  readonly expiresAt: string
}

const SIGNATURE_LENGTH = 40 // hex digits; 160 bits that only this desk can make
const DAYS_VALID = 7

/** The part of an address that stands for the link: nobody but this desk can make it, and it stops working after a week. */
export function linkToken(desk: Pick<Desk, "now" | "sign">, link: Omit<NoticeLink, "expiresAt">): string {
  const expires = Math.trunc(desk.now().add({ hours: DAYS_VALID * 24 }).epochMilliseconds / 1000)
  const { workspaceId, memberId, promiseId, step, round, action } = link
  const content = [workspaceId, memberId, promiseId, step, round, action, expires].join("_")
  return `${content}_${signatureOf(desk, content)}`
}

/** What a link would do, without doing it. */
export type OpenedLink = {
  readonly link: NoticeLink
  readonly promise: PromiseView
  /** To whom the promise would go; null when nobody. */
  readonly taker: { readonly id: string; readonly name: string } | null
}

/** Says what a link would do. `not_found` for what this desk did not make; `conflict` when it has expired, was used, or its member is gone. */
export async function openLink(desk: Desk, token: string): Promise<OpenedLink> {
  const link = readToken(desk, token)
  await assertUsable(desk.database, desk, link)
  return opened(desk.database, desk, link)
}

/** Does what the link says, as its member, once. As `openLink`; and `conflict` when the promise no longer allows it. */
export async function useLink(desk: Desk, token: string, note: string | undefined): Promise<OpenedLink> {
  const link = readToken(desk, token)
  let wake = false
  const done = await desk.database.transaction(async (queries) => {
    await assertUsable(queries, desk, link)
    const now = desk.now().toString()
    const isFirst = await takeLink(queries, link.workspaceId, digestOf(desk, link), {
      at: now,
      expiresAt: link.expiresAt,
    })
    if (!isFirst) throw used()
    const found = await opened(queries, desk, link)
    const within = { ...desk, database: withinTransaction(desk.database, queries), committed: () => (wake = true) }
    await act(within, queries, found, note)
    return found
  })
  if (wake) desk.committed()
  return done
}

async function act(desk: Desk, queries: Queries, { link, taker }: OpenedLink, note: string | undefined): Promise<void> {
  const { promiseId, memberId, action } = link
  const actor = actorOf(link, await requireMember(queries, link))
  if (action === "kept") return keepPromise(desk, actor, promiseId, { kind: "word", note })
  if (action === "on-it") return markOnIt(queries, link, memberId, desk.now().toString())
  if (taker === null) throw conflict("There is nobody to take it. Open the promise and choose somebody.")
  await handOverPromise(desk, actor, promiseId, { ownerId: taker.id, note })
}

async function opened(queries: Queries, desk: Desk, link: NoticeLink): Promise<OpenedLink> {
  const promise = await readPromise(queries, link.workspaceId, link.promiseId)
  if (promise === null) throw notFound("promise")
  const seen = { memberId: link.memberId, conversationId: promise.conversationId ?? "" }
  if (promise.conversationId !== null && (await findBlinded(queries, link.workspaceId, seen)) !== null)
    throw notFound("promise")
  if (promise.state !== "open" && promise.state !== "broken")
    throw conflict("This promise is settled. Nothing is left to do.")
  return { link, promise, taker: await takerOf(queries, desk, link, promise) }
}

async function takerOf(queries: Queries, desk: Desk, link: NoticeLink, promise: PromiseView) {
  if (link.action !== "hand-over" && link.action !== "take-over") return null
  const team = (await readTeam(queries, link.workspaceId, desk.now().toString(), link.promiseId)).filter(
    ({ sees }) => sees,
  )
  const ownerId = promise.owner?.id ?? link.memberId
  const id = link.action === "take-over" ? link.memberId : standInOf(ownerId, team)
  const member = id === null ? null : await readMember(queries, link.workspaceId, id)
  return member === null ? null : { id: member.id, name: member.name }
}

async function assertUsable(queries: Queries, desk: Desk, link: NoticeLink): Promise<void> {
  if (Temporal.Instant.compare(link.expiresAt, desk.now()) <= 0) {
    throw conflict("This link has expired. Open the promise in the desk.")
  }
  await requireMember(queries, link)
  if (await isLinkUsed(queries, link.workspaceId, digestOf(desk, link))) throw used()
}

async function requireMember(queries: Queries, { workspaceId, memberId }: NoticeLink): Promise<MemberRole> {
  const member = await readMember(queries, workspaceId, memberId)
  if (member === null || member.removedAt !== null) throw conflict("This link was for somebody who has left the team.")
  return member.role
}

function actorOf({ workspaceId, memberId }: NoticeLink, role: MemberRole): Actor {
  return { workspaceId, by: { kind: "member", id: memberId }, role }
}

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
const TOKEN = new RegExp(`^((${UUID})_(${UUID})_(${UUID})_([a-z-]+)_(\\d{1,9})_([a-z-]+)_(\\d{1,11}))_([0-9a-f]{40})$`)
const STEPS: readonly NoticeStep[] = [
  "half",
  "soon",
  "due",
  "stand-in",
  "leads",
  "admins",
  "broken",
  "handed",
  "disputed",
  "chased",
]
const ACTIONS: readonly LinkAction[] = ["kept", "hand-over", "take-over", "on-it"]

function readToken(desk: Desk, token: string): NoticeLink {
  const [, content = "", workspaceId = "", memberId = "", promiseId = "", ...rest] = TOKEN.exec(token) ?? []
  const [stepName, round = "0", actionName, expires = "0", signature = ""] = rest
  const step = STEPS.find((one) => one === stepName)
  const action = ACTIONS.find((one) => one === actionName)
  // Digests are compared, so that how long it takes says nothing about the signature.
  const isOurs = desk.digest(signature) === desk.digest(signatureOf(desk, content))
  if (!isOurs || step === undefined || action === undefined) throw notFound("link")
  const expiresAt = Temporal.Instant.fromEpochMilliseconds(Number(expires) * 1000).toString()
  return { workspaceId, memberId, promiseId, step, round: Number(round), action, expiresAt }
}

function signatureOf(desk: Pick<Desk, "sign">, content: string): string {
  return desk.sign(`notice-link ${content}`).slice(0, SIGNATURE_LENGTH)
}

/** The same for every copy of a mail: a link that was sent twice still works once. */
function digestOf(desk: Desk, { memberId, promiseId, step, round, action }: NoticeLink): string {
  return desk.digest([memberId, promiseId, step, round, action].join(" "))
}

function used(): Error {
  return conflict("This link was used already. Open the promise in the desk.")
}
