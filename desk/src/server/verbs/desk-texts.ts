import type { DeskText } from "../../ledger/desk-text.ts"
import type { Queries } from "../database/database.ts"
import { listMembers } from "../database/members.ts"
import { listReplies } from "../database/saved-replies.ts"
import { listSignatures } from "../database/signatures.ts"
import { readWorkspace } from "../database/workspaces.ts"
import { automaticTexts } from "./automatic-texts.ts"

/** Everything that the desk itself says for this workspace: saved replies, signatures, and what leaves without anybody typing it. */
export async function deskTexts(queries: Queries, workspaceId: string): Promise<readonly DeskText[]> {
  const { name, settings } = await readWorkspace(queries, workspaceId)
  const replies = (await listReplies(queries, workspaceId)).map(({ id, name: called, text, ownerId }): DeskText => ({
    key: `reply:${id}`,
    name: called,
    text,
    ownerId,
  }))
  return [...replies, ...(await signatureTexts(queries, workspaceId)), ...automaticTexts(name, settings)]
}

async function signatureTexts(queries: Queries, workspaceId: string): Promise<readonly DeskText[]> {
  const team = (await listMembers(queries, workspaceId)).filter(({ removedAt }) => removedAt === null)
  return (await listSignatures(queries, workspaceId)).flatMap(({ kind, key, text }): readonly DeskText[] => {
    if (kind === "workspace") return [{ key: "signature:workspace", name: "Signature", text, ownerId: null }]
    if (kind === "address") return [{ key: `signature:${key}`, name: `Signature of ${key}`, text, ownerId: null }]
    const member = team.find(({ id }) => id === key)
    if (member === undefined) return []
    return [{ key: `signature:${key}`, name: `Signature of ${member.name}`, text, ownerId: member.id }]
  })
}
