import { type JudgedFinding, type RuleLine, type Totals, linesByRule, totalsOf } from "../../ledger/protocol-audit.ts"
import { type DeskOrigin, originOf } from "../../ledger/desk-text.ts"
import { notFound } from "../../ledger/error.ts"
import { type AuditDocumentRow, listAuditDocuments, readAuditText } from "../database/audit-documents.ts"
import { type AuditRun, listRuns } from "../database/audit-runs.ts"
import type { Queries } from "../database/database.ts"
import { auditDeskTexts, deskChanges, isDeskChanged } from "./audit-desk-texts.ts"
import type { DocumentText } from "./audit-check.ts"
import { type JudgedDocument, checkDocument, findBefore, judgedDocuments, outOfDate, recordRun } from "./audit-runs.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

export type AuditLine = Omit<AuditDocumentRow, "findings" | "checkedWith" | "format" | "deskKey"> &
  Totals & { readonly ofDesk: DeskOrigin | null }

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

function lineOf({ row, found }: JudgedDocument): AuditLine {
  const { findings: _findings, checkedWith: _stamp, format: _format, deskKey, ...shown } = row
  return { ...shown, ofDesk: originOf(deskKey), ...totalsOf(found) }
}

const LOOKS_MAX = 3 // whoever changes the rules all the time has long texts checked while the store is held

/**
 * What the desk says is taken in as it is by now, and documents that were checked with other rules or facts than today's are
 * checked again; where that comes to another result, it is a run. Once more where the rules changed meanwhile.
 */
async function checkAgain(desk: Desk, workspaceId: string): Promise<void> {
  if (!(await isOutOfDate(desk, desk.database, workspaceId))) return
  for (let look = 1; look < LOOKS_MAX; look += 1) if (await checkOld(desk, workspaceId, "leave")) return
  await checkOld(desk, workspaceId, "find")
}

/** False where a long text is left. */
async function checkOld(desk: Desk, workspaceId: string, long: "find" | "leave"): Promise<boolean> {
  const found = await findBefore(desk, workspaceId, oldDocuments(desk, workspaceId))
  return commit(desk, async (queries) => {
    await auditDeskTexts(queries, desk, workspaceId)
    const isOld = await outOfDate(desk, queries, workspaceId)
    const rows = (await listAuditDocuments(queries, workspaceId)).filter(isOld)
    let isWhole = true
    for (const { id } of rows) isWhole = (await checkDocument(desk, queries, workspaceId, id, found, long)) && isWhole
    if (rows.length > 0 && isWhole) await recordRun(desk, queries, workspaceId, "rules")
    return isWhole
  })
}

/** Documents that were checked with other rules than today's, one text after the other; what the desk itself says is short. */
async function* oldDocuments(desk: Desk, workspaceId: string): AsyncGenerator<DocumentText> {
  const isOld = await outOfDate(desk, desk.database, workspaceId)
  for (const row of (await listAuditDocuments(desk.database, workspaceId)).filter(isOld)) {
    if (row.deskKey === null) yield { ...row, text: await readAuditText(desk.database, workspaceId, row.id) }
  }
}

async function isOutOfDate(desk: Desk, queries: Queries, workspaceId: string): Promise<boolean> {
  const isOld = await outOfDate(desk, queries, workspaceId)
  if ((await listAuditDocuments(queries, workspaceId)).some(isOld)) return true
  return isDeskChanged(await deskChanges(queries, workspaceId))
}
