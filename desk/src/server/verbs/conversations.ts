import { invalid, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { lockConversation } from "../database/conversation-locks.ts"
import {
  type ConversationChange,
  changeConversation,
  readConversationHead,
  refreshConversation,
} from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { clearReminder, setReminder } from "../database/reminders.ts"
import { isMember } from "../database/people.ts"
import { planToAsk } from "./answer-checks.ts"
import { assertSees } from "./assert-sees.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

/** Closes it: nobody waits for an answer any more, and nothing reminds of it. What we owe stays owed. */
export async function closeConversation(desk: Desk, actor: Actor, conversationId: string): Promise<void> {
  const place = { workspaceId: actor.workspaceId, conversationId }
  await change(desk, actor, conversationId, { set: "closed_at", to: desk.now().toString() }, async (queries) => {
    await clearReminder(queries, place)
    await planToAsk(queries, desk, place)
  })
}

export async function reopenConversation(desk: Desk, actor: Actor, conversationId: string): Promise<void> {
  await change(desk, actor, conversationId, { set: "closed_at", to: null })
}

/** Takes it for spam: out of the lists, and nobody waits for an answer. What we owe stays owed. */
export async function markSpam(desk: Desk, actor: Actor, conversationId: string): Promise<void> {
  await change(desk, actor, conversationId, { set: "spam_at", to: desk.now().toString() })
}

export async function unmarkSpam(desk: Desk, actor: Actor, conversationId: string): Promise<void> {
  await change(desk, actor, conversationId, { set: "spam_at", to: null })
}

/**
 * Puts it aside until a time, or brings it back with null. At that time the member gets a task, once, also when a mail of the
 * customer has brought it back before: whoever put it aside, unless another is named, or everybody. Promises go their own way.
 * `invalid` for a time that has passed, and for somebody who is no member.
 */
export async function snoozeConversation(
  desk: Desk,
  actor: Actor,
  conversationId: string,
  { until, memberId: named }: { readonly until: string | null; readonly memberId?: string | null | undefined },
): Promise<void> {
  if (until !== null && Temporal.Instant.compare(until, desk.now()) <= 0) {
    throw invalid("Choose a time that is still to come.", "until")
  }
  const memberId = named === undefined ? (actor.by.kind === "member" ? actor.by.id : null) : named
  await change(desk, actor, conversationId, { set: "snoozed_until", to: until }, async (queries) => {
    const place = { workspaceId: actor.workspaceId, conversationId }
    if ((await readConversationHead(queries, actor.workspaceId, conversationId)) === null)
      throw notFound("conversation")
    if (memberId !== null) await assertMember(queries, actor, memberId, conversationId)
    await (until === null ? clearReminder(queries, place) : setReminder(queries, place, { at: until, memberId }))
  })
}

/** Gives it to a member, or to nobody with null. */
export async function assignConversation(
  desk: Desk,
  actor: Actor,
  conversationId: string,
  memberId: string | null,
): Promise<void> {
  await change(desk, actor, conversationId, { set: "assignee_id", to: memberId }, async (queries) => {
    if (memberId !== null) await assertMember(queries, actor, memberId, conversationId)
  })
}

async function assertMember(
  queries: Queries,
  { workspaceId }: Actor,
  memberId: string,
  conversationId: string,
): Promise<void> {
  if (!(await isMember(queries, workspaceId, memberId)))
    throw invalid("That is no member of this workspace.", "memberId")
  await assertSees(queries, workspaceId, { memberId, conversationId })
}

async function change(
  desk: Desk,
  actor: Actor,
  conversationId: string,
  what: ConversationChange,
  check: (queries: Queries) => Promise<void> = async () => {},
): Promise<void> {
  await commit(desk, async (queries) => {
    const { workspaceId } = actor
    await lockConversation(queries, workspaceId, conversationId)
    await check(queries)
    if (!(await changeConversation(queries, workspaceId, conversationId, what))) throw notFound("conversation")
    await refreshConversation(queries, workspaceId, conversationId)
    await insertChange(queries, { workspaceId, kind: "conversation", id: conversationId, at: desk.now().toString() })
  })
}
