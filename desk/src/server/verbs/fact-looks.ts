import { nextChange, shownVersion, standingOf } from "../../ledger/fact.ts"
import { showValue } from "../../ledger/fact-value.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { stampBook } from "../database/fact-books.ts"
import { type FactRow, claimFactLook, readFact, setFactLook } from "../database/facts.ts"
import { readSettings } from "../database/settings.ts"
import { hasFactTask, insertTask } from "../database/tasks.ts"
import { findPresentOwner } from "../database/members.ts"
import { type Desk, deskActor, step } from "./desk.ts"
import { recheckReplies } from "./saved-replies.ts"

/**
 * Looks at the fact whose standing changed by itself: one that grew stale or expired becomes a task of its owner (never a
 * promise), and the book is built again. A step of the loop; false when there is none.
 */
export async function lookAtFact(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const now = desk.now()
    const claimed = await claimFactLook(queries, now.toString())
    if (claimed === null) return false
    const { workspaceId, factId } = claimed
    const fact = await readFact(queries, workspaceId, factId)
    if (fact === null) throw new Error("a fact that was claimed is gone")
    const { zone } = await readSettings(queries, workspaceId)
    const day = now.toZonedDateTimeISO(zone).toPlainDate().toString()
    const standing = standingOf(fact, fact.versions, { day, zone })
    if (standing === "stale" || standing === "expired") {
      await giveTask(queries, desk, workspaceId, { fact, day, standing })
    }
    await setFactLook(queries, workspaceId, factId, nextChange(fact, fact.versions, { now, zone }))
    await stampBook(queries, workspaceId, desk.newId(), now.toString())
    await recheckReplies(queries, desk, deskActor(workspaceId))
    await insertChange(queries, { workspaceId, kind: "fact", id: factId, at: now.toString() })
    return true
  })
}

type Standing = { readonly fact: FactRow; readonly day: string; readonly standing: "stale" | "expired" }

async function giveTask(queries: Queries, desk: Desk, workspaceId: string, { fact, day, standing }: Standing) {
  const shown = shownVersion(fact.versions, day)
  if (shown === null || (await hasFactTask(queries, workspaceId, fact.id))) return
  const what = `${shown.subject}, ${shown.attribute}: ${showValue(shown)}`
  await insertTask(queries, {
    workspaceId,
    id: desk.newId(),
    kind: "fact",
    ownerId: await findPresentOwner(queries, workspaceId, fact.ownerId, null),
    factId: fact.id,
    words: standing === "stale" ? `Is it still true? ${what}` : `Expired, and backs nothing: ${what}`,
    at: desk.now().toString(),
  })
}
