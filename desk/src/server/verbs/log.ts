import { type Span, review } from "aboveboard-engine"
import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { lockConversation } from "../database/conversation-locks.ts"
import { insertConversation, readConversationHead, refreshConversation } from "../database/conversations.ts"
import { readLatestConversation } from "../database/conversation-customer.ts"
import type { Queries } from "../database/database.ts"
import { findPresentOwner } from "../database/members.ts"
import { insertKeeps, insertMessage } from "../database/messages.ts"
import { holdCustomer } from "../database/people.ts"
import { readSettings } from "../database/settings.ts"
import { type Captured, dismissFound, openCaptured, proposeFound, sortedOut } from "./capture.ts"
import { type Actor, type Desk, commit, seenBy } from "./desk.ts"
import { assertKeepable } from "./keeps.ts"
import { tellMentioned } from "./mentions.ts"
import { type NamedCustomer, requireCustomer } from "./named-customer.ts"
import { recordEntry } from "./record-entry.ts"
import { readingOf } from "./review-text.ts"

export type LogInput = NamedCustomer & {
  readonly conversationId?: string | undefined
  readonly channel: "call" | "visit"
  readonly text: string
  readonly at?: string | undefined
  readonly promises: readonly Captured[]
  readonly notPromises?: readonly Span[] | undefined
  readonly keeps?: readonly string[] | undefined
}

/**
 * Logs a call or visit. What it keeps is kept at once with it as evidence; what it promises and nobody captured is proposed
 * to whoever logged it, or to an admin when an API key did. `invalid` without a customer or without anything said.
 */
export async function logTalk(
  desk: Desk,
  actor: Actor,
  input: LogInput,
): Promise<{ messageId: string; proposed: readonly string[]; customerId: string }> {
  return commit(desk, async (queries) => {
    const at = momentOf(desk, input.at)
    const { conversationId, customerId } = await placeOf(queries, desk, actor, input)
    await lockConversation(queries, actor.workspaceId, conversationId)
    await assertNotErased(queries, actor, customerId)
    await assertKeepable(queries, actor, customerId, input.keeps ?? [])
    const messageId = await writeTalk(queries, desk, actor, { input, conversationId, at })
    const said = { customerId, conversationId, messageId, channel: input.channel, at }
    await openCaptured(queries, desk, actor, said, input.promises)
    const proposed = await proposeRest(queries, desk, actor, said, input)
    await keepByTalk(queries, desk, actor, { input, messageId, at })
    await refreshConversation(queries, actor.workspaceId, conversationId)
    await insertChange(queries, { workspaceId: actor.workspaceId, kind: "conversation", id: conversationId, at })
    return { messageId, proposed, customerId }
  })
}

/** Writes a note between members: never sent, never read for promises. Gives its id. */
export async function writeNote(desk: Desk, actor: Actor, conversationId: string, text: string): Promise<string> {
  return commit(desk, async (queries) => {
    const conversation = await readConversationHead(queries, actor.workspaceId, conversationId)
    if (conversation === null) throw notFound("conversation")
    await lockConversation(queries, actor.workspaceId, conversationId)
    await assertNotErased(queries, actor, conversation.customerId)
    const at = momentOf(desk, undefined)
    const messageId = await insertNote(queries, desk, actor, { conversationId, channel: "internal", text, at })
    await tellMentioned(queries, desk, actor, { messageId, conversationId, text })
    await refreshConversation(queries, actor.workspaceId, conversationId)
    await insertChange(queries, { workspaceId: actor.workspaceId, kind: "conversation", id: conversationId, at })
    return messageId
  })
}

/** `conflict` once the customer was erased; held against it until the transaction ends. */
export async function assertNotErased(queries: Queries, actor: Actor, customerId: string): Promise<void> {
  if (await holdCustomer(queries, actor.workspaceId, customerId)) return
  throw conflict("This customer was erased. Nothing more can be written down about them here.")
}

