import {
  type JudgedFinding,
  type RuleLine,
  type Totals,
  judged,
  linesByRule,
  totalsOf,
} from "../../ledger/protocol-audit.ts"
import { notFound } from "../../ledger/error.ts"
import type { WorkspaceSettings } from "../../ledger/workspace-settings.ts"
import {
  type AuditDocumentRow,
  listAcceptances,
  listAuditDocuments,
  readAuditDocument,
  readAuditText,
  writeAuditFindings,
} from "../database/audit-documents.ts"
import { type AuditRun, insertRun, listRuns } from "../database/audit-runs.ts"
import type { Queries } from "../database/database.ts"
import { readSettings } from "../database/settings.ts"
import { findingsIn, rulesStamp } from "./audit-check.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

export type AuditLine = Omit<AuditDocumentRow, "findings" | "checkedWith" | "format"> & Totals

export type Audit = {
  readonly documents: readonly AuditLine[]
  readonly rules: readonly RuleLine[]
  readonly totals: Totals
  readonly runs: readonly AuditRun[]
}

export type AuditDocument = AuditLine & { readonly text: string; readonly findings: readonly JudgedFinding[] }

const RUNS_SHOWN = 60

/** Every document under audit and what stands of its findings today. */
export async function readAudit(desk: Desk, actor: Actor): Promise<Audit> {
  const { workspaceId } = actor
  await checkAgain(desk, workspaceId)
  const documents = await judgedDocuments(desk, desk.database, workspaceId)
  return {
    documents: documents.map(lineOf),
    rules: linesByRule(documents.map(({ found }) => found)),
    totals: totalsOf(documents.flatMap(({ found }) => found)),
    runs: await listRuns(desk.database, workspaceId, RUNS_SHOWN),
  }
}

/** One document with its text and findings. `not_found` when there is none. */
export async function readAuditedDocument(desk: Desk, actor: Actor, documentId: string): Promise<AuditDocument> {
  const { workspaceId } = actor
  await checkAgain(desk, workspaceId)
  const documents = await judgedDocuments(desk, desk.database, workspaceId)
  const document = documents.find(({ row }) => row.id === documentId)
  if (document === undefined) throw notFound("document")
  const text = await readAuditText(desk.database, workspaceId, documentId)
  return { ...lineOf(document), text, findings: document.found }
}

export type JudgedDocument = { readonly row: AuditDocumentRow; readonly found: readonly JudgedFinding[] }

export async function judgedDocuments(
  desk: Desk,
  queries: Queries,
  workspaceId: string,
): Promise<readonly JudgedDocument[]> {
  const day = todayIn(desk, await readSettings(queries, workspaceId))
  const acceptances = await listAcceptances(queries, workspaceId)
  const rows = await listAuditDocuments(queries, workspaceId)
  return rows.map((row) => ({
    row,
    found: judged(
      row.findings,
      acceptances.filter(({ documentId }) => documentId === row.id),
      day,
    ),
  }))
}

export function todayIn(desk: Desk, { zone }: WorkspaceSettings): string {
  return desk.now().toZonedDateTimeISO(zone).toPlainDate().toString()
}

function lineOf({ row, found }: JudgedDocument): AuditLine {
  const { findings: _findings, checkedWith: _stamp, format: _format, ...shown } = row
  return { ...shown, ...totalsOf(found) }
}

/** Documents that were checked with other rules than today's are checked again, and that is a run. */
async function checkAgain(desk: Desk, workspaceId: string): Promise<void> {
  const stamp = rulesStamp(desk, await readSettings(desk.database, workspaceId))
  const isOld = ({ checkedWith }: AuditDocumentRow) => checkedWith !== stamp
  if (!(await listAuditDocuments(desk.database, workspaceId)).some(isOld)) return
  await commit(desk, async (queries) => {
    const rows = (await listAuditDocuments(queries, workspaceId)).filter(isOld)
    for (const { id } of rows) await checkDocument(desk, queries, workspaceId, id)
    if (rows.length > 0) await recordRun(desk, queries, workspaceId, "rules")
  })
}

/** Finds anew what the rules find in the newest version of a document. */
export async function checkDocument(
  desk: Desk,
  queries: Queries,
  workspaceId: string,
  documentId: string,
): Promise<void> {
  const row = await readAuditDocument(queries, workspaceId, documentId)
  if (row === null) return
  const settings = await readSettings(queries, workspaceId)
  const text = await readAuditText(queries, workspaceId, documentId)
  const { findings, language } = await findingsIn(desk, { kind: row.kind, format: row.format, text }, settings)
  const checkedWith = rulesStamp(desk, settings)
  await writeAuditFindings(queries, workspaceId, documentId, { findings, language, checkedWith })
}

/** What the whole audit comes to after a change. */
export async function recordRun(
  desk: Desk,
  queries: Queries,
  workspaceId: string,
  cause: AuditRun["cause"],
): Promise<void> {
  const documents = await judgedDocuments(desk, queries, workspaceId)
  const totals = totalsOf(documents.flatMap(({ found }) => found))
  const run = { id: desk.newId(), at: desk.now().toString(), cause, documents: documents.length, ...totals }
  await insertRun(queries, workspaceId, run)
}
