import * as contract from "../../contract/webhooks.ts"
import { listWebhooks } from "../database/webhooks.ts"
import { addWebhook, readDeliveries, removeWebhook, renewSecret, replayDelivery } from "../verbs/webhooks.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

/** Where programs of the team are told what happened. */
export function serveWebhooks(door: Door): void {
  serveMember(door, contract.listWebhooks, async ({ desk, actor }) => ({
    items: await listWebhooks(desk.database, actor.workspaceId),
  }))
  serveMember(door, contract.createWebhook, ({ desk, actor, body }) => addWebhook(desk, actor, body), {
    keeps: "nothing",
  })
  serveMember(
    door,
    contract.renewWebhookSecret,
    ({ desk, actor, params }) => renewSecret(desk, actor, params.webhookId),
    { keeps: "nothing" },
  )
  serveMember(door, contract.deleteWebhook, async ({ desk, actor, params }) => {
    await removeWebhook(desk, actor, params.webhookId)
    return DONE
  })
  serveMember(door, contract.listWebhookDeliveries, async ({ desk, actor, params }) => ({
    items: await readDeliveries(desk, actor, params.webhookId),
  }))
  serveMember(door, contract.replayWebhookDelivery, async ({ desk, actor, params }) => {
    await replayDelivery(desk, actor, params.webhookId, params.deliveryId)
    return DONE
  })
}
