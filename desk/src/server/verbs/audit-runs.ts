import { originOf } from "../../ledger/desk-text.ts"
import { type JudgedFinding, type Totals, judged, totalsOf } from "../../ledger/protocol-audit.ts"
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
import { type Against, type DocumentText, type Found, findingsIn, isLong, rulesStamp } from "./audit-check.ts"
import type { Desk } from "./desk.ts"
import { type BuiltBook, builtBook } from "./fact-book.ts"

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

/** Tells whether a document was checked with other rules than today's, or a text of the desk with other facts. */
export async function outOfDate(
  desk: Desk,
  queries: Queries,
  workspaceId: string,
): Promise<(row: AuditDocumentRow) => boolean> {
  const settings = await readSettings(queries, workspaceId)
  const { stamp, ownRules } = await builtBook(queries, desk, workspaceId)
  const [withFacts, without] = [stamp, null].map((facts) => rulesStamp(desk, settings, { ownRules, facts }))
  return ({ checkedWith, deskKey }) => checkedWith !== (isWritten(deskKey) ? withFacts : without)
}

/**
 * Finds anew what the rules find in the newest version of a document; what members write for customers is compared with the facts,
 * too. `leave`: a long text that was not found before as it is now waits for the next look. The answer: whether it was checked.
 */
export async function checkDocument(
  desk: Desk,
  queries: Queries,
  workspaceId: string,
  documentId: string,
  before: FoundBefore = NOTHING_FOUND,
  long: "find" | "leave" = "find",
): Promise<boolean> {
  const row = await readAuditDocument(queries, workspaceId, documentId)
  if (row === null) return true
  const document = { ...row, text: await readAuditText(queries, workspaceId, documentId) }
  const { against, checkedWith } = await heldAgainst(desk, queries, workspaceId, row.deskKey)
  const known = before.size === 0 ? undefined : before.get(keyOf(desk, document, checkedWith))
  if (known === undefined && long === "leave" && row.deskKey === null && isLong(document)) return false
  const { findings, language } = known ?? (await findingsIn(desk, document, against))
  await writeAuditFindings(queries, workspaceId, documentId, { findings, language, checkedWith })
  return true
}

/** What the rules find in long texts, by all that it depends on. */
export type FoundBefore = ReadonlyMap<string, Found>
const NOTHING_FOUND: FoundBefore = new Map()

/**
 * What the rules find in those of a workspace's documents that are long, while nothing is held: a transaction would keep others
 * waiting meanwhile. `checkDocument` takes it where text and rules are still the same when they are held.
 */
export async function findBefore(
  desk: Desk,
  workspaceId: string,
  documents: AsyncIterable<DocumentText> | Iterable<DocumentText>,
): Promise<FoundBefore> {
  const found = new Map<string, Found>()
  for await (const document of documents) {
    if (!isLong(document)) continue
    const { against, checkedWith } = await heldAgainst(desk, desk.database, workspaceId, null)
    const key = keyOf(desk, document, checkedWith)
    found.set(key, await findOnce(key, () => findingsIn(desk, document, against)))
  }
  return found
}

const underWay = new Map<string, Promise<Found>>()

/** Where others wait for the same text, held against the same rules, it is looked through for all of them. */
function findOnce(key: string, find: () => Promise<Found>): Promise<Found> {
  const finding = underWay.get(key) ?? find().finally(() => underWay.delete(key))
  underWay.set(key, finding)
  return finding
}

function keyOf(desk: Desk, { kind, format, text }: DocumentText, checkedWith: string): string {
  return desk.digest(`${checkedWith}\n${kind}\n${format}\n${text}`)
}

async function heldAgainst(
  desk: Desk,
  queries: Queries,
  workspaceId: string,
  deskKey: string | null,
): Promise<{ readonly against: Against; readonly checkedWith: string }> {
  const settings = await readSettings(queries, workspaceId)
  const book = await builtBook(queries, desk, workspaceId)
  const { rules, ownRules, stamp } = book
  const isCompared = isWritten(deskKey)
  const against = { settings, rules, ownRules, ...(isCompared ? comparedWith(book) : NOTHING_KNOWN) }
  return { against, checkedWith: rulesStamp(desk, settings, { ownRules, facts: isCompared ? stamp : null }) }
}

/** Whether members wrote it for customers: the words of the program hold no facts, and documents are about what to do. */
function isWritten(deskKey: string | null): boolean {
  const source = originOf(deskKey)?.source
  return source === "reply" || source === "signature" || source === "standing"
}

const NOTHING_KNOWN = { facts: null, dismissed: [] } as const

function comparedWith({ compiled, notThat, dismissed }: BuiltBook): Pick<Against, "facts" | "dismissed"> {
  return { facts: compiled === null ? null : { facts: compiled, notThat }, dismissed }
}

/** What the whole audit comes to after a change. Where only rules or facts are others and it comes to the same, nothing is written. */
export async function recordRun(
  desk: Desk,
  queries: Queries,
  workspaceId: string,
  cause: AuditRun["cause"],
): Promise<void> {
  const documents = await judgedDocuments(desk, queries, workspaceId)
  const totals = totalsOf(documents.flatMap(({ found }) => found))
  const [last] = cause === "rules" ? await listRuns(queries, workspaceId, 1) : []
  if (last !== undefined && isSame(last, { ...totals, documents: documents.length })) return
  const run = { id: desk.newId(), at: desk.now().toString(), cause, documents: documents.length, ...totals }
  await insertRun(queries, workspaceId, run)
}

function isSame(last: AuditRun, now: Totals & { readonly documents: number }): boolean {
  return (["documents", "hold", "confirm", "remark", "accepted"] as const).every((each) => last[each] === now[each])
}
