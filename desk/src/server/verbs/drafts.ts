import { conflict, forbidden, notFound } from "../../ledger/error.ts"
import { type DraftSave, type KeptDraft, type Written, afterSave } from "../../ledger/kept-draft.ts"
import { insertChange } from "../database/changes.ts"
import { lockStanding } from "../database/conversation-locks.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import * as drafts from "../database/drafts.ts"
import { holdCustomer } from "../database/people.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

const OTHERS_MAX = 20 // versions that wait for a choice; one device more than anybody has, many times over

type Place = { readonly conversationId: string; readonly kind: drafts.DraftKind }

/** What the member is writing there. `not_found` without such a conversation; API keys write no drafts. */
export async function readDraft<Draft extends Written>(
  desk: Desk,
  actor: Actor,
  place: Place,
): Promise<KeptDraft<Draft>> {
  await requireConversation(desk.database, actor, place.conversationId)
  return drafts.readDraft(desk.database, keyOf(actor, place))
}

/** Keeps what a device of the member has written; what another wrote meanwhile is kept beside it. Gives what is kept then. */
export async function saveDraft<Draft extends Written>(
  desk: Desk,
  actor: Actor,
  place: Place,
  save: DraftSave<Draft>,
): Promise<KeptDraft<Draft>> {
  keyOf(actor, place)
  return commit(desk, async (queries) => {
    await requireConversation(queries, actor, place.conversationId)
    // What is written in one that was merged meanwhile is kept where it leads to.
    const conversationId = await lockStanding(queries, actor.workspaceId, place.conversationId)
    const key = keyOf(actor, { ...place, conversationId })
    const { customerId } = await requireConversation(queries, actor, conversationId)
    if (!(await holdCustomer(queries, actor.workspaceId, customerId))) {
      throw conflict("This customer was erased. Nothing more can be written down about them here.")
    }
    const at = desk.now().toString()
    const kept = await drafts.lockDraft<Draft>(queries, key, at)
    const next = afterSave(kept, save, { at, id: desk.newId() })
    if (next === kept) return kept
    if (next.others.length > OTHERS_MAX) throw conflict(`There are ${OTHERS_MAX} other versions. Settle some first.`)
    await drafts.writeDraft(queries, key, next)
    await announce(queries, desk, key)
    return next
  })
}

/**
 * The draft has become a message: it is emptied in the message's own transaction, so that no crash leaves it to be sent
 * again. What another device wrote after that revision was not sent, and stays.
 */
export async function emptySentDraft(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  place: Place,
  revision: number,
): Promise<void> {
  const key = keyOf(actor, place)
  const at = desk.now().toString()
  const kept = await drafts.lockDraft(queries, key, at)
  if (kept.revision !== revision || kept.draft === null) return
  await drafts.writeDraft(queries, key, { ...kept, draft: null, revision: revision + 1, changedAt: at })
  await announce(queries, desk, key)
}

async function announce(queries: Queries, desk: Desk, { workspaceId, conversationId }: drafts.DraftKey): Promise<void> {
  await insertChange(queries, { workspaceId, kind: "draft", id: conversationId, at: desk.now().toString() })
}

async function requireConversation(queries: Queries, { workspaceId }: Actor, conversationId: string) {
  const conversation = await readConversationHead(queries, workspaceId, conversationId)
  if (conversation === null) throw notFound("conversation")
  return conversation
}

function keyOf({ workspaceId, by }: Actor, place: Place): drafts.DraftKey {
  if (by.kind !== "member") throw forbidden("A draft is a member's own. What an API key writes is sent at once.")
  return { workspaceId, memberId: by.id, ...place }
}
