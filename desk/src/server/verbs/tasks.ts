import { notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { completeTask as complete } from "../database/tasks.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

/** Marks it done. `not_found` when it is not open. */
export async function completeTask(desk: Desk, actor: Actor, taskId: string): Promise<void> {
  await commit(desk, async (queries) => {
    const at = desk.now().toString()
    const memberId = actor.by.kind === "member" ? actor.by.id : null
    if (!(await complete(queries, actor.workspaceId, taskId, { at, memberId }))) throw notFound("open task")
    await insertChange(queries, { workspaceId: actor.workspaceId, kind: "task", id: taskId, at })
  })
}
