import { ownWords } from "aboveboard-engine"
import { comparableAddress } from "../../ledger/address.ts"
import type { OldConversation, OldMessage, TicketExport } from "../../ledger/ticket-export.ts"
import { insertChange } from "../database/changes.ts"
import { refreshConversations } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import * as rows from "../database/import-rows.ts"
import type { Progress } from "../database/imports.ts"
import type { Mailbox, NewMessage } from "../database/messages.ts"
import { listOwnAddresses } from "../database/thread-end.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { proposeRecent, recentSince } from "./propose-recent.ts"
import { type Team, teamOf } from "./receive-outside.ts"

/**
 * Takes in what another desk wrote down, many conversations in one transaction: the customer's messages inbound, the team's as
 * written outside this desk, internal ones as notes. Idempotent by the numbers that the other desk gave. What was closed there
 * or was quiet for 30 days is closed; where it was written to an address of ours, it belongs to that one; what we promised in the last 30 days is proposed, never confirmed. Counts are messages.
 */
export async function importConversations(
  desk: Desk,
  actor: Actor,
  source: TicketExport["source"],
  conversations: readonly OldConversation[],
): Promise<Progress> {
  assertRole(actor, "admin")
  const { workspaceId } = actor
  const team = await teamOf(desk, workspaceId)
  return commit(desk, async (queries) => {
    const keyed = conversations.map((one) => ({
      ...one,
      entries: one.messages.map((each) => keyedOf(desk, source, one, each)),
    }))
    await rows.lockSenders(queries, workspaceId, [
      ...keyed.map(({ id }) => `${source} ${id}`),
      ...addressesOf(conversations),
    ])
    const known = await knownOf(queries, desk, workspaceId, keyed)
    const opened = await placed(queries, desk, workspaceId, known)
    const messages = opened.flatMap((one) => messagesOf(desk, workspaceId, team, one))
    await rows.insertMessages(queries, messages)
    await settle(queries, desk, workspaceId, opened)
    const ours = messages.filter(({ kind }) => kind === "outbound")
    const customers = new Map(opened.map(({ conversationId, customerId }) => [conversationId, customerId]))
    const proposed = await proposeRecent(
      queries,
      desk,
      workspaceId,
      ours.map(({ by, conversationId, ...one }) => {
        const customerId = customers.get(conversationId) ?? ""
        return { ...one, conversationId, customerId, authorId: by.kind === "member" ? by.id : null }
      }),
    )
    await insertChange(queries, { workspaceId, kind: "workspace", id: workspaceId, at: desk.now().toString() })
    const all = keyed.reduce((sum, { entries }) => sum + entries.length, 0)
    return {
      taken: messages.length,
      changed: 0,
      again: all - messages.length,
      leftOut: 0,
      proposed,
      problems: [],
    }
  })
}

type Entry = { readonly message: OldMessage; readonly key: string }
type Keyed = OldConversation & { readonly entries: readonly Entry[] }

function keyedOf(desk: Desk, source: string, { id }: OldConversation, message: OldMessage): Entry {
  return { message, key: desk.digest(JSON.stringify([source, id, message.id])) }
}

function addressesOf(conversations: readonly OldConversation[]): readonly string[] {
  return conversations.map(addressOf).filter((address) => address !== null)
}

function addressOf({ customer }: OldConversation): string | null {
  return customer.mail === null ? null : comparableAddress("mail", customer.mail)
}

type Known = Keyed & { readonly conversationId: string | null; readonly customerId: string | null }

/** What is new in each, and the conversation that it became before; those in which nothing is new are left out. */
async function knownOf(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  keyed: readonly Keyed[],
): Promise<readonly Known[]> {
  const keys = keyed.flatMap(({ entries }) => entries.map(({ key }) => key))
  const there = new Map((await rows.listPlaces(queries, workspaceId, keys)).map((place) => [place.key, place]))
  const erased = new Set(await rows.listErased(queries, workspaceId, keys.map(desk.sign)))
  return keyed.flatMap((one) => {
    const place = one.entries.map(({ key }) => there.get(key)).find((each) => each !== undefined)
    // Whoever was erased does not come back with the part that is new, either.
    if (one.entries.some(({ key }) => erased.has(desk.sign(key)))) return []
    const entries = one.entries.filter(({ key }) => !there.has(key))
    if (entries.length === 0) return []
    return [{ ...one, entries, conversationId: place?.conversationId ?? null, customerId: place?.customerId ?? null }]
  })
}

