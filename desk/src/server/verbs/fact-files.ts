import { conflict, invalid } from "../../ledger/error.ts"
import { type FactContent, nextChange, sameContent, shownVersion, standingOf, versionOn } from "../../ledger/fact.ts"
import { type FiledFact, csvOfFacts, jsonOfFacts, readFactFile } from "../../ledger/fact-file.ts"
import { showValue } from "../../ledger/fact-value.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { lockBook, stampBook } from "../database/fact-books.ts"
import * as rows from "../database/facts.ts"
import { listMembers } from "../database/members.ts"
import { readSettings } from "../database/settings.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { builtBook } from "./fact-book.ts"
import { recheckReplies } from "./saved-replies.ts"

export type FactFile = {
  readonly format: "json" | "csv"
  readonly text: string
  readonly fileName?: string | undefined
}

/** What importing one row would do. `same` changes nothing. */
export type ImportLine = {
  readonly kind: "new" | "changed" | "same"
  readonly name: string
  readonly subject: string
  readonly attribute: string
  /** As it is shown; null for a new fact. */
  readonly before: string | null
  readonly after: string
  readonly statement: string
  /** False: it is words, shown to whoever writes of it, and no message goes against it. */
  readonly isCompared: boolean
}

export type ImportPreview = {
  readonly lines: readonly ImportLine[]
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number }
  /** What cannot be read, a sentence each: those rows are left out. */
  readonly problems: readonly string[]
}

/** What a file would change, without changing it. For every member: it says no more than the Fact Book, which all of them read. */
export async function previewImport(desk: Desk, actor: Actor, file: FactFile): Promise<ImportPreview> {
  const { planned, problems } = await planOf(desk.database, desk, actor, file)
  const lines = planned.map(lineOf)
  const count = (kind: ImportLine["kind"]) => lines.filter((line) => line.kind === kind).length
  return { lines, counts: { new: count("new"), changed: count("changed"), same: count("same") }, problems }
}

/**
 * Takes a file into the book: new facts, and new versions of those that it says otherwise. Nothing is removed and nothing
 * overwritten. Leads and admins; `invalid` when nothing in it can be read. Gives how many were added and changed.
 */
export async function importFacts(
  desk: Desk,
  actor: Actor,
  file: FactFile,
): Promise<{ readonly added: number; readonly changed: number }> {
  assertRole(actor, "lead")
  return commit(desk, async (queries) => {
    await lockBook(queries, actor.workspaceId)
    const { planned, problems, owners, zone } = await planOf(queries, desk, actor, file)
    if (planned.length === 0) throw invalid(problems[0] ?? "There is no fact in this file.", "text")
    const at = desk.now().toString()
    for (const plan of planned) {
      if (plan.kind !== "same") await take(queries, desk, actor, { plan, owners, zone, fileName: file.fileName })
    }
    await stampBook(queries, actor.workspaceId, desk.newId(), at)
    await recheckReplies(queries, desk, actor)
    await insertChange(queries, { workspaceId: actor.workspaceId, kind: "fact", id: actor.workspaceId, at })
    const count = (kind: Planned["kind"]) => planned.filter((plan) => plan.kind === kind).length
    return { added: count("new"), changed: count("changed") }
  })
}

type Planned = {
  readonly kind: "new" | "changed" | "same"
  readonly filed: FiledFact
  readonly known: rows.FactRow | null
  readonly before: FactContent | null
}

type Plan = {
  readonly planned: readonly Planned[]
  readonly problems: readonly string[]
  readonly owners: ReadonlyMap<string, string>
  readonly zone: string
}

async function planOf(queries: Queries, desk: Desk, actor: Actor, file: FactFile): Promise<Plan> {
  const { currency } = await builtBook(queries, desk, actor.workspaceId)
  const { facts, problems } = readFactFile(file.format, file.text, currency)
  const { zone } = await readSettings(queries, actor.workspaceId)
  const day = dayOf(desk, zone)
  const known = new Map((await rows.listFacts(queries, actor.workspaceId)).map((fact) => [fact.name, fact]))
  const members = await listMembers(queries, actor.workspaceId)
  const owners = new Map(
    members.filter(({ removedAt }) => removedAt === null).map(({ id, email }) => [email.toLowerCase(), id]),
  )
  const planned = facts.map((filed) => plannedOf(filed, known.get(filed.name) ?? null, day))
  return { planned, problems, owners, zone }
}

