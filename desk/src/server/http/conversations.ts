import * as moves from "../../contract/conversation-moves.ts"
import * as contract from "../../contract/conversations.ts"
import { notFound } from "../../ledger/error.ts"
import { readAnswerCheck } from "../database/answer-checks.ts"
import { readConversationCustomer } from "../database/conversation-customer.ts"
import { listMoves } from "../database/conversation-moves.ts"
import * as conversations from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { readConversationHold } from "../database/legal-holds.ts"
import { listSeers } from "../database/mailbox-access.ts"
import { listMessages } from "../database/messages.ts"
import { listForConversation } from "../database/promises.ts"
import { beginConversation, discardBegun } from "../verbs/begin-conversation.ts"
import { answerOf } from "../verbs/envelope.ts"
import * as verbs from "../verbs/conversations.ts"
import type { Actor, Desk } from "../verbs/desk.ts"
import { handOverConversation } from "../verbs/hand-over.ts"
import { mergeConversations, undoMerge } from "../verbs/merge-conversations.ts"
import { splitConversation } from "../verbs/split-conversation.ts"
import { type Door, memberIdOf, serveMember } from "./serve.ts"

export function serveConversations(door: Door): void {
  serveMember(door, contract.listConversations, async ({ desk, actor, query }) => {
    const memberId = memberIdOf(actor)
    const page = await conversations.listConversations(desk.database, actor.workspaceId, { ...query, memberId })
    const { open } = await conversations.countConversations(desk.database, actor.workspaceId)
    return { ...page, openCount: open }
  })
  serveMember(door, contract.beginConversation, async ({ desk, actor, body }) =>
    present(desk.database, actor.workspaceId, await beginConversation(desk, actor, body)),
  )
  serveMember(door, contract.readConversation, ({ desk, actor, params, query }) =>
    conversationPage(desk.database, actor, params.conversationId, query.before),
  )
  serveMember(door, contract.discardConversation, async ({ desk, actor, params }) => {
    await discardBegun(desk, actor, params.conversationId)
    return { done: true as const }
  })
  serveMember(door, contract.closeConversation, ({ desk, actor, params }) =>
    changed(desk, actor, params, (id) => verbs.closeConversation(desk, actor, id)),
  )
  serveMember(door, contract.reopenConversation, ({ desk, actor, params }) =>
    changed(desk, actor, params, (id) => verbs.reopenConversation(desk, actor, id)),
  )
  serveMember(door, contract.markSpam, ({ desk, actor, params }) =>
    changed(desk, actor, params, (id) => verbs.markSpam(desk, actor, id)),
  )
  serveMember(door, contract.unmarkSpam, ({ desk, actor, params }) =>
    changed(desk, actor, params, (id) => verbs.unmarkSpam(desk, actor, id)),
  )
  serveMember(door, contract.snoozeConversation, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => verbs.snoozeConversation(desk, actor, id, body)),
  )
  serveMember(door, contract.assignConversation, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => verbs.assignConversation(desk, actor, id, body.memberId)),
  )
  serveMember(door, contract.handOverConversation, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => handOverConversation(desk, actor, id, body)),
  )
  serveMember(door, moves.createMerge, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => mergeConversations(desk, actor, id, body)),
  )
  serveMember(door, moves.undoMerge, ({ desk, actor, params }) =>
    changed(desk, actor, params, (id) => undoMerge(desk, actor, id, params.moveId)),
  )
  serveMember(door, moves.createSplit, async ({ desk, actor, params, body }) => {
    const id = await splitConversation(desk, actor, params.conversationId, body.messageIds)
    return present(desk.database, actor.workspaceId, id)
  })
}

async function conversationPage(queries: Queries, { workspaceId }: Actor, id: string, before: number | undefined) {
  const conversation = await present(queries, workspaceId, id)
  const customerId = conversation.customer.id
  return {
    ...conversation,
    ...(await listMessages(queries, workspaceId, id, before)),
    moves: await listMoves(queries, workspaceId, id),
    promises: await listForConversation(queries, workspaceId, { customerId, conversationId: id }),
    ...(await readConversationCustomer(queries, workspaceId, customerId)),
    answerCheck: await readAnswerCheck(queries, workspaceId, id),
    seenBy: await listSeers(queries, workspaceId, id),
    hold: await readConversationHold(queries, workspaceId, id),
    ...answering(await answerOf(queries, workspaceId, await headOf(queries, workspaceId, id))),
  }
}

function answering({ to, cc, from }: Awaited<ReturnType<typeof answerOf>>) {
  return { answersTo: to?.address ?? null, answersCc: cc, answersFrom: from }
}

async function headOf(queries: Queries, workspaceId: string, id: string): Promise<conversations.ConversationHead> {
  const head = await conversations.readConversationHead(queries, workspaceId, id)
  if (head === null) throw notFound("conversation")
  return head
}

async function changed(
  desk: Desk,
  actor: Actor,
  { conversationId }: { readonly conversationId: string },
  change: (conversationId: string) => Promise<void>,
): Promise<conversations.ConversationView> {
  await change(conversationId)
  return present(desk.database, actor.workspaceId, conversationId)
}

async function present(queries: Queries, workspaceId: string, id: string): Promise<conversations.ConversationView> {
  const conversation = await conversations.readConversation(queries, workspaceId, id)
  if (conversation === null) throw notFound("conversation")
  return conversation
}
