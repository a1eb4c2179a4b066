import { writeCsv } from "../../ledger/csv.ts"
import { GENESIS, type Digest } from "../../ledger/chain.ts"
import { type LogEntry, type LogKind, type Values, differences, logHash } from "../../ledger/settings-log.ts"
import type { By } from "../../ledger/entry.ts"
import type { Queries } from "../database/database.ts"
import { listMemberships } from "../database/members.ts"
import {
  type LogFilter,
  type LogView,
  insertLogEntry,
  listLog,
  lockLastLogEntry,
  walkLog,
} from "../database/settings-log.ts"
import type { LogCheck } from "./check-log.ts"
import { type Actor, type Desk, assertRole } from "./desk.ts"

export type Logged = {
  readonly kind: LogKind
  readonly subjectId?: string | null
  readonly before?: Values
  readonly after?: Values
}

/** Appends to the log of settings and access, in the transaction of what it tells of. Nothing where nothing differs from before. */
export async function log(queries: Queries, desk: Desk, actor: Actor, logged: Logged): Promise<void> {
  const given = { before: logged.before ?? {}, after: logged.after ?? {} }
  const changed = differences(given.before, given.after)
  if (logged.before !== undefined && Object.keys(changed.after).length === 0) return
  const last = await lockLastLogEntry(queries, actor.workspaceId)
  const entry: LogEntry = {
    workspaceId: actor.workspaceId,
    seq: (last?.seq ?? 0) + 1,
    at: desk.now().round("millisecond").toString(),
    by: actor.by,
    kind: logged.kind,
    subjectId: logged.subjectId ?? null,
    ...(logged.before === undefined ? given : changed),
  }
  const previousHash = last?.hash ?? GENESIS
  await insertLogEntry(queries, { ...entry, previousHash, hash: logHash(entry, previousHash, desk.digest) })
}

/** What somebody did to their own way in, told in each real workspace that they are a member of. */
export async function logOwn(desk: Desk, userId: string, kind: LogKind, after: Values = {}): Promise<void> {
  await desk.database.transaction((queries) =>
    logEverywhere(queries, desk, userId, (memberId) => ({ kind: "member", id: memberId }), { kind, after }),
  )
}

/** What whoever runs the desk did to somebody's way in. */
export function logByOperator(queries: Queries, desk: Desk, userId: string, kind: LogKind): Promise<void> {
  return logEverywhere(queries, desk, userId, () => ({ kind: "desk", id: null }), { kind, after: { by: "operator" } })
}

async function logEverywhere(
  queries: Queries,
  desk: Desk,
  userId: string,
  byOf: (memberId: string) => By,
  logged: Logged,
): Promise<void> {
  for (const { workspace, memberId, role } of await listMemberships(queries, userId)) {
    if (workspace.kind !== "real") continue
    const actor: Actor = { workspaceId: workspace.id, by: byOf(memberId), role }
    await log(queries, desk, actor, { ...logged, subjectId: memberId })
  }
}

const PAGE = 50
const CSV_ROWS_MAX = 100_000

export async function readLog(
  desk: Desk,
  actor: Actor,
  filter: LogFilter,
): Promise<{ readonly items: readonly LogView[]; readonly next: string | null }> {
  assertRole(actor, "admin")
  const rows = await listLog(desk.database, actor.workspaceId, filter, PAGE + 1)
  const items = rows.slice(0, PAGE)
  return { items, next: rows.length > PAGE ? String(items.at(-1)?.seq ?? "") : null }
}

export async function logAsCsv(desk: Desk, actor: Actor, filter: LogFilter): Promise<string> {
  assertRole(actor, "admin")
  const rows = await listLog(desk.database, actor.workspaceId, filter, CSV_ROWS_MAX)
  const head = ["number", "at", "by", "what", "about", "before", "after", "hash"]
  return writeCsv([
    head,
    ...rows.map((row) => [
      String(row.seq),
      row.at,
      row.byName ?? row.by.kind,
      row.kind,
      row.subjectName ?? row.subjectId ?? "",
      JSON.stringify(row.before),
      JSON.stringify(row.after),
      row.hash,
    ]),
  ])
}

/** What does not hold in the logs of all workspaces, a sentence each; `check` sees every entry. */
export async function logProblems(queries: Queries, digest: Digest, check: LogCheck): Promise<readonly string[]> {
  const problems: string[] = []
  let previous = { workspaceId: "", seq: 0, hash: GENESIS }
  for await (const { previousHash, hash, ...entry } of walkLog(queries)) {
    const { workspaceId, seq } = entry
    if (workspaceId !== previous.workspaceId) previous = { workspaceId, seq: 0, hash: GENESIS }
    const follows = seq === previous.seq + 1 && previousHash === previous.hash
    if (!follows || hash !== logHash(entry, previousHash, digest)) {
      problems.push(`The log of settings of workspace ${workspaceId} does not follow at number ${seq}.`)
    }
    previous = { workspaceId, seq, hash }
    problems.push(...check.look({ ...entry, hash }))
  }
  return [...problems, ...check.end()]
}