async function placeOf(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  input: LogInput,
): Promise<{ conversationId: string; customerId: string }> {
  if (input.conversationId !== undefined) {
    const conversation = await readConversationHead(queries, actor.workspaceId, input.conversationId)
    if (conversation === null) throw notFound("conversation")
    return { conversationId: conversation.id, customerId: conversation.customerId }
  }
  const customerId = await requireCustomer(queries, desk, actor, input)
  const latest = await readLatestConversation(seenBy(queries, actor), actor.workspaceId, customerId)
  if (latest !== null) return { conversationId: latest, customerId }
  const conversationId = desk.newId()
  const at = momentOf(desk, undefined)
  await insertConversation(queries, {
    workspaceId: actor.workspaceId,
    id: conversationId,
    customerId,
    channel: input.channel,
    subject: null,
    at,
  })
  return { conversationId, customerId }
}

async function writeTalk(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { input, conversationId, at }: { input: LogInput; conversationId: string; at: string },
): Promise<string> {
  if (input.text.trim() === "" && input.promises.length === 0 && (input.keeps ?? []).length === 0) {
    throw invalid("Write what was said, what was promised, or which promise it keeps.", "text")
  }
  return insertNote(queries, desk, actor, { conversationId, channel: input.channel, text: input.text, at })
}

/** A note, a call or a visit as a message; in the caller's transaction. Gives its id. */
export async function insertNote(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  note: { conversationId: string; channel: "call" | "visit" | "internal"; text: string; at: string },
): Promise<string> {
  const id = desk.newId()
  await insertMessage(queries, {
    workspaceId: actor.workspaceId,
    id,
    conversationId: note.conversationId,
    kind: "note",
    channel: note.channel,
    by: actor.by,
    at: note.at,
    recordedAt: momentOf(desk, undefined),
    salt: desk.newSalt(),
    text: note.text,
    own: note.text === "" ? [] : [{ start: 0, end: note.text.length }],
  })
  return id
}

async function proposeRest(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  said: Parameters<typeof proposeFound>[3],
  input: LogInput,
): Promise<readonly string[]> {
  const ownerId = actor.by.kind === "member" ? actor.by.id : await anAdmin(queries, actor)
  const settings = await readSettings(queries, actor.workspaceId)
  const verdict = review({ text: input.text, channel: "note", now: said.at, zone: settings.zone }, readingOf(settings))
  const notPromises = actor.by.kind === "member" ? (input.notPromises ?? []) : [] // a person says that it is none
  const { open, dismissed } = sortedOut(verdict, input.promises, notPromises)
  await dismissFound(queries, desk, actor, said, ownerId, dismissed)
  return proposeFound(queries, desk, actor, said, ownerId, open)
}

/** Of what an API key has written down, somebody must be asked. */
async function anAdmin(queries: Queries, { workspaceId }: Actor): Promise<string> {
  const ownerId = await findPresentOwner(queries, workspaceId, null, null)
  if (ownerId === null) throw new Error("a workspace without an admin")
  return ownerId
}

async function keepByTalk(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { input, messageId, at }: { input: LogInput; messageId: string; at: string },
): Promise<void> {
  await insertKeeps(queries, actor.workspaceId, messageId, input.keeps ?? [])
  for (const promiseId of input.keeps ?? []) {
    await recordEntry(queries, desk, actor, promiseId, {
      kind: "kept",
      body: { kind: input.channel, messageId, at },
      texts: null,
    })
  }
}

function momentOf(desk: Desk, at: string | undefined): string {
  const now = desk.now()
  if (at === undefined) return now.toString({ fractionalSecondDigits: 3 })
  if (Temporal.Instant.compare(at, now) > 0) throw invalid("A call or visit cannot be logged before it happened.", "at")
  return Temporal.Instant.from(at).toString({ fractionalSecondDigits: 3 })
}
