import * as contract from "../../contract/mail-settings.ts"
import { readMailSettings } from "../database/mail-settings.ts"
import { writeMailSettings } from "../verbs/mail-settings.ts"
import { type Door, serveMember } from "./serve.ts"

/** Which addresses customers write to, and which server sends. */
export function serveMailSettings(door: Door): void {
  serveMember(door, contract.readMailSettings, ({ desk, actor }) => readMailSettings(desk.database, actor.workspaceId))
  serveMember(door, contract.writeMailSettings, async ({ desk, actor, body }) => {
    await writeMailSettings(desk, actor, body)
    return readMailSettings(desk.database, actor.workspaceId)
  })
}
