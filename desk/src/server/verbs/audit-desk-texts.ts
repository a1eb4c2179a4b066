import type { DeskText } from "../../ledger/desk-text.ts"
import { type CheckedText, listCheckedTexts, lockDeskTexts } from "../database/audit-desk-texts.ts"
import * as rows from "../database/audit-documents.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { checkDocument, recordRun } from "./audit-runs.ts"
import { type Desk, deskActor } from "./desk.ts"
import { deskTexts } from "./desk-texts.ts"

export type DeskChanges = {
  readonly written: readonly { readonly text: DeskText; readonly known: CheckedText | null }[]
  readonly gone: readonly CheckedText[]
}

/** What the desk says otherwise than when it was last taken in. */
export async function deskChanges(queries: Queries, workspaceId: string): Promise<DeskChanges> {
  const said = await deskTexts(queries, workspaceId)
  const known = await listCheckedTexts(queries, workspaceId)
  const before = new Map(known.map((each) => [each.key, each]))
  const keys = new Set<string>(said.map(({ key }) => key))
  return {
    written: said.map((text) => ({ text, known: before.get(text.key) ?? null })).filter(isOther),
    gone: known.filter(({ key }) => !keys.has(key)),
  }
}

function isOther({ text, known }: DeskChanges["written"][number]): boolean {
  return known === null || known.text !== text.text || known.name !== text.name || known.ownerId !== text.ownerId
}

export function isDeskChanged({ written, gone }: DeskChanges): boolean {
  return written.length + gone.length > 0
}

/**
 * Brings the audit up to what the desk itself says by now, in the transaction of what changed it: a text that is new or another
 * is checked, one that is gone is taken out. Where something is, that is a run of the audit.
 */
export async function auditDeskTexts(queries: Queries, desk: Desk, workspaceId: string): Promise<void> {
  await lockDeskTexts(queries, workspaceId)
  const changes = await deskChanges(queries, workspaceId)
  if (!isDeskChanged(changes)) return
  const at = desk.now().toString()
  for (const change of changes.written) await takeIn(queries, desk, workspaceId, change)
  for (const { documentId } of changes.gone) {
    await rows.removeAuditDocument(queries, workspaceId, documentId, { at, memberId: null })
  }
  await recordRun(desk, queries, workspaceId, "desk")
  await insertChange(queries, { workspaceId, kind: "audit", id: workspaceId, at })
}

async function takeIn(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { text: { key, name, text, ownerId }, known }: DeskChanges["written"][number],
): Promise<void> {
  const at = desk.now().toString()
  const id = known?.documentId ?? desk.newId()
  const named = { name, kind: "macro", ownerId } as const
  if (known === null) {
    await rows.insertAuditDocument(queries, workspaceId, { ...named, id, deskKey: key, url: null, at })
  } else if (known.name !== name || known.ownerId !== ownerId) {
    await rows.writeAuditDocument(queries, workspaceId, id, named)
  }
  if (known?.text === text) return
  const { by } = deskActor(workspaceId)
  const version = { documentId: id, version: (known?.version ?? 0) + 1, format: "txt", text, by, at }
  await rows.insertAuditVersion(queries, workspaceId, version)
  await checkDocument(desk, queries, workspaceId, id)
}
