import { comparableAddress } from "../../ledger/address.ts"
import { insertChange } from "../database/changes.ts"
import { lockAllStanding } from "../database/conversation-locks.ts"
import { refreshConversations } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { type FileRow, holdFiles, insertFiles } from "../database/files.ts"
import { findThreaded } from "../database/inbound.ts"
import * as rows from "../database/import-rows.ts"
import { insertRemovals } from "../database/outside.ts"
import type { NewMessage } from "../database/messages.ts"
import { listOwnAddresses } from "../database/thread-end.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { type Content, sizeOf } from "./file-store.ts"
import { proposeRecent, recentSince } from "./propose-recent.ts"
import { type Mailbox, type ReceivedMail, partsOf } from "./received-mail.ts"
import { momentOf, redeliveryKeyOf } from "./receive.ts"
import { type Team, listOwnMails, teamOf } from "./receive-outside.ts"

export type ImportMail = {
  /** As it came, byte by byte. */
  readonly raw: Uint8Array
  readonly mail: ReceivedMail
  /** When it came, RFC 3339. */
  readonly arrivedAt: string
}

export type Imported = {
  readonly taken: number
  /** Were there already, or belong to somebody who was erased. */
  readonly again: number
  /** Between members, or of no person of ours to anybody outside. */
  readonly left: number
  readonly proposed: number
}

/**
 * Takes old mails in, many in one transaction: theirs inbound, ours as written outside the desk. Idempotent: what is there is
 * not taken in again. Conversations that were quiet for 30 days are closed. What our own mails of the last 30 days promise is
 * proposed, never confirmed. Parents must come before replies.
 */
export async function importMails(desk: Desk, actor: Actor, batch: readonly ImportMail[]): Promise<Imported> {
  return takeIn(desk, actor, await putMails(desk, actor, batch))
}

/** Mails whose content is on disk, and that nothing in the database names yet. */
export type PutMails = {
  readonly stored: readonly Stored[]
  /** Digests of what was not on disk before. */
  readonly written: readonly string[]
  readonly left: number
  readonly team: Team
}

/** The first half of `importMails`: may be under way while the mails before these are taken in. */
export async function putMails(desk: Desk, actor: Actor, batch: readonly ImportMail[]): Promise<PutMails> {
  assertRole(actor, "admin")
  const { workspaceId } = actor
  // At once, and not after a question to the database, which may be at work on the mails before these.
  const putting = desk.files.putAll(batch.flatMap(contentsOf))
  const team = await teamOf(desk, workspaceId)
  const outgoing = batch.flatMap(({ mail }) => (isFrom(team, mail) && mail.mailId !== null ? [mail.mailId] : []))
  const own = await listOwnMails(desk, workspaceId, outgoing)
  const sides = batch.map((one) => sideOf(team, own, one)).filter((side) => side !== null)
  const stored = sides.map((side) => storedAs(desk, side))
  return { stored, written: await putting, left: batch.length - stored.length, team }
}

/** The second half of `importMails`, in one transaction. */
export async function takeIn(desk: Desk, actor: Actor, { stored, written, left, team }: PutMails): Promise<Imported> {
  const { workspaceId } = actor
  return commit(desk, async (queries) => {
    const senders = stored.map(({ address }) => address ?? "")
    await rows.lockSenders(queries, workspaceId, senders)
    const fresh = await withoutKnown(queries, desk, workspaceId, stored)
    await holdFiles(queries)
    await putWhatIsGone(desk, fresh)
    const named = new Set(fresh.flatMap(digestsOf))
    await insertRemovals(
      queries,
      workspaceId,
      written.filter((digest) => !named.has(digest)),
    )
    const proposed = await write(queries, desk, workspaceId, team, fresh)
    await insertChange(queries, { workspaceId, kind: "workspace", id: workspaceId, at: desk.now().toString() })
    return { taken: fresh.length, again: stored.length - fresh.length, left, proposed }
  })
}

