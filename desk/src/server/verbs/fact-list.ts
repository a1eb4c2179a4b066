import { type Standing, confirmBefore, contradict, shownVersion, standingOf, versionOn } from "../../ledger/fact.ts"
import type { FactFilter } from "../../ledger/fact-filter.ts"
import { showValue } from "../../ledger/fact-value.ts"
import { notFound } from "../../ledger/error.ts"
import { countTold, listToldFacts } from "../database/assertions.ts"
import type { FactRow, FactVersionRow } from "../database/facts.ts"
import { listFacts, listFactsAbout, plainSubject, readFact } from "../database/facts.ts"
import { readSettings } from "../database/settings.ts"
import type { Actor, Desk } from "./desk.ts"

export type VersionView = Omit<FactVersionRow, "declinedAt"> & {
  readonly shown: string
  readonly declinedAt: string | null
}

export type FactView = Omit<FactRow, "versions" | "ownerMail"> & {
  readonly standing: Standing
  /** What holds, or is to hold next. */
  readonly current: VersionView
  /** The day before which it must be confirmed again. */
  readonly confirmBefore: string | null
  readonly toldTo: number
  /** Facts that say otherwise in the same scope. */
  readonly conflicts: readonly string[]
  /** Versions that wait to be approved. */
  readonly waiting: number
}

export type FactCounts = Readonly<Record<FactFilter, number>>

export type FactQuery = {
  readonly filter?: FactFilter | undefined
  readonly q?: string | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

export type FactList = {
  readonly items: readonly FactView[]
  readonly total: number
  readonly counts: FactCounts
  /** Facts that hold today. */
  readonly holding: number
  readonly day: string
}

const SOON_DAYS = 30 // what has to be confirmed within a month is shown as such
const LIMIT = 100

/** The Fact Book: what expires soonest first. */
export async function listFactViews(desk: Desk, actor: Actor, query: FactQuery): Promise<FactList> {
  const { workspaceId } = actor
  const { zone } = await readSettings(desk.database, workspaceId)
  const day = desk.now().toZonedDateTimeISO(zone).toPlainDate().toString()
  const soon = Temporal.PlainDate.from(day).add({ days: SOON_DAYS }).toString()
  const all = viewsOf(await listFacts(desk.database, workspaceId), { day, zone })
  const told = await listToldFacts(desk.database, workspaceId)
  const fits: Readonly<Record<FactFilter, (fact: FactView) => boolean>> = {
    all: ({ standing }) => standing !== "retired",
    check: (fact) => fact.standing !== "retired" && (endOf(fact) ?? "9999") <= soon,
    expired: ({ standing }) => standing === "expired",
    proposed: ({ waiting }) => waiting > 0,
    conflicting: ({ conflicts }) => conflicts.length > 0,
    "never-told": ({ id, standing }) => standing !== "retired" && !told.has(id),
    retired: ({ standing }) => standing === "retired",
  }
  const found = all.filter((fact) => fits[query.filter ?? "all"](fact) && matches(fact, query.q ?? ""))
  const { offset = 0, limit = LIMIT } = query
  const page = found.toSorted(byEnd).slice(offset, offset + limit)
  const holding = all.filter(({ standing }) => standing === "in-force" || standing === "stale").length
  const items = await withTold(desk, workspaceId, page)
  return { items, total: found.length, counts: countsOf(all, fits), holding, day }
}

/** One fact, with all its versions. `not_found` when there is none. */
export async function readFactView(
  desk: Desk,
  actor: Actor,
  factId: string,
): Promise<FactView & { readonly versions: readonly VersionView[] }> {
  const fact = await readFact(desk.database, actor.workspaceId, factId)
  if (fact === null) throw notFound("fact")
  const { zone } = await readSettings(desk.database, actor.workspaceId)
  const day = desk.now().toZonedDateTimeISO(zone).toPlainDate().toString()
  const shown = shownVersion(fact.versions, day) ?? fact.versions[0]
  const near = await listFactsAbout(desk.database, actor.workspaceId, shown?.subject ?? "") // it may contradict only these
  const views = viewsOf(near, { day, zone })
  const [view] = await withTold(
    desk,
    actor.workspaceId,
    views.filter(({ id }) => id === factId),
  )
  if (view === undefined) throw notFound("fact")
  return { ...view, versions: fact.versions.map(versionView) }
}

type Today = { readonly day: string; readonly zone: string }

function viewsOf(facts: readonly FactRow[], today: Today): readonly FactView[] {
  const held = facts
    .filter(({ retiredAt }) => retiredAt === null)
    .map((fact) => ({ id: fact.id, now: versionOn(fact.versions, today.day) }))
  const bySubject = Map.groupBy(held, ({ now }) => plainSubject(now?.subject ?? ""))
  return facts.flatMap((fact) => {
    const { versions, ownerMail: _mail, ...head } = fact
    const shown = shownVersion(versions, today.day) ?? versions[0]
    if (shown === undefined) return []
    const near = bySubject.get(plainSubject(shown.subject)) ?? []
    const conflicts = near.flatMap(({ id, now }) =>
      id !== fact.id && now !== null && fact.retiredAt === null && contradict(shown, now) ? [id] : [],
    )
    return [
      {
        ...head,
        standing: standingOf(fact, versions, today),
        current: versionView(shown),
        confirmBefore: confirmBefore(fact, today.zone),
        toldTo: 0,
        conflicts,
        waiting: versions.filter(({ approvedAt, declinedAt }) => approvedAt === null && declinedAt === null).length,
      },
    ]
  })
}

function versionView(version: FactVersionRow): VersionView {
  return { ...version, shown: showValue(version) }
}

async function withTold(desk: Desk, workspaceId: string, facts: readonly FactView[]): Promise<readonly FactView[]> {
  const told = await countTold(
    desk.database,
    workspaceId,
    facts.map(({ id }) => id),
  )
  return facts.map((fact) => ({ ...fact, toldTo: told.get(fact.id) ?? 0 }))
}

/** The day on which it stops to be sure: it expires, or must be confirmed again. */
function endOf({ current, confirmBefore: before }: FactView): string | null {
  const [first] = [current.validUntil, before].filter((day) => day !== null).toSorted()
  return first ?? null
}

function byEnd(one: FactView, other: FactView): number {
  const key = (fact: FactView) =>
    [endOf(fact) ?? "9999", fact.current.subject.toLowerCase(), fact.current.attribute, fact.id].join("\n")
  const [first, second] = [key(one), key(other)]
  return first < second ? -1 : first > second ? 1 : 0
}

function matches({ current, name }: FactView, typed: string): boolean {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
  if (words.length === 0) return true
  const { subject, aliases, attribute, shown, statement, source } = current
  const text = [name, subject, ...aliases, attribute, shown, statement, source.name].join(" ").toLowerCase()
  return words.every((word) => text.includes(word))
}

function countsOf(
  all: readonly FactView[],
  fits: Readonly<Record<FactFilter, (fact: FactView) => boolean>>,
): FactCounts {
  const count = (filter: FactFilter) => all.filter(fits[filter]).length
  return {
    all: count("all"),
    check: count("check"),
    expired: count("expired"),
    proposed: count("proposed"),
    conflicting: count("conflicting"),
    "never-told": count("never-told"),
    retired: count("retired"),
  }
}
