import { forbidden, notFound } from "../../ledger/error.ts"
import * as apiKeys from "../database/api-keys.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { log } from "./settings-log.ts"

const PREFIX = "ab_" // so that scanners of repositories can recognise a key that was published by mistake
const SHOWN_LENGTH = 8 // characters of the key that the list shows

export type CreatedKey = apiKeys.ApiKeyView & { readonly key: string }

/** Makes a key that has the rights of a member; only its digest is stored. */
export function createApiKey(desk: Desk, actor: Actor, name: string): Promise<CreatedKey> {
  assertRole(actor, "admin")
  const createdBy = actor.by.id
  if (actor.by.kind !== "member" || createdBy === null) throw forbidden("Only a person can make a key.")
  return commit(desk, async (queries) => {
    const key = `${PREFIX}${desk.newSalt()}`
    const view = {
      id: desk.newId(),
      name,
      shownStart: key.slice(0, SHOWN_LENGTH),
      createdAt: desk.now().toString(),
      lastUsedAt: null,
    }
    await apiKeys.insertApiKey(queries, actor.workspaceId, { ...view, digest: desk.digest(key), createdBy })
    await log(queries, desk, actor, { kind: "key-made", subjectId: view.id, after: { name, begins: view.shownStart } })
    return { ...view, key }
  })
}

/** `not_found` when there is no such key that works. */
export async function revokeApiKey(desk: Desk, actor: Actor, id: string): Promise<void> {
  assertRole(actor, "admin")
  await commit(desk, async (queries) => {
    const revoked = await apiKeys.revokeApiKey(queries, actor.workspaceId, id, desk.now().toString())
    if (!revoked) throw notFound("key")
    await log(queries, desk, actor, { kind: "key-revoked", subjectId: id })
  })
}
