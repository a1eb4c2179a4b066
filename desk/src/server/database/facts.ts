import type { FactType, FactValue } from "aboveboard-engine"
import type { FactContent, FactHead, FactSource, FactVersion } from "../../ledger/fact.ts"
import type { By } from "../../ledger/entry.ts"
import type { Queries } from "./database.ts"

export type FactVersionRow = FactVersion & {
  readonly source: FactSource
  readonly enteredAt: string
  readonly enteredBy: string | null
  readonly approvedBy: string | null
}

/** A fact with all its versions, the newest first. */
export type FactRow = FactHead & {
  readonly id: string
  readonly name: string
  readonly ownerId: string | null
  readonly owner: string | null
  readonly ownerMail: string | null
  readonly lastConfirmedBy: string | null
  readonly createdAt: string
  readonly versions: readonly FactVersionRow[]
}

const FACT = `
  select f.fact_id as "id", f.name, f.owner_id as "ownerId", o.name as "owner", o.email as "ownerMail", f.confirm_days as "confirmDays",
    f.last_confirmed_at as "lastConfirmedAt", c.name as "lastConfirmedBy", f.created_at as "createdAt", f.retired_at as "retiredAt"
  from facts f
  left join members o on o.workspace_id = f.workspace_id and o.member_id = f.owner_id
  left join members c on c.workspace_id = f.workspace_id and c.member_id = f.last_confirmed_by`

const VERSION = `
  select v.fact_id as "factId", v.version, v.subject, v.aliases, v.attribute, v.type, v.value, v.unit, v.scope,
    v.valid_from as "validFrom", v.valid_until as "validUntil", v.statement, v.evidence, v.source, v.entered_at as "enteredAt",
    coalesce(e.name, k.name) as "enteredBy", v.approved_at as "approvedAt", a.name as "approvedBy", v.declined_at as "declinedAt"
  from fact_versions v
  left join members e on e.workspace_id = v.workspace_id and e.member_id = v.by_id and v.by_kind = 'member'
  left join api_keys k on k.workspace_id = v.workspace_id and k.api_key_id = v.by_id and v.by_kind = 'key'
  left join members a on a.workspace_id = v.workspace_id and a.member_id = v.approved_by`

type Head = Omit<FactRow, "versions">
type Version = FactVersionRow & { readonly factId: string }

/** Every fact, the retired ones too. */
export async function listFacts(queries: Queries, workspaceId: string): Promise<readonly FactRow[]> {
  const heads = await queries.query<Head>(`${FACT} where f.workspace_id = $1 order by f.fact_id`, [workspaceId])
  const versions = await queries.query<Version>(
    `${VERSION} where v.workspace_id = $1 order by v.fact_id, v.version desc`,
    [workspaceId],
  )
  const byFact = Map.groupBy(versions, ({ factId }) => factId)
  return heads.map((head) => ({ ...head, versions: byFact.get(head.id) ?? [] }))
}

/** The facts of which some version speaks of the same subject, however it is written. Not the whole book: a large one takes a third of a second. */
export async function listFactsAbout(
  queries: Queries,
  workspaceId: string,
  subject: string,
): Promise<readonly FactRow[]> {
  const written = await queries.query<{ subject: string }>(
    "select distinct subject from fact_versions where workspace_id = $1",
    [workspaceId],
  )
  const same = written.flatMap((each) => (plainSubject(each.subject) === plainSubject(subject) ? [each.subject] : []))
  const about = `f.fact_id in (select fact_id from fact_versions where workspace_id = $1 and subject = any($2))`
  const heads = await queries.query<Head>(`${FACT} where f.workspace_id = $1 and ${about}`, [workspaceId, same])
  const versions = await queries.query<Version>(
    `${VERSION} where v.workspace_id = $1 and v.fact_id = any($2) order by v.fact_id, v.version desc`,
    [workspaceId, heads.map(({ id }) => id)],
  )
  const byFact = Map.groupBy(versions, ({ factId }) => factId)
  return heads.map((head) => ({ ...head, versions: byFact.get(head.id) ?? [] }))
}

/** A subject as it is compared: "Basic Service" and "basic service " are one. */
export function plainSubject(subject: string): string {
  return subject.trim().toLowerCase()
}

/** Null when there is none. */
export async function readFact(queries: Queries, workspaceId: string, factId: string): Promise<FactRow | null> {
  const values = [workspaceId, factId]
  const [head] = await queries.query<Head>(`${FACT} where f.workspace_id = $1 and f.fact_id = $2`, values)
  if (head === undefined) return null
  const versions = await queries.query<Version>(
    `${VERSION} where v.workspace_id = $1 and v.fact_id = $2 order by v.version desc`,
    values,
  )
  return { ...head, versions }
}

