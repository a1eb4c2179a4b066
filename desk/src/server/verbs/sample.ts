import { forbidden, notFound } from "../../ledger/error.ts"
import { lockFiles } from "../database/files.ts"
import { deleteWorkspaceRows, findSample, listDigests, listUnnamed, lockForPurge } from "../database/sample.ts"
import { lockSetUp } from "../database/workspaces.ts"
import { openShop } from "../sample/open-shop.ts"
import { type Desk, commit } from "./desk.ts"

/**
 * Opens the sample shop for a user: a workspace of its own with invented customers, dated around now, of which the user is
 * an admin. Gives the one that they have open already, if they have one.
 */
export function openSample(
  desk: Desk,
  userId: string,
  name: string,
  email: string,
): Promise<{ id: string; slug: string }> {
  return commit(desk, async (queries) => {
    await lockSetUp(queries)
    return (await findSample(queries, userId)) ?? openShop(queries, desk, { userId, name, email })
  })
}

/**
 * Removes a sample workspace with everything in it, and the files that nobody else names. `not_found` when the user is not
 * in it, `forbidden` when it is no sample or the user is not its admin.
 */
export async function purgeSample(desk: Desk, userId: string, workspaceId: string): Promise<void> {
  const digests = await commit(desk, async (queries) => {
    const found = await lockForPurge(queries, workspaceId, userId)
    if (found === null) throw notFound("sample shop")
    if (found.kind !== "sample") throw forbidden("Only a sample shop can be removed like this.")
    if (found.role !== "admin") throw forbidden("Only an admin can remove the sample shop.")
    const named = await listDigests(queries, workspaceId)
    await deleteWorkspaceRows(queries, workspaceId)
    return named
  })
  await removeUnnamed(desk, digests)
}

/** After the commit, so that a failure leaves a file too many and never one too few. */
async function removeUnnamed(desk: Desk, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return
  await desk.database.transaction(async (queries) => {
    await lockFiles(queries)
    for (const digest of await listUnnamed(queries, digests)) await desk.files.remove(digest)
  })
}
