import * as contract from "../../contract/tags.ts"
import { readConversation } from "../database/conversations.ts"
import { listTags } from "../database/tags.ts"
import { countView, listViews } from "../database/views.ts"
import { changeConversations } from "../verbs/change-conversations.ts"
import { createView, removeView, restoreView } from "../verbs/views.ts"
import { type Door, memberIdOf, serveMember } from "./serve.ts"

/** Tags, saved views, and one thing done to several conversations. */
export function serveViews(door: Door): void {
  serveMember(door, contract.listTags, async ({ desk, actor }) => ({
    items: await listTags(desk.database, actor.workspaceId),
  }))
  serveMember(door, contract.listViews, async ({ desk: { database }, actor }) => {
    const views = await listViews(database, actor.workspaceId)
    const items = []
    for (const view of views) {
      const counted = await countView(database, actor.workspaceId, view, memberIdOf(actor))
      items.push(contract.listViews.answer.shape.items.element.parse({ ...view, ...counted }))
    }
    return { items }
  })
  serveMember(door, contract.createView, async ({ desk, actor, body }) =>
    contract.createView.answer.parse(await createView(desk, actor, body)),
  )
  serveMember(door, contract.removeView, async ({ desk, actor, params }) =>
    contract.removeView.answer.parse(await removeView(desk, actor, params.viewId)),
  )
  serveMember(door, contract.restoreView, async ({ desk, actor, params }) =>
    contract.restoreView.answer.parse(await restoreView(desk, actor, params.viewId)),
  )
  serveMember(door, contract.changeConversations, async ({ desk, actor, body }) => {
    await changeConversations(desk, actor, body.conversationIds, body.change)
    const items = []
    for (const id of new Set(body.conversationIds)) {
      const conversation = await readConversation(desk.database, actor.workspaceId, id)
      if (conversation !== null) items.push(conversation)
    }
    return { items }
  })
}
