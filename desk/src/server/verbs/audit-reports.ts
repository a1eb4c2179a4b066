import { type FileFinding, type Report, htmlReport, sarifReport } from "aboveboard"
import type { JudgedFinding } from "../../ledger/protocol-audit.ts"
import { type JudgedDocument, judgedDocuments } from "./audit-runs.ts"
import type { Actor, Desk } from "./desk.ts"

/** The audit as SARIF 2.1.0: what somebody answers for is suppressed there, with the reason. */
export async function auditAsSarif(desk: Desk, actor: Actor): Promise<string> {
  return sarifReport(await reportOf(desk, actor))
}

/** The audit as a page for printing or sending. */
export async function auditAsHtml(desk: Desk, actor: Actor): Promise<string> {
  return htmlReport(await reportOf(desk, actor))
}

async function reportOf(desk: Desk, { workspaceId }: Actor): Promise<Report> {
  const documents = await judgedDocuments(desk, desk.database, workspaceId)
  return {
    findings: documents.flatMap(({ row, found }) => found.map((finding) => fileFinding(row.name, finding))),
    files: documents.length,
    unread: [],
    foreign: documents.flatMap(foreign),
  }
}

function fileFinding(
  path: string,
  { key: _key, standing, acceptance, ignored, ...finding }: JudgedFinding,
): FileFinding {
  if (standing === "accepted" && acceptance !== null) {
    const by = acceptance.by === null ? "" : `${acceptance.by}, `
    const reason = `${acceptance.reason} (${by}until ${acceptance.until})`
    return { ...finding, path, suppressed: { kind: "allowed", reason } }
  }
  return ignored === undefined
    ? { ...finding, path }
    : { ...finding, path, suppressed: { kind: "inline", reason: ignored } }
}

function foreign({ row: { name, language } }: JudgedDocument): Report["foreign"] {
  return language === null || language === "en" ? [] : [{ path: name, language }]
}
