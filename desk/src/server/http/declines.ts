import * as contract from "../../contract/declines.ts"
import { countDeclines, listDeclines } from "../database/declines.ts"
import { readWrongRequests } from "../verbs/declines.ts"
import { type Door, serveMember } from "./serve.ts"

export function serveDeclines(door: Door): void {
  serveMember(door, contract.listDeclines, ({ desk, actor, query }) =>
    listDeclines(desk.database, actor.workspaceId, query),
  )
  serveMember(door, contract.countDeclines, async ({ desk, actor, query }) => ({
    items: await countDeclines(desk.database, actor.workspaceId, query),
  }))
  serveMember(door, contract.listWrongRequests, async ({ desk, actor }) => ({
    items: await readWrongRequests(desk, actor),
  }))
}
