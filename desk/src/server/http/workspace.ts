import { readWorkspace, writeWorkspace } from "../../contract/workspace.ts"
import * as workspaces from "../database/workspaces.ts"
import { changeWorkspace } from "../verbs/workspace.ts"
import { type Door, serveMember } from "./serve.ts"

export function serveWorkspace(door: Door): void {
  serveMember(door, readWorkspace, ({ desk, actor }) => workspaces.readWorkspace(desk.database, actor.workspaceId))
  serveMember(door, writeWorkspace, async ({ desk, actor, body }) => {
    await changeWorkspace(desk, actor, body)
    return workspaces.readWorkspace(desk.database, actor.workspaceId)
  })
}