/** As `readFact`; others who change it wait until the end of the transaction. */
export async function lockFact(queries: Queries, workspaceId: string, factId: string): Promise<FactRow | null> {
  await queries.query("select 1 from facts where workspace_id = $1 and fact_id = $2 for update", [workspaceId, factId])
  return readFact(queries, workspaceId, factId)
}

export type NewFact = {
  readonly workspaceId: string
  readonly id: string
  readonly name: string
  readonly ownerId: string | null
  readonly confirmDays: number | null
  readonly at: string
}

/** False when the name is another fact's. */
export async function insertFact(queries: Queries, fact: NewFact): Promise<boolean> {
  const rows = await queries.query(
    `insert into facts (workspace_id, fact_id, name, owner_id, confirm_days, created_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (workspace_id, name) do nothing returning 1`,
    [fact.workspaceId, fact.id, fact.name, fact.ownerId, fact.confirmDays, fact.at],
  )
  return rows.length > 0
}

export type NewVersion = {
  readonly workspaceId: string
  readonly factId: string
  readonly version: number
  readonly content: FactContent & { readonly type: FactType; readonly value: FactValue }
  readonly source: FactSource
  readonly by: By
  readonly at: string
  readonly isApproved: boolean
}

export async function insertVersion(queries: Queries, version: NewVersion): Promise<void> {
  const { content, by, at, isApproved } = version
  await queries.query(
    `insert into fact_versions (workspace_id, fact_id, version, subject, aliases, attribute, type, value, unit, scope,
       valid_from, valid_until, statement, evidence, source, by_kind, by_id, entered_at, approved_at, approved_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      version.workspaceId,
      version.factId,
      version.version,
      content.subject,
      content.aliases,
      content.attribute,
      content.type,
      JSON.stringify(content.value),
      content.unit,
      JSON.stringify(content.scope),
      content.validFrom,
      content.validUntil,
      content.statement,
      content.evidence,
      JSON.stringify(version.source),
      by.kind === "customer" ? "desk" : by.kind,
      by.id,
      at,
      isApproved ? at : null,
      isApproved && by.kind === "member" ? by.id : null,
    ],
  )
}

/** Approves or declines a proposed version. False when there is no such proposal. */
export async function decideVersion(
  queries: Queries,
  key: { readonly workspaceId: string; readonly factId: string; readonly version: number },
  decision: { readonly verdict: "approved" | "declined"; readonly at: string; readonly memberId: string | null },
): Promise<boolean> {
  const { verdict } = decision
  const rows = await queries.query(
    `update fact_versions set ${verdict}_at = $4, ${verdict}_by = $5
     where workspace_id = $1 and fact_id = $2 and version = $3 and approved_at is null and declined_at is null returning 1`,
    [key.workspaceId, key.factId, key.version, decision.at, decision.memberId],
  )
  return rows.length > 0
}

export async function insertConfirmation(
  queries: Queries,
  workspaceId: string,
  factId: string,
  by: { readonly at: string; readonly memberId: string | null },
): Promise<void> {
  const values = [workspaceId, factId, by.at, by.memberId]
  await queries.query(
    `insert into fact_confirmations (workspace_id, fact_id, at, by_id) values ($1, $2, $3, $4) on conflict do nothing`,
    values,
  )
  await queries.query(
    "update facts set last_confirmed_at = $3, last_confirmed_by = $4 where workspace_id = $1 and fact_id = $2",
    values,
  )
}

export async function updateFact(
  queries: Queries,
  workspaceId: string,
  factId: string,
  to: { readonly ownerId: string | null; readonly confirmDays: number | null },
): Promise<void> {
  await queries.query("update facts set owner_id = $3, confirm_days = $4 where workspace_id = $1 and fact_id = $2", [
    workspaceId,
    factId,
    to.ownerId,
    to.confirmDays,
  ])
}

export async function retireFact(
  queries: Queries,
  workspaceId: string,
  factId: string,
  by: { readonly at: string; readonly memberId: string | null },
): Promise<void> {
  await queries.query(
    "update facts set retired_at = $3, retired_by = $4, next_at = null where workspace_id = $1 and fact_id = $2",
    [workspaceId, factId, by.at, by.memberId],
  )
}

export async function setFactLook(
  queries: Queries,
  workspaceId: string,
  factId: string,
  nextAt: string | null,
): Promise<void> {
  await queries.query("update facts set next_at = $3 where workspace_id = $1 and fact_id = $2", [
    workspaceId,
    factId,
    nextAt,
  ])
}

/** The fact whose standing has changed by itself and that has waited longest; null when there is none. */
export async function claimFactLook(
  queries: Queries,
  now: string,
): Promise<{ readonly workspaceId: string; readonly factId: string } | null> {
  const [row] = await queries.query<{ workspaceId: string; factId: string }>(
    `select workspace_id as "workspaceId", fact_id as "factId" from facts where next_at <= $1
     order by next_at limit 1 for update skip locked`,
    [now],
  )
  return row ?? null
}
