import { conflict, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { lockConversation } from "../database/conversation-locks.ts"
import { readConversationHead } from "../database/conversations.ts"
import * as links from "../database/customer-links.ts"
import type { Queries } from "../database/database.ts"
import { readCustomerHead } from "../database/people.ts"
import { readSettings } from "../database/settings.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

/** A link as members see it. */
export type LinkView = links.LinkRow & {
  /** Where it leads; null once it no longer works. */
  readonly url: string | null
}

const TOKEN_LENGTH = 48 // hex digits; 192 bits that only this desk can make

/**
 * The link to the customer's page of a conversation: the one that works already, else a new one. Either works for as long
 * from now as the workspace says. `not_found` without the conversation; `conflict` while pages are off.
 */
export async function createLink(desk: Desk, actor: Actor, conversationId: string): Promise<LinkView> {
  return commit(desk, async (queries) => {
    const conversation = await readConversationHead(queries, actor.workspaceId, conversationId)
    if (conversation === null) throw notFound("conversation")
    const customer = await readCustomerHead(queries, actor.workspaceId, conversation.customerId)
    if (customer === null || customer.erased) throw conflict("This customer was erased: there is nobody to show it to.")
    const { customerPage } = await readSettings(queries, actor.workspaceId)
    if (!customerPage.on) throw conflict("Customers' pages are off. An admin turns them on: Settings, Customer's page.")
    await lockConversation(queries, actor.workspaceId, conversationId)
    const link = await standingLink(queries, desk, actor, conversationId, customerPage.days)
    await announce(queries, desk, actor, conversationId)
    return link
  })
}

/** The links of a conversation, the newest first. `not_found` without the conversation. */
export async function listLinks(desk: Desk, actor: Actor, conversationId: string): Promise<readonly LinkView[]> {
  const conversation = await readConversationHead(desk.database, actor.workspaceId, conversationId)
  if (conversation === null) throw notFound("conversation")
  const { customerPage } = await readSettings(desk.database, actor.workspaceId)
  const rows = await links.listLinks(desk.database, actor.workspaceId, conversationId)
  return rows.map((row) => viewOf(desk, row, customerPage.on))
}

/** From now on the link leads nowhere, and the next one is another. `not_found` when it does not work already. */
export async function revokeLink(desk: Desk, actor: Actor, linkId: string): Promise<void> {
  await commit(desk, async (queries) => {
    const conversationId = await links.revokeLink(queries, actor.workspaceId, linkId, desk.now().toString())
    if (conversationId === null) throw notFound("link that works")
    await announce(queries, desk, actor, conversationId)
  })
}

/** The link that works for this conversation, made when there is none, in the transaction of whoever holds the conversation. */
export async function standingLink(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  conversationId: string,
  days: number,
): Promise<LinkView> {
  const { workspaceId } = actor
  const now = desk.now()
  const expiresAt = now.add({ hours: days * 24 }).toString()
  const standing = await links.readStandingLink(queries, workspaceId, conversationId)
  if (standing !== null && isLive(standing, now)) {
    await links.extendLink(queries, workspaceId, standing.id, expiresAt)
    const later = Temporal.Instant.compare(standing.expiresAt, expiresAt) > 0 ? standing.expiresAt : expiresAt
    return viewOf(desk, { ...standing, expiresAt: later }, true)
  }
  if (standing !== null) await links.revokeLink(queries, workspaceId, standing.id, now.toString())
  const link = { id: desk.newId(), createdAt: now.toString(), expiresAt, revokedAt: null }
  const tokenDigest = digestOf(desk, tokenOf(desk, link.id))
  const createdBy = actor.by.kind === "member" ? actor.by.id : null
  await links.insertLink(queries, { ...link, workspaceId, conversationId, tokenDigest, createdBy })
  return viewOf(desk, link, true)
}

/** What stands below an outgoing mail where the workspace says so; empty otherwise. Not the author's words: nobody reviews it. */
export async function footerOf(queries: Queries, desk: Desk, actor: Actor, conversationId: string): Promise<string> {
  const { customerPage } = await readSettings(queries, actor.workspaceId)
  if (!customerPage.on || !customerPage.footer) return ""
  const { url } = await standingLink(queries, desk, actor, conversationId, customerPage.days)
  // The line of two hyphens and a space begins what mail programs leave out of answers (RFC 3676, section 4.3).
  return url === null ? "" : `\n\n-- \nWhat we promised you in this conversation, and how it stands:\n${url}\n`
}

/** The link behind what stands in an address; null when it does not work, for whatever reason. */
export function findLink(desk: Desk, token: string): Promise<links.OpenLink | null> {
  return links.findOpenLink(desk.database, digestOf(desk, token), desk.now().toString())
}

/** Comparing digests in the database says nothing about how much of a guess was right. */
function digestOf(desk: Desk, token: string): string {
  return desk.digest(`customer-link ${token}`)
}

function tokenOf(desk: Desk, linkId: string): string {
  return desk.sign(`customer-link ${linkId}`).slice(0, TOKEN_LENGTH)
}

function viewOf(desk: Desk, row: links.LinkRow, isOn: boolean): LinkView {
  const works = isOn && isLive(row, desk.now())
  return { ...row, url: works ? `${desk.publicUrl}/p/${tokenOf(desk, row.id)}` : null }
}

function isLive({ expiresAt, revokedAt }: links.LinkRow, now: Temporal.Instant): boolean {
  return revokedAt === null && Temporal.Instant.compare(expiresAt, now) > 0
}

async function announce(queries: Queries, desk: Desk, { workspaceId }: Actor, conversationId: string): Promise<void> {
  await insertChange(queries, { workspaceId, kind: "conversation", id: conversationId, at: desk.now().toString() })
}
