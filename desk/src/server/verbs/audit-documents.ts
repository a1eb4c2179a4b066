import { conflict, invalid, notFound } from "../../ledger/error.ts"
import type { DocumentKind } from "../../ledger/protocol-audit.ts"
import * as rows from "../database/audit-documents.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { isMember } from "../database/people.ts"
import { type FoundBefore, checkDocument, findBefore, recordRun } from "./audit-runs.ts"
import { type DocumentContent, readDocument } from "./audit-check.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"

export type NewAuditDocument = {
  readonly name: string
  readonly kind: DocumentKind
  /** The member who answers for it; whoever hands it in unless said. */
  readonly ownerId?: string | undefined
  readonly content: DocumentContent
}

/** Puts a document under audit and checks it. `invalid` with the reason where it cannot be read. Gives its id. */
export async function createAuditDocument(desk: Desk, actor: Actor, input: NewAuditDocument): Promise<string> {
  const read = await readDocument(input.name, input.content)
  const { workspaceId, by } = actor
  const found = await findBefore(desk, workspaceId, [{ kind: input.kind, ...read }])
  const id = desk.newId()
  const at = desk.now().toString()
  const ownerId = input.ownerId ?? (by.kind === "member" ? by.id : null)
  await commit(desk, async (queries) => {
    await assertOwner(queries, workspaceId, ownerId)
    await rows.insertAuditDocument(queries, workspaceId, {
      id,
      name: input.name,
      kind: input.kind,
      ownerId,
      deskKey: null,
      url: null,
      at,
    })
    await rows.insertAuditVersion(queries, workspaceId, { documentId: id, version: 1, ...read, by, at })
    await settle(desk, queries, workspaceId, id, found)
  })
  return id
}

/** A new version of a document, checked; the one before it stays. `not_found`, or `invalid` where it cannot be read. */
export async function changeAuditDocument(
  desk: Desk,
  actor: Actor,
  documentId: string,
  { name, content }: { readonly name?: string | undefined; readonly content: DocumentContent },
): Promise<void> {
  const { workspaceId, by } = actor
  const known = await mustHandInText(desk.database, workspaceId, documentId)
  const read = await readDocument(name ?? `document.${known.format}`, content)
  const found = await findBefore(desk, workspaceId, [{ kind: known.kind, ...read }])
  await commit(desk, async (queries) => {
    const locked = await rows.lockAuditDocument(queries, workspaceId, documentId)
    if (locked === null) throw notFound("document")
    const version = locked.version + 1
    const at = desk.now().toString()
    await rows.insertAuditVersion(queries, workspaceId, { documentId, version, ...read, by, at })
    await settle(desk, queries, workspaceId, documentId, found)
  })
}

/** What it is called, what it is, and who answers for it. `not_found`, or `invalid` for an owner who is no member. */
export async function writeAuditDocument(
  desk: Desk,
  actor: Actor,
  documentId: string,
  change: {
    readonly name?: string | undefined
    readonly kind?: DocumentKind | undefined
    readonly ownerId?: string | undefined
  },
): Promise<void> {
  const { workspaceId } = actor
  const { kind, format } = await mustHandIn(desk.database, workspaceId, documentId)
  const text = await rows.readAuditText(desk.database, workspaceId, documentId)
  const found = await findBefore(desk, workspaceId, [{ kind: change.kind ?? kind, format, text }])
  await commit(desk, async (queries) => {
    const known = await mustHandIn(queries, workspaceId, documentId)
    const ownerId = change.ownerId ?? known.ownerId
    if (change.ownerId !== undefined) await assertOwner(queries, workspaceId, ownerId)
    const written = { name: change.name ?? known.name, kind: change.kind ?? known.kind, ownerId }
    await rows.writeAuditDocument(queries, workspaceId, documentId, written)
    await settle(desk, queries, workspaceId, documentId, found)
  })
}

/** Takes a document out of the audit; what was found and accepted stays in the record. A lead's. */
export async function removeAuditDocument(desk: Desk, actor: Actor, documentId: string): Promise<void> {
  assertRole(actor, "lead")
  const { workspaceId, by } = actor
  await commit(desk, async (queries) => {
    if ((await rows.lockAuditDocument(queries, workspaceId, documentId)) === null) throw notFound("document")
    await mustHandIn(queries, workspaceId, documentId)
    const at = desk.now().toString()
    const memberId = by.kind === "member" ? by.id : null
    await rows.removeAuditDocument(queries, workspaceId, documentId, { at, memberId })
    await settle(desk, queries, workspaceId, documentId)
  })
}

/** `not_found`, or `conflict` for what the desk itself says: it is edited where it is, never here. */
async function mustHandIn(queries: Queries, workspaceId: string, documentId: string): Promise<rows.AuditDocumentRow> {
  const known = await rows.readAuditDocument(queries, workspaceId, documentId)
  if (known === null) throw notFound("document")
  if (known.deskKey !== null) {
    throw conflict("The desk itself says this. Change it where it is edited; the audit follows by itself.")
  }
  return known
}

/** As `mustHandIn`, for its text: what lies at an address is changed there. */
async function mustHandInText(
  queries: Queries,
  workspaceId: string,
  documentId: string,
): Promise<rows.AuditDocumentRow> {
  const known = await mustHandIn(queries, workspaceId, documentId)
  if (known.url !== null) throw conflict("It is read at its address. Change it there, and read it again.")
  return known
}

/** Checks it and says so, in the transaction that wrote it; what was found before that is not looked for again. */
export async function settle(
  desk: Desk,
  queries: Queries,
  workspaceId: string,
  id: string,
  found?: FoundBefore,
): Promise<void> {
  await checkDocument(desk, queries, workspaceId, id, found)
  await recordRun(desk, queries, workspaceId, "document")
  await insertChange(queries, { workspaceId, kind: "audit", id, at: desk.now().toString() })
}

/** `invalid` for an owner who is no member here. */
export async function assertOwner(queries: Queries, workspaceId: string, ownerId: string | null): Promise<void> {
  if (ownerId !== null && !(await isMember(queries, workspaceId, ownerId))) {
    throw invalid("The owner must be a member of this workspace.", "ownerId")
  }
}