/** An erasure may have removed what was put a moment ago; from here on nothing is removed until this is committed. */
async function putWhatIsGone(desk: Desk, fresh: readonly Stored[]): Promise<void> {
  const named = fresh.flatMap(({ raw, rawDigest, files }) => [{ digest: rawDigest, size: raw.length }, ...files])
  const gone = new Set(await desk.files.missing(named))
  const again = fresh.filter((one) => digestsOf(one).some((digest) => gone.has(digest)))
  if (again.length > 0) await desk.files.putAll(again.flatMap(contentsOf))
}

function contentsOf({ raw, mail }: ImportMail): readonly Content[] {
  return [raw, ...mail.files.map(({ content }) => content)]
}

function digestsOf({ rawDigest, files }: Stored): readonly string[] {
  return [rawDigest, ...files.map(({ digest }) => digest)]
}

type Side = ImportMail & {
  readonly kind: "inbound" | "outbound"
  /** The customer's, as far as the mail says it. */
  readonly box: Mailbox | null
  readonly address: string | null
}
type Stored = Side & { readonly rawDigest: string; readonly files: readonly FileRow[]; readonly key: string | null }

function isOurs(team: Team, box: Mailbox): boolean {
  return team.addresses.has(box.address.toLowerCase())
}

function isFrom(team: Team, { from }: ReceivedMail): boolean {
  return from !== null && isOurs(team, from)
}

/** Null when it is to be left out. */
function sideOf(team: Team, own: ReadonlySet<string>, one: ImportMail): Side | null {
  const { mail } = one
  const isFromUs = isFrom(team, mail)
  if (!isFromUs || (mail.replyTo !== null && !isOurs(team, mail.replyTo))) {
    const box = isFromUs ? mail.replyTo : mail.from
    return { ...one, kind: "inbound", box, address: box === null ? null : comparableAddress("mail", box.address) }
  }
  const box = [...mail.to, ...mail.cc].find((other) => !isOurs(team, other))
  if (box === undefined || mail.automatic || own.has(mail.mailId ?? "")) return null
  return { ...one, kind: "outbound", box, address: comparableAddress("mail", box.address) }
}

/** Under which names it will be on disk, and what it is recognised by. */
function storedAs(desk: Desk, side: Side): Stored {
  const rawDigest = desk.files.digestOf(side.raw)
  const files = side.mail.files.map(({ content, name, type, contentId }) => {
    return { digest: desk.files.digestOf(content), name, type, size: sizeOf(content), contentId }
  })
  return { ...side, rawDigest, files, key: redeliveryKeyOf(desk, side, rawDigest, files) }
}

async function withoutKnown(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  stored: readonly Stored[],
): Promise<readonly Stored[]> {
  const keys = stored.map(({ key }) => key).filter((key) => key !== null)
  const known = new Set(await rows.listTakenIn(queries, workspaceId, keys))
  const erased = new Set(await rows.listErased(queries, workspaceId, keys.map(desk.sign)))
  return stored.filter(({ key }) => {
    if (key === null) return true
    if (known.has(key) || erased.has(desk.sign(key))) return false
    known.add(key)
    return true
  })
}

async function write(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  team: Team,
  fresh: readonly Stored[],
): Promise<number> {
  const owners = await customersOf(queries, desk, workspaceId, fresh)
  const placed = await placesOf(queries, desk, workspaceId, fresh, owners)
  await rows.insertMessages(
    queries,
    placed.map((one) => messageOf(desk, workspaceId, team, one)),
  )
  for (const { id, files } of placed) await insertFiles(queries, workspaceId, id, files)
  const touched = [...new Set(placed.map(({ conversationId }) => conversationId))]
  await refreshConversations(queries, workspaceId, touched)
  await rows.closeOld(queries, workspaceId, touched, recentSince(desk).toString())
  const ours = placed.filter(({ kind }) => kind === "outbound")
  return proposeRecent(
    queries,
    desk,
    workspaceId,
    ours.map((one) => ({ ...one, text: one.mail.text, authorId: authorOf(team, one) })),
  )
}

