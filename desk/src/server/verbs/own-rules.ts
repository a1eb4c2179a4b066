import { ownRulesIn, readOwnRule } from "aboveboard"
import type { OwnRule } from "aboveboard-engine"
import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { ownRuleRefusal } from "../../ledger/own-rule.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { stampBook } from "../database/fact-books.ts"
import * as rows from "../database/own-rules.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"
import { recheckReplies } from "./saved-replies.ts"
import { log } from "./settings-log.ts"

export type OwnRuleWithVersions = rows.OwnRuleRow & { readonly versions: readonly rows.OwnRuleVersion[] }

/** A rule with all its versions. `not_found` when there is none, or it was removed. */
export async function readOwnRuleOf(desk: Desk, { workspaceId }: Actor, id: string): Promise<OwnRuleWithVersions> {
  const row = (await rows.listOwnRules(desk.database, workspaceId)).find((each) => each.id === id)
  if (row === undefined) throw notFound("rule")
  return { ...row, versions: await rows.listOwnRuleVersions(desk.database, workspaceId, id) }
}

/** Writes a rule of the team's own; from now on it reads drafts and documents. `invalid` with everything that is wrong in it. */
export async function addOwnRule(desk: Desk, actor: Actor, rule: OwnRule): Promise<string> {
  return change(desk, actor, async (queries, known) => {
    assertSound(rule, known)
    const id = desk.newId()
    await write(queries, desk, actor, { id, version: 1, rule, before: null })
    return id
  })
}

/**
 * Another version of a rule; the one before it stays in the record. `version` is the one that was read: `conflict` where it is not
 * the newest, so that nobody replaces what they have not seen.
 */
export async function changeOwnRule(
  desk: Desk,
  actor: Actor,
  id: string,
  { rule, version }: { readonly rule: OwnRule; readonly version: number },
): Promise<void> {
  await change(desk, actor, async (queries, known) => {
    const before = known.find((each) => each.id === id)
    if (before === undefined) throw notFound("rule")
    if (before.version !== version)
      throw conflict(
        `${before.by ?? "Somebody"} saved version ${before.version} meanwhile, and you read version ${version}. Look at theirs, and save again with what is to hold.`,
      )
    assertSound(
      rule,
      known.filter((each) => each !== before),
    )
    await write(queries, desk, actor, { id, version: before.version + 1, rule, before: before.rule })
  })
}

/** The rule finds nothing any more; what it was stays in the record. */
export async function removeOwnRule(desk: Desk, actor: Actor, id: string): Promise<void> {
  await change(desk, actor, async (queries, known) => {
    const before = known.find((each) => each.id === id)
    if (before === undefined) throw notFound("rule")
    await rows.removeOwnRule(queries, actor.workspaceId, id, desk.now().toString())
    await log(queries, desk, actor, { kind: "own-rule-removed", subjectId: id, after: { ...before.rule } })
  })
}

export type Imported = { readonly added: number; readonly changed: number; readonly same: number }

/**
 * Takes the rules of an aboveboard.config, all or none: new ones are added, those of the same id changed, and none removed.
 * `invalid` with every mistake of the file.
 */
export async function importOwnRules(desk: Desk, actor: Actor, text: string): Promise<Imported> {
  const read = ownRulesIn(text)
  if (read.problems.length > 0) throw invalid(read.problems.join("\n"), "text")
  if (read.rules.length === 0) throw invalid("The file has no rules of its own: a list under “rules:”.", "text")
  const rules = read.rules.map(asOwnRule)
  return change(desk, actor, async (queries, known) => {
    const counts = { added: 0, changed: 0, same: 0 }
    const current = new Map(known.map((row) => [row.rule.id, row]))
    for (const rule of rules) {
      const row = current.get(rule.id)
      const others = [...current.values()].filter((each) => each !== row)
      assertSound(rule, others)
      const id = row?.id ?? desk.newId()
      const version = (row?.version ?? 0) + 1
      const isSame = row !== undefined && JSON.stringify(asOwnRule(row.rule)) === JSON.stringify(rule)
      if (!isSame) await write(queries, desk, actor, { id, version, rule, before: row?.rule ?? null })
      counts[isSame ? "same" : row === undefined ? "added" : "changed"] += 1
      current.set(rule.id, { id, version, rule, by: null, at: desk.now().toString() })
    }
    return counts
  })
}

/** The rules as the file that `aboveboard check` reads. */
export async function ownRulesAsConfig(desk: Desk, { workspaceId }: Actor): Promise<string> {
  const rules = (await rows.listOwnRules(desk.database, workspaceId)).map(({ rule }) => asOwnRule(rule))
  return `${JSON.stringify({ rules }, null, 2)}\n`
}

type Written = {
  readonly id: string
  readonly version: number
  readonly rule: OwnRule
  readonly before: OwnRule | null
}

async function write(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { id, version, rule, before }: Written,
): Promise<void> {
  const at = desk.now().toString()
  await rows.writeOwnRule(queries, actor.workspaceId, { id, version, rule, by: actor.by, at })
  const kind = before === null ? "own-rule-added" : "own-rule-changed"
  const was = before === null ? {} : { before: { ...before } }
  await log(queries, desk, actor, { kind, subjectId: id, ...was, after: { ...rule } })
}

/** One change after another. The review's book is another one then, so that drafts, bots and saved replies are read by it. */
async function change<T>(
  desk: Desk,
  actor: Actor,
  work: (queries: Queries, known: readonly rows.OwnRuleRow[]) => Promise<T>,
): Promise<T> {
  assertRole(actor, "admin")
  const { workspaceId } = actor
  return commit(desk, async (queries) => {
    await rows.lockOwnRules(queries, workspaceId)
    const done = await work(queries, await rows.listOwnRules(queries, workspaceId))
    const at = desk.now().toString()
    await stampBook(queries, workspaceId, desk.newId(), at)
    await recheckReplies(queries, desk, actor)
    await insertChange(queries, { workspaceId, kind: "fact", id: workspaceId, at })
    return done
  })
}

/** The same code as `aboveboard check` says whether it is one; besides, it may not pass for a rule of the program. */
function assertSound(rule: OwnRule, others: readonly rows.OwnRuleRow[]): void {
  const problems: string[] = []
  readOwnRule(rule, problems)
  if (problems.length > 0) throw invalid(problems.map((each) => each.replace(/^rules: /, "")).join("\n"), "rule")
  const refusal = ownRuleRefusal(
    rule,
    others.map((each) => each.rule),
  )
  if (refusal !== null) throw conflict(refusal)
}

/** Of what a file has, what a rule is made of, in one order. The file was checked before. */
function asOwnRule(value: unknown): OwnRule {
  const given: Readonly<Record<string, unknown>> = Object(value)
  const text = (name: string) => (typeof given[name] === "string" && given[name] !== "" ? { [name]: given[name] } : {})
  const list = (name: string) =>
    Array.isArray(given[name]) && given[name].length > 0 ? { [name]: given[name].map(String) } : {}
  const severity = (["remark", "confirm", "hold"] as const).find((each) => each === given["severity"])
  return {
    id: String(given["id"]),
    why: String(given["why"]),
    ...text("instead"),
    ...text("source"),
    ...(severity === undefined ? {} : { severity }),
    ...list("channels"),
    ...list("phrases"),
    ...text("pattern"),
    finds: [],
    leaves: [],
    ...list("finds"),
    ...list("leaves"),
  }
}