function plannedOf(filed: FiledFact, known: rows.FactRow | null, day: string): Planned {
  const before = known === null ? null : (versionOn(known.versions, day) ?? shownVersion(known.versions, day))
  if (before === null) return { kind: known === null ? "new" : "changed", filed, known, before }
  // A file that does not say since when means what holds now.
  const said = { ...filed, validFrom: filed.validFrom ?? before.validFrom }
  return { kind: sameContent(said, before) && known?.retiredAt === null ? "same" : "changed", filed, known, before }
}

function lineOf({ kind, filed, before }: Planned): ImportLine {
  const { name, subject, attribute, statement } = filed
  return {
    kind,
    name,
    subject,
    attribute,
    before: before === null ? null : showValue(before),
    after: showValue(filed),
    statement,
    isCompared: filed.type !== "text",
  }
}

type Taken = {
  readonly plan: Planned
  readonly owners: ReadonlyMap<string, string>
  readonly zone: string
  readonly fileName: string | undefined
}

async function take(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { plan, owners, zone, fileName }: Taken,
): Promise<void> {
  const { filed, known } = plan
  if (known !== null && known.retiredAt !== null) {
    throw conflict(`“${filed.name}” was retired. Give it another id, or leave it out of the file.`)
  }
  const { workspaceId, by } = actor
  const at = desk.now().toString()
  const memberId = by.kind === "member" ? by.id : null
  const factId = known?.id ?? desk.newId()
  if (known === null) {
    const ownerId = owners.get(filed.owner?.toLowerCase() ?? "") ?? memberId
    await rows.insertFact(queries, {
      workspaceId,
      id: factId,
      name: filed.name,
      ownerId,
      confirmDays: filed.confirmDays,
      at,
    })
  }
  const validFrom = filed.validFrom ?? (known === null ? null : dayOf(desk, zone))
  const content = { ...filed, validFrom }
  const version = Math.max(0, ...(known?.versions ?? []).map((each) => each.version)) + 1
  const source = filed.source ?? { kind: "document" as const, name: fileName ?? "imported file" }
  await rows.insertVersion(queries, { workspaceId, factId, version, content, source, by, at, isApproved: true })
  await rows.insertConfirmation(queries, workspaceId, factId, { at, memberId })
  const head = { confirmDays: known?.confirmDays ?? filed.confirmDays, lastConfirmedAt: at, retiredAt: null }
  const versions = [...(known?.versions ?? []), { ...content, version, approvedAt: at, declinedAt: null }]
  await rows.setFactLook(queries, workspaceId, factId, nextChange(head, versions, { now: desk.now(), zone }))
}

/** What holds now, as a file that can be imported again. */
export async function exportFacts(desk: Desk, actor: Actor, format: "json" | "csv"): Promise<string> {
  const { zone } = await readSettings(desk.database, actor.workspaceId)
  const day = dayOf(desk, zone)
  const facts = (await rows.listFacts(desk.database, actor.workspaceId)).flatMap((fact) => {
    const shown = fact.retiredAt === null ? shownVersion(fact.versions, day) : null
    if (shown === null || shown.approvedAt === null) return []
    const { name, ownerMail: owner, confirmDays } = fact
    const isStale = standingOf(fact, fact.versions, { day, zone }) === "stale"
    return [{ ...shown, name, owner, confirmDays, isStale }]
  })
  return format === "json" ? jsonOfFacts(facts, day) : csvOfFacts(facts)
}

function dayOf(desk: Desk, zone: string): string {
  return desk.now().toZonedDateTimeISO(zone).toPlainDate().toString()
}
