import type { OwnRule } from "aboveboard-engine"
import type { By } from "../../ledger/entry.ts"
import type { Queries } from "./database.ts"

export type OwnRuleVersion = {
  readonly version: number
  readonly rule: OwnRule
  readonly by: string | null
  readonly at: string
}

export type OwnRuleRow = OwnRuleVersion & { readonly id: string }

const VERSION = `v.version, v.body as "rule", m.name as "by", v.at
  from own_rule_versions v
  left join members m on m.workspace_id = v.workspace_id and m.member_id = v.by_id`

/** The rules that hold, as they stand now, by name. */
export function listOwnRules(queries: Queries, workspaceId: string): Promise<readonly OwnRuleRow[]> {
  return queries.query<OwnRuleRow>(
    `select r.own_rule_id as "id", ${VERSION}
     join own_rules r on r.workspace_id = v.workspace_id and r.own_rule_id = v.own_rule_id
     where r.workspace_id = $1 and r.removed_at is null and v.version = (select max(version) from own_rule_versions n
       where n.workspace_id = v.workspace_id and n.own_rule_id = v.own_rule_id)
     order by r.name`,
    [workspaceId],
  )
}

/** Every version of a rule, the newest first. */
export function listOwnRuleVersions(
  queries: Queries,
  workspaceId: string,
  ownRuleId: string,
): Promise<readonly OwnRuleVersion[]> {
  return queries.query<OwnRuleVersion>(
    `select ${VERSION} where v.workspace_id = $1 and v.own_rule_id = $2 order by v.version desc`,
    [workspaceId, ownRuleId],
  )
}

/** Changes of a workspace's rules take turns until the end of the transaction. */
export async function lockOwnRules(queries: Queries, workspaceId: string): Promise<void> {
  await queries.query("select pg_advisory_xact_lock(hashtextextended('own rules ' || $1::text, 0))", [workspaceId])
}

/** Version 1 makes the rule; a later one may give it another name. */
export async function writeOwnRule(
  queries: Queries,
  workspaceId: string,
  written: {
    readonly id: string
    readonly version: number
    readonly rule: OwnRule
    readonly by: By
    readonly at: string
  },
): Promise<void> {
  const { id, version, rule, by, at } = written
  await queries.query(
    `insert into own_rules (workspace_id, own_rule_id, name, created_at) values ($1, $2, $3, $4)
     on conflict (workspace_id, own_rule_id) do update set name = excluded.name`,
    [workspaceId, id, rule.id, at],
  )
  await queries.query(
    `insert into own_rule_versions (workspace_id, own_rule_id, version, body, by_kind, by_id, at)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7)`,
    [workspaceId, id, version, JSON.stringify(rule), by.kind, by.id, at],
  )
}

export async function removeOwnRule(queries: Queries, workspaceId: string, id: string, at: string): Promise<void> {
  await queries.query("update own_rules set removed_at = $3 where workspace_id = $1 and own_rule_id = $2", [
    workspaceId,
    id,
    at,
  ])
}
