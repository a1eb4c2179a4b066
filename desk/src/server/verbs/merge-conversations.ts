import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { afterJoining } from "../../ledger/kept-draft.ts"
import { insertChange } from "../database/changes.ts"
import {
  type Movable,
  type Move,
  insertMove,
  leadTo,
  lockMovable,
  lockMove,
  standAgain,
  undoMove,
} from "../database/conversation-moves.ts"
import { refreshConversations } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { mayJoin } from "../database/mailbox-access.ts"
import * as drafts from "../database/drafts.ts"
import * as moved from "../database/moved-rows.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { partUnderHolds } from "./legal-holds.ts"
import { recordEntry } from "./record-entry.ts"

export type Merging = {
  readonly conversationIds: readonly string[]
  /** Somebody was asked, and said that conversations of several customers belong together. */
  readonly ofSeveralCustomers?: boolean | undefined
}

/**
 * Makes other conversations part of one: messages, drafts, tags, promises and all else go there, and their ids lead there.
 * A promise is moved by an entry. `conflict` for one that is merged already, spam or not begun, whose customer was erased, or
 * that is another customer's unless that was asked; then nothing is merged.
 */
export async function mergeConversations(desk: Desk, actor: Actor, intoId: string, input: Merging): Promise<void> {
  const fromIds = [...new Set(input.conversationIds)]
  if (fromIds.includes(intoId)) throw invalid("A conversation cannot be merged into itself.", "conversationIds")
  await commit(desk, async (queries) => {
    const all = await lockMovable(queries, actor.workspaceId, [intoId, ...fromIds])
    if (all.length <= fromIds.length) throw notFound("conversation")
    for (const each of all) assertMovable(each)
    if (new Set(all.map(({ standingId }) => standingId)).size > 1 && input.ofSeveralCustomers !== true) {
      throw conflict("These conversations are of several customers. Say that they belong together, or choose others.")
    }
    for (const { cameBy } of all) await assertSeenAlike(queries, actor, intoId, cameBy)
    for (const fromId of fromIds) await mergeOne(queries, desk, actor, fromId, intoId)
    await announce(queries, desk, actor, [intoId, ...fromIds])
  })
}

export function assertMovable({ mergedInto, spam, unsent, erased }: Movable): void {
  if (mergedInto !== null) throw conflict("One of these conversations was merged into another already. Look again.")
  if (spam) throw conflict("One of these conversations is taken for spam. Say that it is none, then try again.")
  if (unsent) throw conflict("In one of these conversations nothing was sent yet. Send it first, or leave it out.")
  if (erased) throw conflict("The customer of one of these conversations was erased. It stays as it is.")
}

/** What only some may see is not made part of what others see. */
async function assertSeenAlike(queries: Queries, { workspaceId }: Actor, intoId: string, cameBy: string | null) {
  if (await mayJoin(queries, workspaceId, intoId, cameBy)) return
  throw conflict("One of these conversations came by an address whose mail others may see than that of the rest.")
}

async function mergeOne(queries: Queries, desk: Desk, actor: Actor, fromId: string, toId: string): Promise<void> {
  const move = await beginMove(queries, desk, actor, { kind: "merge", fromId, toId })
  await moved.moveAll(queries, move)
  await movePromises(queries, desk, actor, move, await moved.listPromisesIn(queries, actor.workspaceId, fromId))
  await joinDrafts(queries, desk, move)
  await moved.moveAttachments(queries, move)
  await moved.joinTags(queries, move, desk.now().toString())
  await moved.joinState(queries, move)
  await leadTo(queries, move)
}

export async function beginMove(
  queries: Queries,
  desk: Desk,
  { workspaceId, by }: Actor,
  what: Pick<Move, "kind" | "fromId" | "toId">,
): Promise<Move> {
  if (by.id === null) throw new Error("conversations are merged and split by somebody")
  const move = { workspaceId, id: desk.newId(), ...what }
  await insertMove(queries, move, { byKind: by.kind, byId: by.id, at: desk.now().toString() })
  return move
}

/** An entry each, in the order of their ids; what went along is written down. */
export async function movePromises(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  move: Move,
  promiseIds: readonly string[],
): Promise<void> {
  await sendTo(queries, desk, actor, move.toId, promiseIds)
  await moved.insertMovedPromises(queries, move, promiseIds)
}

async function sendTo(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  conversationId: string,
  promiseIds: readonly string[],
): Promise<void> {
  for (const id of promiseIds) {
    await recordEntry(queries, desk, actor, id, { kind: "moved", body: { conversationId }, texts: null })
  }
}

/** What a member was writing in both is kept in both versions. */
async function joinDrafts(queries: Queries, desk: Desk, { workspaceId, fromId, toId }: Move): Promise<void> {
  const at = desk.now().toString()
  for (const writer of await drafts.listWriters(queries, workspaceId, fromId)) {
    const from = { workspaceId, conversationId: fromId, ...writer }
    const to = { ...from, conversationId: toId }
    const coming = await drafts.lockDraft(queries, from, at)
    const kept = await drafts.lockDraft(queries, to, at)
    await drafts.writeDraft(queries, to, afterJoining(kept, coming, { at, id: desk.newId() }))
    await drafts.writeDraft(queries, from, { draft: null, others: [], revision: coming.revision + 1, changedAt: at })
    await insertChange(queries, { workspaceId, kind: "draft", id: toId, at })
  }
}

/**
 * Takes a merge back: what it brought goes back to where it was, with what was tied to those messages since; promises by
 * another entry, those that took their place too. What was written since, and drafts, stay. `conflict` when it was
 * taken back, or under a legal hold.
 */
export async function undoMerge(desk: Desk, actor: Actor, conversationId: string, moveId: string): Promise<void> {
  const { workspaceId } = actor
  await commit(desk, (queries) =>
    partUnderHolds(queries, { workspaceId, conversationId }, async () => {
      const fromId = await moveBack(queries, desk, actor, { conversationId, moveId })
      return { partIds: [conversationId, fromId], done: null }
    }),
  )
}

async function moveBack(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { conversationId, moveId }: { readonly conversationId: string; readonly moveId: string },
): Promise<string> {
  const { workspaceId, by } = actor
  const move = await lockMove(queries, workspaceId, moveId)
  if (move === null || move.kind !== "merge" || by.id === null) throw notFound("merge")
  if (move.undone) throw conflict("This was taken back already.")
  const held = await lockMovable(queries, workspaceId, [move.fromId, conversationId])
  const from = held.find(({ id }) => id === move.fromId)
  if (from?.mergedInto !== conversationId) throw notFound("merge")
  if (held.some(({ erased }) => erased)) throw conflict("The customer was erased. There is nothing to take back.")
  const going = { messageIds: [], moveId }
  const promiseIds = await moved.listPromisesWith(queries, workspaceId, conversationId, going)
  await moved.moveBack(queries, move, conversationId)
  await undoMove(queries, move, { byId: by.id, at: desk.now().toString() })
  await standAgain(queries, move)
  await sendTo(queries, desk, actor, move.fromId, promiseIds)
  await moved.partTags(queries, move, conversationId)
  await announce(queries, desk, actor, [move.fromId, conversationId])
  return move.fromId
}

export async function announce(
  queries: Queries,
  desk: Desk,
  { workspaceId }: Actor,
  conversationIds: readonly string[],
): Promise<void> {
  await refreshConversations(queries, workspaceId, conversationIds)
  const at = desk.now().toString()
  for (const id of conversationIds) await insertChange(queries, { workspaceId, kind: "conversation", id, at })
}
