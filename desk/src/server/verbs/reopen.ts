import { conflict, notFound } from "../../ledger/error.ts"
import type { Queries } from "../database/database.ts"
import { findPresentOwner } from "../database/members.ts"
import { holdCustomer } from "../database/people.ts"
import { readPromise } from "../database/promises.ts"
import { type Actor, type Desk, commit, deskActor } from "./desk.ts"
import { noteOf } from "./promises.ts"
import { readPromiseForChange, recordEntry } from "./record-entry.ts"

/**
 * Opens a kept or renegotiated one again; what took the place of a renegotiated one becomes void. `conflict` once the
 * customer was erased: nobody could keep it.
 */
export async function reopenPromise(
  desk: Desk,
  actor: Actor,
  promiseId: string,
  input: { readonly why: "disputed" | "mistake"; readonly note?: string | undefined },
): Promise<void> {
  await commit(desk, async (queries) => {
    const listed = await readPromise(queries, actor.workspaceId, promiseId)
    if (listed === null) throw notFound("promise")
    if (!(await holdCustomer(queries, actor.workspaceId, listed.customer.id)))
      throw conflict("This customer was erased; there is nobody left to keep it to.")
    let successorId: string | null = null
    await recordEntry(queries, desk, actor, promiseId, (before) => {
      successorId = before.successorId
      return { kind: "reopened", body: { why: input.why }, texts: noteOf(input.note) }
    })
    await giveToPresentOwner(queries, desk, actor.workspaceId, promiseId)
    await voidSuccessors(queries, desk, actor, successorId)
  })
}

/** A promise that is opened again may be of somebody who has left meanwhile: then it is their stand-in's, or an admin's. */
export async function giveToPresentOwner(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  promiseId: string,
): Promise<void> {
  const { promise } = await readPromiseForChange(queries, { workspaceId, promiseId })
  const ownerId = await findPresentOwner(queries, workspaceId, promise.ownerId, promise.conversationId)
  if (ownerId === null || ownerId === promise.ownerId) return
  const event = { kind: "handed-over", body: { ownerId, why: "removed" }, texts: null } as const
  await recordEntry(queries, desk, deskActor(workspaceId), promiseId, event)
}

/** The successor, and its own when it was renegotiated in turn: of one promise, one is owed. */
async function voidSuccessors(queries: Queries, desk: Desk, actor: Actor, firstId: string | null): Promise<void> {
  for (let promiseId = firstId; promiseId !== null;) {
    const { promise } = await readPromiseForChange(queries, { workspaceId: actor.workspaceId, promiseId })
    if (promise.state !== "void") {
      const event = { kind: "voided", body: { why: "predecessor-reopened" }, texts: null } as const
      await recordEntry(queries, desk, actor, promiseId, event)
    }
    promiseId = promise.successorId
  }
}
