import { dueBeforeAmong, type DueBefore } from "../../ledger/due-before.ts"
import { notFound } from "../../ledger/error.ts"
import { type Weighing, weigh } from "../../ledger/honest-date.ts"
import { type CaseOfDeed, caseOf } from "../../ledger/record-of-deed.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import type { Calendar } from "aboveboard-engine"
import type { Queries } from "../database/database.ts"
import { readMember } from "../database/members.ts"
import {
  type BurdenRow,
  type OpenRow,
  type RecordRow,
  listBurdens,
  listNextDue,
  listRecord,
  readOwed,
} from "../database/record-of-deed.ts"
import { readSettings } from "../database/settings.ts"
import type { Actor, Desk } from "./desk.ts"

/** A weighing as the API answers it. */
export type WeighingView = Omit<Weighing, "doneBy" | "honest"> & {
  readonly doneBy: string | null
  readonly honest: string | null
}

export type WeighingAsked = {
  readonly ownerId: string
  readonly deed: string
  readonly dueUntil: string
  /** The promise that gets this due as a new date. */
  readonly promiseId?: string | undefined
}

/** Whether a promise is likely to be kept, before it is made. Nothing is stored. `not_found`: the owner, or the promise. */
export async function weighPromise(desk: Desk, actor: Actor, asked: WeighingAsked): Promise<WeighingView> {
  const { database } = desk
  const { workspaceId } = actor
  if ((await readMember(database, workspaceId, asked.ownerId)) === null) throw notFound("member")
  const open = asked.promiseId === undefined ? null : await readOwed(database, workspaceId, asked.promiseId)
  if (asked.promiseId !== undefined && open === null) throw notFound("promise")
  const { ownerId, deed, dueUntil } = asked
  const scales = await scalesFor(desk, workspaceId, [{ ownerId, deed }])
  return scales(open === null ? { ownerId, deed, dueUntil, open: null } : { ownerId, deed, dueUntil, open })
}

const NEXT_MAX = 50 // promises; what is due later is weighed when it comes nearer

/** The weighing of each of the next promises due, for Today. */
export async function weighNextDue(
  desk: Desk,
  actor: Actor,
): Promise<readonly (WeighingView & { readonly promiseId: string })[]> {
  const { workspaceId } = actor
  const next = await listNextDue(desk.database, workspaceId, { now: desk.now().toString(), most: NEXT_MAX })
  if (next.length === 0) return []
  const scales = await scalesFor(desk, workspaceId, next)
  return next.map((open) => ({ promiseId: open.promiseId, ...scales({ ...open, open }) }))
}

type OnScales = {
  readonly ownerId: string | null
  readonly deed: string
  readonly dueUntil: string
  readonly open: OpenRow | null
}

const RECORD_MAX = 200 // promises of a deed; more would reach further back than the team still works like that
const BURDENS_MAX = 5_000 // promises, of all owners together

/** Reads what these are weighed with, once for all of them. */
async function scalesFor(
  { database, now: clock }: Desk,
  workspaceId: string,
  asked: readonly { readonly ownerId: string | null; readonly deed: string }[],
): Promise<(on: OnScales) => WeighingView> {
  const now = clock()
  const calendar = calendarOf(await readSettings(database, workspaceId))
  const deeds = [...new Set(asked.map(({ deed }) => deed))]
  const rows = await listRecord(database, workspaceId, deeds, RECORD_MAX)
  const ownerIds = [...new Set([...asked, ...rows].flatMap(({ ownerId }) => ownerId ?? []))]
  const most = Math.ceil(BURDENS_MAX / Math.max(1, ownerIds.length))
  const burdens = await burdensOf(database, workspaceId, { rows, ownerIds, most, now })
  const load = dueBeforeAmong(burdens)
  const known = rows.filter(isLoadKnown(burdens, most))
  const records = Map.groupBy(
    known.map((row) => ({ deed: row.deed, each: caseOfRow(row, load, { now, calendar }) })),
    ({ deed }) => deed,
  )
  return (on) =>
    shown(
      weighOn(
        on,
        (records.get(on.deed) ?? []).map(({ each }) => each),
        { load, now, calendar },
      ),
    )
}

function burdensOf(
  queries: Queries,
  workspaceId: string,
  of: { rows: readonly RecordRow[]; ownerIds: readonly string[]; most: number; now: Temporal.Instant },
): Promise<readonly BurdenRow[]> {
  const first = Math.min(of.now.epochMilliseconds, ...of.rows.map(({ begunAt }) => millisecondsOf(begunAt)))
  const since = Temporal.Instant.fromEpochMilliseconds(first).toString()
  return listBurdens(queries, workspaceId, { ownerIds: of.ownerIds, since, most: of.most })
}

/** A case from before the settled promises that were read is left out: what was due before it is not known. */
function isLoadKnown(burdens: readonly BurdenRow[], most: number): (row: RecordRow) => boolean {
  const settled = Map.groupBy(
    burdens.filter(({ settledAt }) => settledAt !== null),
    ({ ownerId }) => ownerId,
  )
  const since = new Map(
    [...settled].map(([ownerId, each]) => [
      ownerId,
      each.length < most ? -Infinity : Math.min(...each.map(({ settledAt }) => millisecondsOf(settledAt ?? ""))),
    ]),
  )
  return ({ ownerId, begunAt }) => millisecondsOf(begunAt) >= (since.get(ownerId) ?? -Infinity)
}

type Time = { readonly now: Temporal.Instant; readonly calendar: Calendar }

function caseOfRow(row: RecordRow, load: DueBefore, time: Time): CaseOfDeed {
  const promise = {
    ownerId: row.ownerId,
    begunAt: Temporal.Instant.from(row.begunAt),
    dueUntil: Temporal.Instant.from(row.dueUntil),
    endedAt: row.endedAt === null ? null : Temporal.Instant.from(row.endedAt),
    kept: row.kept,
  }
  return caseOf(promise, dueBeforeAt(load, row), time)
}

/** How many were due before a promise when it was said. */
function dueBeforeAt(load: DueBefore, { ownerId, promiseId, begunAt, dueUntil }: OpenRow): number {
  return load.count({ ownerId, promiseId, at: millisecondsOf(begunAt), due: millisecondsOf(dueUntil) })
}

function weighOn(
  on: OnScales,
  record: readonly CaseOfDeed[],
  { load, now, calendar }: Time & { load: DueBefore },
): Weighing {
  const { ownerId, open } = on
  const owed = { ownerId, promiseId: open?.promiseId ?? null, at: now.epochMilliseconds }
  const said =
    open === null
      ? null
      : { at: Temporal.Instant.from(open.begunAt), dueBefore: dueBeforeAt(load, { ...open, ownerId }) }
  return weigh({ now, calendar, due: Temporal.Instant.from(on.dueUntil), dues: load.dues(owed), record, said })
}

function shown({ doneBy, honest, ...sum }: Weighing): WeighingView {
  return { ...sum, doneBy: doneBy?.toString() ?? null, honest: honest?.toString() ?? null }
}

function millisecondsOf(at: string): number {
  return Temporal.Instant.from(at).epochMilliseconds
}