/** The customer of each mail, by its place; new ones are made, one for each address. */
async function customersOf(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  fresh: readonly Stored[],
): Promise<readonly string[]> {
  const addresses = fresh.map(({ address }) => address).filter((address) => address !== null)
  const owners = new Map(await rows.holdOwners(queries, workspaceId, addresses))
  const made: rows.NewCustomer[] = []
  const ids = fresh.map(({ address, box }) => {
    const known = address === null ? undefined : owners.get(address)
    if (known !== undefined) return known
    const id = desk.newId()
    const shown = box?.address ?? ""
    made.push({
      id,
      name: box?.name || null,
      address: address === null ? null : { id: desk.newId(), value: address, shown },
    })
    if (address !== null) owners.set(address, id)
    return id
  })
  await rows.insertCustomers(queries, workspaceId, made, desk.now().toString())
  return ids
}

type Placed = Stored & {
  readonly id: string
  readonly at: string
  readonly customerId: string
  readonly conversationId: string
}

/** Where each belongs: the conversation with this customer that has a mail it refers to, else a new one. */
async function placesOf(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  fresh: readonly Stored[],
  owners: readonly string[],
): Promise<readonly Placed[]> {
  const mailIds = [...new Set(fresh.flatMap(({ mail }) => [...mail.inReplyTo, ...mail.references]))]
  const known = new Map<string, string>()
  const found = await findThreaded(queries, workspaceId, { mailIds, messageIds: [] })
  const ids = [...new Set(found.map(({ conversationId }) => conversationId))]
  const leading = await lockAllStanding(queries, workspaceId, ids)
  for (const { mailId, customerId, conversationId } of found) {
    if (mailId !== null) known.set(`${customerId} ${mailId}`, leading.get(conversationId) ?? conversationId)
  }
  const own = new Set(await listOwnAddresses(queries, workspaceId))
  const made: rows.NewConversation[] = []
  const placed = fresh.map((one, index): Placed => {
    const { mail } = one
    const customerId = owners[index] ?? ""
    const at = momentOf(desk, one)
    const nearest = [...mail.inReplyTo, ...mail.references.toReversed()].find((id) => known.has(`${customerId} ${id}`))
    const conversationId = known.get(`${customerId} ${nearest ?? ""}`) ?? desk.newId()
    const cameBy = [...mail.to, ...mail.cc, ...(mail.from === null ? [] : [mail.from])]
      .map((box) => box.address.toLowerCase())
      .find((box) => own.has(box))
    if (nearest === undefined)
      made.push({ id: conversationId, customerId, subject: mail.subject, at, cameBy: cameBy ?? null })
    if (mail.mailId !== null) known.set(`${customerId} ${mail.mailId}`, conversationId)
    return { ...one, id: desk.newId(), at, customerId, conversationId }
  })
  await rows.insertConversations(queries, workspaceId, made)
  return placed
}

function messageOf(desk: Desk, workspaceId: string, team: Team, one: Placed): NewMessage {
  const { mail } = one
  const authorId = authorOf(team, one)
  const ours = authorId === null ? { kind: "desk" as const, id: null } : { kind: "member" as const, id: authorId }
  return {
    workspaceId,
    id: one.id,
    conversationId: one.conversationId,
    kind: one.kind,
    channel: "mail",
    by: one.kind === "inbound" ? { kind: "customer", id: one.customerId } : ours,
    at: one.at,
    recordedAt: desk.now().toString({ fractionalSecondDigits: 3 }),
    salt: desk.newSalt(),
    ...partsOf(mail),
    redeliveryKey: one.key,
    rawDigest: one.rawDigest,
    automatic: one.kind === "inbound" && (mail.automatic || mail.report !== null || mail.list !== null),
    outside: one.kind === "outbound",
  }
}

function authorOf(team: Team, { mail }: Placed): string | null {
  return team.memberIds.get(mail.from?.address.toLowerCase() ?? "") ?? null
}
