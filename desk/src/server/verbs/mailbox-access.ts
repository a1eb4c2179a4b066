import { conflict, invalid } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import {
  type MailboxAccess,
  type Orphan,
  listMailboxAccess,
  listOrphans,
  lockTeam,
  unassignBlinded,
  writeMailboxAccess,
} from "../database/mailbox-access.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { log } from "./settings-log.ts"

/** Who may see the mail of each address of ours. */
export function readMailboxAccess({ database }: Desk, { workspaceId }: Actor): Promise<readonly MailboxAccess[]> {
  return listMailboxAccess(database, workspaceId)
}

export type AccessChange = {
  readonly address: string
  readonly everybody: boolean
  readonly memberIds?: readonly string[] | undefined
  readonly apiKeyIds?: readonly string[] | undefined
}

/**
 * Says who may see the mail of an address: everybody, or the members and API keys that are named; admins always do. `conflict`
 * where somebody would own or have what they could not see any more: it is handed over first, so that nothing is orphaned.
 */
export async function changeMailboxAccess(desk: Desk, actor: Actor, change: AccessChange): Promise<void> {
  assertRole(actor, "admin")
  const { workspaceId, by } = actor
  const at = desk.now().toString()
  await commit(desk, async (queries) => {
    await lockTeam(queries, workspaceId)
    const address = change.address.toLowerCase()
    const before = (await listMailboxAccess(queries, workspaceId)).find((each) => each.address === address)
    if (before === undefined) throw invalid(`${change.address} is none of this workspace's addresses.`, "address")
    const named = {
      memberIds: change.everybody ? [] : [...new Set(change.memberIds)],
      apiKeyIds: change.everybody ? [] : [...new Set(change.apiKeyIds)],
    }
    const access = { address, everybody: change.everybody, ...named }
    await writeMailboxAccess(queries, workspaceId, access, { id: by.id, at })
    const after = (await listMailboxAccess(queries, workspaceId)).find((each) => each.address === address)
    if (after === undefined || !isAllThere(after, named))
      throw invalid("One of those named is no member or API key of this workspace.", "memberIds")
    await assertNoOrphans(queries, workspaceId)
    await unassignBlinded(queries, workspaceId)
    await log(queries, desk, actor, { kind: "mailbox-access", before: { ...before }, after: { ...after } })
    // Open screens look again, and are asked again who they are.
    await insertChange(queries, { workspaceId, kind: "member", id: by.id ?? workspaceId, at })
    await insertChange(queries, { workspaceId, kind: "workspace", id: workspaceId, at })
  })
}

function isAllThere(after: MailboxAccess, named: Pick<MailboxAccess, "memberIds" | "apiKeyIds">): boolean {
  return after.memberIds.length === named.memberIds.length && after.apiKeyIds.length === named.apiKeyIds.length
}

/** `conflict` where somebody owns, has or is to do something that they may not see. */
export async function assertNoOrphans(queries: Queries, workspaceId: string): Promise<void> {
  const [orphan] = await listOrphans(queries, workspaceId)
  if (orphan === undefined) return
  throw conflict(
    `${orphan.name} has ${sayAll(orphan)} in the mail of ${orphan.address}, and could not see it any more. Hand it over first, or leave them access.`,
  )
}

function sayAll({ promises, conversations, tasks }: Orphan): string {
  const parts = [count(promises, "promise"), count(conversations, "open conversation"), count(tasks, "task")]
  return parts.filter((part) => part !== "").join(", ")
}

function count(n: number, noun: string): string {
  return n === 0 ? "" : `${n} ${noun}${n === 1 ? "" : "s"}`
}
