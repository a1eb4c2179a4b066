import { openSample, purgeSample } from "../../contract/workspace.ts"
import * as sample from "../verbs/sample.ts"
import { DONE, type Door, serveUser } from "./serve.ts"

/** The sample shop, a workspace of its own for whoever opens it. */
export function serveSample(door: Door): void {
  serveUser(door, openSample, ({ desk, caller: { user } }) => sample.openSample(desk, user.id, user.name, user.email))
  serveUser(door, purgeSample, async ({ desk, caller: { user }, params }) => {
    await sample.purgeSample(desk, user.id, params.workspaceId)
    return DONE
  })
}
