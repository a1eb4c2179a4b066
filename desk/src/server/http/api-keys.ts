import * as contract from "../../contract/mail-settings.ts"
import { listApiKeys } from "../database/api-keys.ts"
import { createApiKey, revokeApiKey } from "../verbs/api-keys.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

export function serveApiKeys(door: Door): void {
  serveMember(door, contract.listApiKeys, async ({ desk, actor }) => ({
    items: await listApiKeys(desk.database, actor.workspaceId),
  }))
  serveMember(door, contract.createApiKey, ({ desk, actor, body }) => createApiKey(desk, actor, body.name), {
    keeps: "nothing",
  })
  serveMember(door, contract.revokeApiKey, async ({ desk, actor, params }) => {
    await revokeApiKey(desk, actor, params.apiKeyId)
    return DONE
  })
}
