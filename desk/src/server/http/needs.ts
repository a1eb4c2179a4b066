import * as contract from "../../contract/needs.ts"
import { notFound } from "../../ledger/error.ts"
import { readConversationHead } from "../database/conversations.ts"
import { listNeeds, listRecommendations } from "../database/needs.ts"
import { confirmNeed, dropNeed, recordNeed } from "../verbs/needs.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

export function serveNeeds(door: Door): void {
  serveMember(door, contract.readNeeds, async ({ desk, actor, params }) => {
    const conversation = await readConversationHead(desk.database, actor.workspaceId, params.conversationId)
    if (conversation === null) throw notFound("conversation")
    return {
      needs: await listNeeds(desk.database, actor.workspaceId, conversation.customerId),
      recommendations: await listRecommendations(desk.database, actor.workspaceId, conversation.customerId),
    }
  })
  serveMember(door, contract.createNeed, async ({ desk, actor, params, body }) => ({
    id: await recordNeed(desk, actor, params.conversationId, body),
  }))
  serveMember(door, contract.confirmNeed, async ({ desk, actor, params, body }) => {
    await confirmNeed(desk, actor, params.needId, body.messageId)
    return DONE
  })
  serveMember(door, contract.dropNeed, async ({ desk, actor, params }) => {
    await dropNeed(desk, actor, params.needId)
    return DONE
  })
}