type Opened = Keyed & { readonly conversationId: string; readonly customerId: string; readonly isNew: boolean }

async function placed(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  known: readonly Known[],
): Promise<readonly Opened[]> {
  const owners = new Map(await rows.holdOwners(queries, workspaceId, addressesOf(known)))
  const made: rows.NewCustomer[] = []
  const opened = known.map((one): Opened => {
    const { conversationId } = one
    if (conversationId !== null && one.customerId !== null) {
      return { ...one, conversationId, customerId: one.customerId, isNew: false }
    }
    const address = addressOf(one)
    const customerId = (address === null ? undefined : owners.get(address)) ?? desk.newId()
    if (address === null || !owners.has(address)) {
      const shown = { id: desk.newId(), value: address ?? "", shown: one.customer.mail ?? "" }
      made.push({ id: customerId, name: one.customer.name, address: address === null ? null : shown })
      if (address !== null) owners.set(address, customerId)
    }
    return { ...one, conversationId: desk.newId(), customerId, isNew: true }
  })
  await rows.insertCustomers(queries, workspaceId, made, desk.now().toString())
  const isNew = opened.filter((one) => one.isNew)
  const own = new Set(await listOwnAddresses(queries, workspaceId))
  await rows.insertConversations(
    queries,
    workspaceId,
    isNew.map(({ conversationId, customerId, subject, to, entries }) => ({
      id: conversationId,
      customerId,
      subject,
      at: timeOf(desk, entries[0]?.message.at ?? desk.now().toString()),
      cameBy: to.find((address) => own.has(address.toLowerCase()))?.toLowerCase() ?? null,
    })),
  )
  return opened
}

/** The other desk's clock may be ahead of ours. */
function timeOf(desk: Desk, at: string): string {
  const now = desk.now()
  return Temporal.Instant.compare(at, now) > 0 ? now.toString() : Temporal.Instant.from(at).toString()
}

function messagesOf(desk: Desk, workspaceId: string, team: Team, one: Opened): readonly NewMessage[] {
  const customer: Mailbox = { name: one.customer.name ?? "", address: one.customer.mail ?? "" }
  const recordedAt = desk.now().toString({ fractionalSecondDigits: 3 })
  return one.entries.map(({ message, key }): NewMessage => {
    const { kind, author, files } = message
    const memberId = team.memberIds.get(author.mail?.toLowerCase() ?? "") ?? null
    const ours = memberId === null ? { kind: "desk" as const, id: null } : { kind: "member" as const, id: memberId }
    const written = author.mail === null ? null : { name: author.name ?? "", address: author.mail }
    const left = files.length === 0 ? "" : `\n\n[Attached there, not in the export: ${files.join(", ").slice(0, 500)}]`
    const hasAddress = customer.address !== ""
    return {
      workspaceId,
      id: desk.newId(),
      conversationId: one.conversationId,
      kind,
      channel: kind === "note" ? "internal" : "mail",
      by: kind === "inbound" ? { kind: "customer", id: one.customerId } : ours,
      at: timeOf(desk, message.at),
      recordedAt,
      salt: desk.newSalt(),
      text: `${message.text}${left}`,
      own: ownWords(message.text),
      subject: kind === "note" ? null : one.subject,
      from: kind === "inbound" && hasAddress ? customer : written,
      to: kind === "outbound" && hasAddress ? [customer] : [],
      redeliveryKey: key,
      outside: kind === "outbound",
    }
  })
}

async function settle(queries: Queries, desk: Desk, workspaceId: string, opened: readonly Opened[]): Promise<void> {
  const touched = opened.map(({ conversationId }) => conversationId)
  await refreshConversations(queries, workspaceId, touched)
  await rows.closeOld(queries, workspaceId, touched, recentSince(desk).toString())
  const closed = opened.filter(({ isNew, isClosed }) => isNew && isClosed).map(({ conversationId }) => conversationId)
  await rows.closeOld(queries, workspaceId, closed, desk.now().add({ hours: 1 }).toString())
}
