import * as contract from "../../contract/bots.ts"
import { notFound } from "../../ledger/error.ts"
import { listHeld } from "../database/held-messages.ts"
import { readMessage } from "../database/messages.ts"
import { sendAsBot, settleHeldMessage } from "../verbs/bot-messages.ts"
import { DONE, type Door, serveMember } from "./serve.ts"
import { withoutUndefined } from "./without-undefined.ts"

/** What bots write: sent, or held for a person. */
export function serveBots(door: Door): void {
  serveMember(door, contract.sendAsBot, async ({ desk, actor, body }) => {
    const outcome = await sendAsBot(desk, actor, { ...body, promises: body.promises ?? [] })
    if (outcome.state === "held") return withoutUndefined(outcome)
    const message = await readMessage(desk.database, actor.workspaceId, outcome.messageId)
    if (message === null) throw notFound("message")
    return { state: "sent" as const, message }
  })
  serveMember(door, contract.listHeldMessages, async ({ desk, actor, query }) => ({
    items: await listHeld(desk.database, actor.workspaceId, query.conversationId ?? null),
  }))
  serveMember(door, contract.settleHeldMessage, async ({ desk, actor, params, body }) => {
    await settleHeldMessage(desk, actor, params.heldId, body)
    return DONE
  })
}
