import type { DeskText } from "../../ledger/desk-text.ts"
import type { Queries } from "../database/database.ts"
import { listMembers } from "../database/members.ts"
import { listReplies } from "../database/saved-replies.ts"
import { type StandingRow, listStanding } from "../database/standing-promises.ts"
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
  const standing = (await listStanding(queries, workspaceId)).map(standingText)
  return [...replies, ...standing, ...(await signatureTexts(queries, workspaceId)), ...automaticTexts(name, settings)]
}

function standingText({ id, versions }: StandingRow): DeskText {
  const [now] = versions
  const said = now === undefined ? [] : [now.what, now.limits, now.complain]
  const text = said.filter((each) => each !== "").join("\n\n")
  return { key: `standing:${id}`, name: `We promise: ${(now?.what ?? "").slice(0, NAME_LENGTH)}`, text, ownerId: null }
}

const NAME_LENGTH = 60 // characters of its words in the list of documents

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
