import type { FiledCustomer } from "../../ledger/customer-file.ts"
import type { OldConversation, TicketExport } from "../../ledger/ticket-export.ts"
import { conflict, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import * as rows from "../database/imports.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { importConversations } from "./import-conversations.ts"
import { importCustomers } from "./import-customers.ts"
import { type ImportMail, importMails } from "./import-mails.ts"

export type NewImport = Pick<rows.ImportRow, "kind" | "fileName" | "size" | "total"> & {
  readonly problems: readonly string[]
}

/**
 * Begins to take a file in, or goes on with the one that was begun with a file of the same name and size. The file is handed in
 * by and by, in batches; each can be handed in again without anything being taken in twice. Admins.
 */
export async function beginImport(desk: Desk, actor: Actor, begun: NewImport): Promise<rows.ImportRow> {
  assertRole(actor, "admin")
  const { workspaceId, by } = actor
  return commit(desk, async (queries) => {
    const memberId = by.kind === "member" ? by.id : null
    const row = { ...begun, id: desk.newId(), memberId, at: desk.now().toString() }
    return readOpen(queries, actor, await rows.beginImport(queries, workspaceId, row))
  })
}

/** A part of the file, and how many of its entries are handed in with it. */
export type Batch =
  | { readonly kind: "mails"; readonly mails: readonly ImportMail[] }
  | {
      readonly kind: "tickets"
      readonly source: TicketExport["source"]
      readonly conversations: readonly OldConversation[]
    }
  | { readonly kind: "customers"; readonly customers: readonly FiledCustomer[] }

/** Takes a batch in. `conflict` when the import has ended or is of another kind. Gives how far it is. */
export async function takeBatch(
  desk: Desk,
  actor: Actor,
  importId: string,
  { done, ...batch }: Batch & { readonly done: number },
): Promise<rows.ImportRow> {
  assertRole(actor, "admin")
  const { kind } = await readOpen(desk.database, actor, importId)
  if (kind !== batch.kind) throw conflict(`This import takes ${kind}.`)
  const progress = await take(desk, actor, batch)
  return commit(desk, async (queries) => {
    const at = desk.now().toString()
    await rows.addProgress(queries, actor.workspaceId, importId, { ...progress, done, at })
    await announce(queries, actor, at)
    return readKnown(queries, actor, importId)
  })
}

async function take(desk: Desk, actor: Actor, batch: Batch): Promise<rows.Progress> {
  if (batch.kind === "customers") return importCustomers(desk, actor, batch.customers)
  if (batch.kind === "tickets") return importConversations(desk, actor, batch.source, batch.conversations)
  const { left, ...counts } = await importMails(desk, actor, batch.mails)
  return { ...counts, leftOut: left, changed: 0, problems: [] }
}

/** Nothing more is taken from its file: it is through, or was given up. */
export async function endImport(desk: Desk, actor: Actor, importId: string): Promise<rows.ImportRow> {
  assertRole(actor, "admin")
  return commit(desk, async (queries) => {
    await readKnown(queries, actor, importId)
    const at = desk.now().toString()
    await rows.endImport(queries, actor.workspaceId, importId, at)
    await announce(queries, actor, at)
    return readKnown(queries, actor, importId)
  })
}

export function listImports(queries: Queries, actor: Actor): Promise<readonly rows.ImportRow[]> {
  assertRole(actor, "admin")
  return rows.listImports(queries, actor.workspaceId)
}

async function readKnown(queries: Queries, actor: Actor, importId: string): Promise<rows.ImportRow> {
  const row = await rows.readImport(queries, actor.workspaceId, importId)
  if (row === null) throw notFound("import")
  return row
}

async function readOpen(queries: Queries, actor: Actor, importId: string): Promise<rows.ImportRow> {
  const row = await readKnown(queries, actor, importId)
  if (row.endedAt !== null) throw conflict("This import has ended. Begin it again with the same file.")
  return row
}

async function announce(queries: Queries, { workspaceId }: Actor, at: string): Promise<void> {
  await insertChange(queries, { workspaceId, kind: "workspace", id: workspaceId, at })
}
