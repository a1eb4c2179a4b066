import { conflict } from "../../ledger/error.ts"
import { type RetentionKind, before } from "../../ledger/retention.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import * as rows from "../database/retention.ts"
import { readSettings } from "../database/settings.ts"
import { type Actor, type Desk, assertRole, commit, deskActor, step } from "./desk.ts"
import { eraseGoing, eraseTexts, erasingOf, lockGoing } from "./erase-customer.ts"
import { findHoldOn, lockHolds } from "../database/legal-holds.ts"
import { log } from "./settings-log.ts"

/** The rules that are on, and what their runs did. */
export async function readRetention(
  { database }: Desk,
  actor: Actor,
): Promise<{ readonly rules: readonly rows.RetentionRule[]; readonly runs: readonly rows.RunRow[] }> {
  assertRole(actor, "admin")
  const { workspaceId } = actor
  return { rules: await rows.listRules(database, workspaceId), runs: await rows.listRuns(database, workspaceId) }
}

export type Asked = { readonly kind: RetentionKind; readonly months: number }

/** What a rule would erase if it were on now: how many, the oldest, and what a legal hold keeps. */
export async function previewRetention(desk: Desk, actor: Actor, asked: Asked): Promise<rows.Preview> {
  assertRole(actor, "admin")
  return preview(desk.database, desk, actor.workspaceId, asked)
}

async function preview(queries: Queries, desk: Desk, workspaceId: string, { kind, months }: Asked) {
  const { zone } = await readSettings(queries, workspaceId)
  return rows.readPreview(queries, workspaceId, kind, before(desk.now(), months, zone))
}

/**
 * Switches a rule on, or off with null. On: only with the number that its preview gave; `conflict` where it is another by now,
 * so that nobody switches on what they have not seen.
 */
export async function changeRetention(
  desk: Desk,
  actor: Actor,
  {
    kind,
    months,
    count,
  }: { readonly kind: RetentionKind; readonly months: number | null; readonly count?: number | undefined },
): Promise<void> {
  assertRole(actor, "admin")
  const { workspaceId, by } = actor
  await commit(desk, async (queries) => {
    if (months !== null) {
      const now = await preview(queries, desk, workspaceId, { kind, months })
      if (now.count !== count)
        throw conflict(`It would erase ${now.count} now. Look at the preview again, and switch it on with that number.`)
    }
    const known = (await rows.listRules(queries, workspaceId)).find((rule) => rule.kind === kind)
    const at = desk.now().toString()
    await rows.writeRule(queries, workspaceId, { kind, months }, { id: by.id, at })
    const was = { [kind]: known?.months ?? null }
    await log(queries, desk, actor, { kind: "retention-changed", before: was, after: { [kind]: months } })
    await insertChange(queries, { workspaceId, kind: "workspace", id: workspaceId, at })
  })
}

const BATCH = 20 // conversations or customers; other work gets its turn between batches
const EVERY_HOURS = 24

/**
 * Erases the next batch of the rule whose turn it is, in one transaction, and says when the next is due: at once while there is
 * more, otherwise in a day. A step of the loop; false when no rule is due.
 */
export async function retainOnce(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const now = desk.now()
    const rule = await rows.claimRule(queries, now.toString())
    if (rule === null) return false
    const { workspaceId, kind, months, passedOver } = rule
    await lockHolds(queries, workspaceId) // a hold that is set now waits, or is seen
    const { zone } = await readSettings(queries, workspaceId)
    const until = before(now, months, zone)
    const { erased, isOver, without } = await eraseBatch(queries, desk, { workspaceId, kind, until }, passedOver)
    const next = isOver ? now.add({ hours: EVERY_HOURS }) : now
    const passed = isOver ? [] : without
    await rows.setRuleNext(queries, workspaceId, kind, { nextAt: next.toString(), passedOver: passed })
    const run = { id: desk.newId(), kind, months, erased }
    await rows.noteRun(queries, workspaceId, run, { at: now.toString(), isOver })
    return true
  })
}

type Old = { readonly workspaceId: string; readonly kind: RetentionKind; readonly until: string }

/**
 * What stays, because something of it came meanwhile or a mail that names it is under a legal hold, does not hold up the rest, and is
 * not tried again by the batches after this one.
 */
async function eraseBatch(
  queries: Queries,
  desk: Desk,
  old: Old,
  passedOver: readonly string[],
): Promise<{ readonly erased: number; readonly isOver: boolean; readonly without: readonly string[] }> {
  const { workspaceId, kind, until } = old
  const without = [...passedOver]
  for (;;) {
    const ids = await rows.listToErase(queries, workspaceId, kind, { before: until, limit: BATCH, without })
    let erased = 0
    for (const id of ids) {
      if (await eraseOne(queries, desk, id, old)) erased += 1
      else without.push(id)
    }
    const isOver = ids.length < BATCH
    if (erased > 0 || isOver) return { erased, isOver, without }
  }
}

/** False when it stays. */
async function eraseOne(queries: Queries, desk: Desk, id: string, { workspaceId, kind, until }: Old): Promise<boolean> {
  if (kind === "texts") {
    const traces = await rows.lockOldConversation(queries, workspaceId, id, until)
    if (traces !== null) await eraseTexts(queries, desk, traces)
    return traces !== null
  }
  const going = await lockGoing(queries, workspaceId, id)
  if (going === null || !(await rows.isOldCustomer(queries, workspaceId, id, until))) return false
  if ((await findHoldOn(queries, workspaceId, erasingOf(going))) !== null) return false
  await eraseGoing(queries, desk, deskActor(workspaceId), id, going)
  return true
}
