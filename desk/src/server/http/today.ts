import * as contract from "../../contract/today.ts"
import { listProposed } from "../database/promises.ts"
import { readToday } from "../database/today.ts"
import { searchEverything } from "../verbs/search.ts"
import { completeTask } from "../verbs/tasks.ts"
import { DONE, type Door, memberIdOf, serveMember } from "./serve.ts"

export function serveToday(door: Door): void {
  serveMember(door, contract.readToday, async ({ desk, actor, query }) => {
    const memberId = memberIdOf(actor)
    const today = await readToday(desk.database, actor.workspaceId, { ...query, now: desk.now().toString(), memberId })
    // What was sent in spite of a hold is for leads and admins to see.
    const isTold = ({ kind, ownerId }: (typeof today.tasks)[number]) =>
      kind !== "override" || actor.role !== "member" || ownerId === memberId
    return { ...today, tasks: today.tasks.filter(isTold) }
  })
  serveMember(door, contract.listProposals, async ({ desk, actor, query }) => ({
    items: await listProposed(desk.database, actor.workspaceId, query.filter === "mine" ? memberIdOf(actor) : null),
  }))
  serveMember(door, contract.searchEverything, ({ desk, actor, query }) => searchEverything(desk, actor, query))
  serveMember(door, contract.completeTask, async ({ desk, actor, params }) => {
    await completeTask(desk, actor, params.taskId)
    return DONE
  })
}
