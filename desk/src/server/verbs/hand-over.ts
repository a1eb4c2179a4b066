import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { lockConversation } from "../database/conversation-locks.ts"
import { changeConversation, readConversationHead, refreshConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { isMember, readMemberName } from "../database/people.ts"
import { listForConversation } from "../database/promises.ts"
import { insertTask } from "../database/tasks.ts"
import { assertSees } from "./assert-sees.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { assertNotErased, insertNote } from "./log.ts"
import { tellMentioned } from "./mentions.ts"
import { handOverWithin } from "./promises.ts"

export type HandOver = {
  /** Null: nobody has it. */
  readonly memberId: string | null
  readonly note?: string | undefined
  /** The promises that go along; all others stay with their owners. */
  readonly promiseIds: readonly string[]
}

/**
 * Gives a conversation to a member with a word about it, and with it the promises that were named: one transaction, so
 * that nothing is handed over by half. The member gets a task. `invalid` for somebody who is no member and for a promise that
 * is not owed here, `forbidden` where a member hands over what is somebody else's.
 */
export async function handOverConversation(
  desk: Desk,
  actor: Actor,
  conversationId: string,
  input: HandOver,
): Promise<void> {
  const { workspaceId } = actor
  await commit(desk, async (queries) => {
    const conversation = await readConversationHead(queries, workspaceId, conversationId)
    if (conversation === null) throw notFound("conversation")
    await lockConversation(queries, workspaceId, conversationId)
    await assertNotErased(queries, actor, conversation.customerId)
    if (input.memberId !== null && !(await isMember(queries, workspaceId, input.memberId))) {
      throw invalid("That is no member of this workspace.", "memberId")
    }
    if (input.memberId !== null) await assertSees(queries, workspaceId, { memberId: input.memberId, conversationId })
    const at = desk.now().toString({ fractionalSecondDigits: 3 })
    await changeConversation(queries, workspaceId, conversationId, { set: "assignee_id", to: input.memberId })
    if (input.note !== undefined) {
      const note = { conversationId, channel: "internal", text: input.note, at } as const
      const messageId = await insertNote(queries, desk, actor, note)
      await tellMentioned(queries, desk, actor, { messageId, conversationId, text: input.note })
    }
    await handOverPromises(queries, desk, actor, { conversationId, customerId: conversation.customerId, input })
    await give(queries, desk, actor, { conversationId, input, at })
    await refreshConversation(queries, workspaceId, conversationId)
    await insertChange(queries, { workspaceId, kind: "conversation", id: conversationId, at })
  })
}

async function handOverPromises(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  place: { readonly conversationId: string; readonly customerId: string; readonly input: HandOver },
): Promise<void> {
  const { promiseIds, memberId, note } = place.input
  if (promiseIds.length === 0) return
  if (memberId === null) throw invalid("A promise has an owner. Name who takes them over.", "memberId")
  const owed = (await listForConversation(queries, actor.workspaceId, place)).filter(
    ({ state, conversationId }) => (state === "open" || state === "broken") && conversationId === place.conversationId,
  )
  // In the order of their ids, as everybody takes several.
  for (const id of [...new Set(promiseIds)].toSorted((one, other) => (one < other ? -1 : 1))) {
    const promise = owed.find((each) => each.id === id)
    if (promise === undefined)
      throw conflict("One of these promises is not owed in this conversation any more. Look again.")
    if (promise.owner?.id !== memberId) await handOverWithin(queries, desk, actor, id, { ownerId: memberId, note })
  }
}

/** Who is given it has something to do, and sees so on Today; nobody is told of what they gave to themselves. */
async function give(
  queries: Queries,
  desk: Desk,
  { workspaceId, by }: Actor,
  { conversationId, input, at }: { readonly conversationId: string; readonly input: HandOver; readonly at: string },
): Promise<void> {
  if (input.memberId === null || by.id === input.memberId) return
  const name = by.kind === "member" ? await readMemberName(queries, workspaceId, by.id) : null
  const said = input.note === undefined ? "." : `: ${input.note}`
  await insertTask(queries, {
    workspaceId,
    id: desk.newId(),
    kind: "other",
    ownerId: input.memberId,
    conversationId,
    words: `${name ?? "An API key"} handed this conversation over${said}`.slice(0, TASK_LENGTH_MAX),
    at,
  })
}

const TASK_LENGTH_MAX = 500 // characters; the whole note stands in the conversation
