import { invalid, notFound } from "../../ledger/error.ts"
import {
  insertAcceptance,
  withdrawAcceptance as withdraw,
  withdrawAcceptanceOf,
} from "../database/audit-acceptances.ts"
import { readAuditDocument } from "../database/audit-documents.ts"
import { insertChange } from "../database/changes.ts"
import { readSettings } from "../database/settings.ts"
import { recordRun, todayIn } from "./audit-runs.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"

const YEARS_MAX = 2 // what holds longer than that should be written into the document

/**
 * A lead answers for a finding until the end of a day, with the reason; what was accepted for it before ends. `not_found` when
 * the document has no such finding, `invalid` for a day that has passed or is too far away.
 */
export async function acceptFinding(
  desk: Desk,
  actor: Actor,
  documentId: string,
  { key, reason, until }: { readonly key: string; readonly reason: string; readonly until: string },
): Promise<void> {
  assertRole(actor, "lead")
  const { workspaceId } = actor
  await commit(desk, async (queries) => {
    const document = await readAuditDocument(queries, workspaceId, documentId)
    if (document === null) throw notFound("document")
    const finding = document.findings.find((each) => each.key === key)
    if (finding === undefined) throw notFound("finding")
    assertDay(until, todayIn(desk, await readSettings(queries, workspaceId)))
    const at = desk.now().toString()
    const memberId = memberOf(actor)
    await withdrawAcceptanceOf(queries, workspaceId, { documentId, key, at, memberId })
    const { rule, words } = finding
    const id = desk.newId()
    await insertAcceptance(queries, workspaceId, { id, documentId, key, rule, words, reason, until, memberId, at })
    await recordRun(desk, queries, workspaceId, "acceptance")
    await insertChange(queries, { workspaceId, kind: "audit", id: documentId, at })
  })
}

/** The finding is open again. `not_found` when nothing is accepted under this id. */
export async function withdrawAcceptance(desk: Desk, actor: Actor, acceptanceId: string): Promise<void> {
  assertRole(actor, "lead")
  const { workspaceId } = actor
  await commit(desk, async (queries) => {
    const at = desk.now().toString()
    const documentId = await withdraw(queries, workspaceId, { acceptanceId, at, memberId: memberOf(actor) })
    if (documentId === null) throw notFound("acceptance")
    await recordRun(desk, queries, workspaceId, "acceptance")
    await insertChange(queries, { workspaceId, kind: "audit", id: documentId, at })
  })
}

function memberOf({ by }: Actor): string | null {
  return by.kind === "member" ? by.id : null
}

function assertDay(until: string, today: string): void {
  const last = Temporal.PlainDate.from(today).add({ years: YEARS_MAX }).toString()
  if (until < today) throw invalid("The day until which it is accepted has passed.", "until")
  if (until > last) throw invalid(`Accept it for ${YEARS_MAX} years at most, and look again then.`, "until")
}
