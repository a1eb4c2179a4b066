import { comparableAddress } from "../../ledger/address.ts"
import { untagged } from "../../ledger/answer-to-all.ts"
import { conflict, forbidden, invalid, notFound } from "../../ledger/error.ts"
import { eraseAttachments } from "../database/attachments.ts"
import * as begun from "../database/begun.ts"
import { insertChange } from "../database/changes.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { eraseDrafts } from "../database/drafts.ts"
import { findOwnAddressSeen } from "../database/mailbox-access.ts"
import { isMemberByEmail } from "../database/members.ts"
import { findAddressOwner, holdCustomer, listMailBoxes, readCustomerHead } from "../database/people.ts"
import { listOwnAddresses } from "../database/thread-end.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { customerOf } from "./sender.ts"

export type Beginning = {
  readonly customerId?: string | undefined
  /** One of the customer's, or somebody new. Left out: the customer's first. */
  readonly to?: string | undefined
  /** Of somebody new. */
  readonly name?: string | undefined
  readonly subject?: string | undefined
}

const BEGUN_PER_HOUR_MAX = 200 // of one workspace; more is a circular, which a desk is the wrong tool for

/**
 * Begins a conversation with a customer, or with an address that nobody on file has. It is the writer's own until its first
 * message is sent, which is reviewed like any. Beginning again what was not sent gives the same one. `conflict` for somebody
 * who asked not to be written to first or was erased, and after too many in an hour.
 */
export async function beginConversation(desk: Desk, actor: Actor, input: Beginning): Promise<string> {
  const { workspaceId, by } = actor
  if (by.id === null) throw forbidden("The desk itself begins no conversations.")
  const writer = by.id
  return commit(desk, async (queries) => {
    const { customerId, to } = await recipientOf(queries, desk, actor, input)
    if (await begun.isNotWrittenFirst(queries, workspaceId, customerId))
      throw conflict("They asked not to be written to first. Answer where they have written, or ring them.")
    const before = await begun.findUnsent(queries, workspaceId, { by: writer, customerId, to })
    if (before !== null) return before
    const since = desk.now().subtract({ hours: 1 }).toString()
    if ((await begun.countBegunSince(queries, workspaceId, since)) >= BEGUN_PER_HOUR_MAX)
      throw conflict(
        `${BEGUN_PER_HOUR_MAX} conversations were begun within an hour. Wait, or use a newsletter service.`,
      )
    const id = desk.newId()
    const at = desk.now().toString()
    const subject = input.subject?.trim() || null
    const cameBy = await senderOf(queries, actor)
    await begun.insertBegun(queries, { workspaceId, id, customerId, by: writer, to, subject, cameBy, at })
    await insertChange(queries, { workspaceId, kind: "conversation", id, at })
    return id
  })
}

/**
 * Takes back what was begun and never sent: the conversation, its draft and its files; the customer stays. `forbidden` for
 * anybody but its writer; `conflict` once something was sent, noted, promised or written there by somebody else.
 */
export async function discardBegun(desk: Desk, actor: Actor, conversationId: string): Promise<void> {
  const { workspaceId, by } = actor
  await commit(desk, async (queries) => {
    const unsent = await begun.lockUnsent(queries, workspaceId, conversationId)
    if (unsent === null) {
      if ((await readConversationHead(queries, workspaceId, conversationId)) === null) throw notFound("conversation")
      throw conflict("Something was sent here. It can be closed, and not discarded.")
    }
    if (unsent.by !== by.id) throw forbidden("Only who began it can discard it.")
    if (!unsent.isBare) throw conflict("There is more here than an unsent mail. It can be closed, and not discarded.")
    await eraseDrafts(queries, workspaceId, [conversationId])
    await eraseAttachments(queries, workspaceId, [conversationId])
    await begun.deleteUnsent(queries, workspaceId, conversationId)
    await insertChange(queries, { workspaceId, kind: "conversation", id: conversationId, at: desk.now().toString() })
  })
}

/** From which address it is written: the first whose mail the writer may see; whoever may see that one sees the conversation. */
async function senderOf(queries: Queries, { workspaceId, hidden = [] }: Actor): Promise<string | null> {
  const address = await findOwnAddressSeen(queries, workspaceId, hidden)
  if (address === null && (await findOwnAddressSeen(queries, workspaceId, [])) !== null)
    throw forbidden(
      "You may see the mail of none of our addresses, so there is none that you could write from. Ask an admin.",
    )
  return address
}

type Recipient = { readonly customerId: string; readonly to: string }

async function recipientOf(queries: Queries, desk: Desk, actor: Actor, input: Beginning): Promise<Recipient> {
  const { workspaceId } = actor
  if (input.customerId !== undefined) return ofCustomer(queries, workspaceId, input.customerId, input.to)
  if (input.to === undefined) throw invalid("Say whom to write to: a customer or an address.", "to")
  const address = comparableAddress("mail", input.to)
  if (address === null) throw invalid(`${input.to} is no address that mail can go to.`, "to")
  const ours = await listOwnAddresses(queries, workspaceId)
  if (ours.includes(address) || ours.includes(untagged(address)))
    throw invalid(`${input.to} is this desk's own address.`, "to")
  if (await isMemberByEmail(queries, workspaceId, address))
    throw invalid(`${input.to} is a member's address. Mention them in a note instead.`, "to")
  const known = await findAddressOwner(queries, workspaceId, [address])
  if (known === null && (await begun.isErasedAddress(queries, workspaceId, erasedDigest(desk, address))))
    throw conflict("Whoever has this address was erased from this desk. Write again once they have written to you.")
  const box = { name: input.name?.trim() ?? "", address: input.to.trim() }
  return { customerId: await customerOf(queries, desk, workspaceId, { box, address }), to: box.address }
}

async function ofCustomer(
  queries: Queries,
  workspaceId: string,
  customerId: string,
  wanted: string | undefined,
): Promise<Recipient> {
  const customer = await readCustomerHead(queries, workspaceId, customerId)
  if (customer === null) throw notFound("customer")
  if (customer.erased || !(await holdCustomer(queries, workspaceId, customerId)))
    throw conflict("This customer was erased. Nobody can write to them.")
  const boxes = await listMailBoxes(queries, workspaceId, customerId)
  const to = wanted === undefined ? boxes[0] : boxes.find((one) => one.toLowerCase() === wanted.trim().toLowerCase())
  if (to !== undefined) return { customerId, to }
  throw invalid(
    wanted === undefined
      ? "This customer has no mail address. Add one, or log a call."
      : `${wanted} is none of this customer's addresses. Add it first.`,
    "to",
  )
}

/** Of an address that nobody is to write to first. */
export function erasedDigest(desk: Desk, address: string): string {
  return desk.sign(`erased-address ${address.toLowerCase()}`)
}
