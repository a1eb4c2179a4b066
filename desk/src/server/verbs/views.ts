import { conflict, forbidden, invalid, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { isMember } from "../database/people.ts"
import { type SavedView, insertView, listViews, setViewRemoved } from "../database/views.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

const VIEWS_MAX = 50 // of a workspace; each is counted whenever the list is looked at

/** Saves a view for the team. `invalid` for a member who is not here, `conflict` when there are 50. */
export async function createView(desk: Desk, actor: Actor, view: Omit<SavedView, "id">): Promise<SavedView> {
  if (actor.by.kind !== "member") throw forbidden("A view is saved by a member. Sign in.")
  const byId = actor.by.id
  const { workspaceId } = actor
  return commit(desk, async (queries) => {
    await assertAssignee(queries, workspaceId, view.assignee)
    const saved = { ...view, id: desk.newId() }
    const at = desk.now().toString()
    await insertView(queries, workspaceId, { ...saved, byId, at })
    await assertNotTooMany(queries, workspaceId)
    await insertChange(queries, { workspaceId, kind: "view", id: saved.id, at })
    return saved
  })
}

/** Removes a saved view; it can be put back for a while. `not_found` when there is none. */
export async function removeView(desk: Desk, { workspaceId }: Actor, viewId: string): Promise<SavedView> {
  return commit(desk, (queries) => setRemoved(queries, desk, workspaceId, viewId, desk.now().toString()))
}

/** Puts a view back that was removed; one that stands stays as it is. `not_found` when there is none, `conflict` when there are 50 again. */
export async function restoreView(desk: Desk, { workspaceId }: Actor, viewId: string): Promise<SavedView> {
  return commit(desk, async (queries) => {
    const restored = await setRemoved(queries, desk, workspaceId, viewId, null)
    await assertNotTooMany(queries, workspaceId)
    return restored
  })
}

async function setRemoved(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  viewId: string,
  at: string | null,
): Promise<SavedView> {
  const view = await setViewRemoved(queries, workspaceId, viewId, at)
  if (view === null) throw notFound("view")
  await insertChange(queries, { workspaceId, kind: "view", id: viewId, at: desk.now().toString() })
  return view
}

async function assertNotTooMany(queries: Queries, workspaceId: string): Promise<void> {
  if ((await listViews(queries, workspaceId)).length > VIEWS_MAX)
    throw conflict(`There are ${VIEWS_MAX} views. Remove one first.`)
}

async function assertAssignee(queries: Queries, workspaceId: string, assignee: string): Promise<void> {
  if (["anybody", "me", "nobody"].includes(assignee) || (await isMember(queries, workspaceId, assignee))) return
  throw invalid("That is no member of this workspace.", "assignee")
}
