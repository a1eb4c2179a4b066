import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import * as rows from "../database/customer-merges.ts"
import type { Queries } from "../database/database.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

/**
 * Says that two customers are one person. Nothing of either is rewritten: addresses, conversations, promises and all else are
 * read as one's (docs/decisions/0018). `conflict` when they are one already, or one was erased. Gives who stands for both.
 */
export async function mergeCustomers(desk: Desk, actor: Actor, intoId: string, otherId: string): Promise<string> {
  const { workspaceId, by } = actor
  if (by.id === null) throw notFound("customer")
  const byId = by.id
  return commit(desk, async (queries) => {
    const { standing: toId, other: fromId } = await lockTwo(queries, workspaceId, intoId, otherId)
    const at = desk.now().toString()
    const merge = { workspaceId, id: desk.newId(), fromId, toId }
    await rows.insertCustomerMerge(queries, merge, { byKind: by.kind, byId, at })
    await announce(queries, workspaceId, [fromId, toId], at)
    return toId
  })
}

/** Takes a merge back: each is who they were, and what came since is whose address, number or page it came to. */
export async function undoCustomerMerge(
  desk: Desk,
  actor: Actor,
  customerId: string,
  mergeId: string,
): Promise<string> {
  const { workspaceId, by } = actor
  if (by.id === null) throw notFound("merge")
  const byId = by.id
  return commit(desk, async (queries) => {
    const ones = await rows.lockOnes(queries, workspaceId, [customerId])
    const merge = await rows.lockCustomerMerge(queries, workspaceId, mergeId)
    if (merge === null || !ones.some(({ id }) => id === merge.fromId)) throw notFound("merge")
    if (ones.some(({ erased }) => erased)) throw conflict("This customer was erased. There is nothing to take apart.")
    const at = desk.now().toString()
    await rows.undoCustomerMerge(queries, merge, { byId, at })
    await announce(queries, workspaceId, [merge.fromId, merge.toId], at)
    return ones[0]?.standingId ?? merge.toId
  })
}

/** Says that two customers who look alike are two: it is not suggested again. They can be merged all the same. */
export async function tellApart(desk: Desk, actor: Actor, customerId: string, otherId: string): Promise<void> {
  const { workspaceId, by } = actor
  if (by.id === null) throw notFound("customer")
  const byId = by.id
  await commit(desk, async (queries) => {
    const { standing: oneId, other } = await lockTwo(queries, workspaceId, customerId, otherId)
    const at = desk.now().toString()
    await rows.insertToldApart(queries, workspaceId, { oneId, otherId: other, byId, at })
    await announce(queries, workspaceId, [oneId, other], at)
  })
}

/** Who stands for each of the two, held. */
async function lockTwo(
  queries: Queries,
  workspaceId: string,
  oneId: string,
  otherId: string,
): Promise<{ readonly standing: string; readonly other: string }> {
  if (oneId === otherId) throw invalid("Name another customer.", "customerId")
  const ones = await rows.lockOnes(queries, workspaceId, [oneId, otherId])
  const standing = ones.find(({ id }) => id === oneId)?.standingId
  const other = ones.find(({ id }) => id === otherId)?.standingId
  if (standing === undefined || other === undefined) throw notFound("customer")
  if (standing === other) throw conflict("They are one already.")
  if (ones.some(({ erased }) => erased))
    throw conflict("One of them was erased. There is nothing left to put together.")
  return { standing, other }
}

async function announce(queries: Queries, workspaceId: string, ids: readonly string[], at: string): Promise<void> {
  for (const id of ids) await insertChange(queries, { workspaceId, kind: "customer", id, at })
}
