import * as contract from "../../contract/today.ts"
import { listProposed } from "../database/promises.ts"
import { readToday } from "../database/today.ts"
import { searchEverything } from "../verbs/search.ts"
import { completeTask } from "../verbs/tasks.ts"
import { DONE, type Door, memberIdOf, serveMember } from "./serve.ts"

export function serveToday(door: Door): void {
  serveMember(door, contract.readToday, ({ desk, actor, query }) =>
    readToday(desk.database, actor.workspaceId, { ...query, now: desk.now().toString(), memberId: memberIdOf(actor) }),
  )
  serveMember(door, contract.listProposals, async ({ desk, actor, query }) => ({
    items: await listProposed(desk.database, actor.workspaceId, query.filter === "mine" ? memberIdOf(actor) : null),
  }))
  serveMember(door, contract.searchEverything, ({ desk, actor, query }) => searchEverything(desk, actor, query))
  serveMember(door, contract.completeTask, async ({ desk, actor, params }) => {
    await completeTask(desk, actor, params.taskId)
    return DONE
  })
}
