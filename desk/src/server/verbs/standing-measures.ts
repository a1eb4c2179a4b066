import { addWorkingTime } from "aboveboard-engine"
import {
  type Measure,
  type Measured,
  type StandingVersion,
  overlap,
  withValidity,
} from "../../ledger/standing-promise.ts"
import type { MeasuredVersion } from "../../ledger/standing-promise.ts"
import { shareOf } from "../../ledger/wilson.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import { readSettings } from "../database/settings.ts"
import { countKept, countTold, listFirstAnswers } from "../database/standing-promises.ts"
import type { Desk } from "./desk.ts"

type Span = { readonly from: string; readonly until: string }

/** What the record shows of each version, over the days of the period on which it held. */
export async function measuredVersions(
  desk: Desk,
  workspaceId: string,
  versions: readonly StandingVersion[],
  period: Span,
): Promise<readonly MeasuredVersion[]> {
  const measured: MeasuredVersion[] = []
  for (const version of withValidity(versions, null)) {
    const span = overlap(version, period)
    measured.push({ ...version, measured: await measuredIn(desk, workspaceId, version.measure, span) })
  }
  return measured
}

async function measuredIn(desk: Desk, workspaceId: string, measure: Measure, span: Span | null): Promise<Measured> {
  if (measure.kind === "none") return { kind: "none" }
  if (span === null) return { kind: "outside" }
  const { count, n } = await counted(desk, workspaceId, measure, span)
  return { kind: "share", ...span, share: shareOf(count, n) }
}

type Counted = { readonly count: number; readonly n: number }

async function counted(
  desk: Desk,
  workspaceId: string,
  measure: Exclude<Measure, { kind: "none" }>,
  span: Span,
): Promise<Counted> {
  switch (measure.kind) {
    case "first-answer":
      return firstAnswers(desk, workspaceId, measure.minutes, span)
    case "kept-in-time": {
      const { kept, n } = await countKept(desk.database, workspaceId, { ...span, deed: measure.deed })
      return { count: kept, n }
    }
    case "told-before-late": {
      const now = desk.now().toString()
      const { told, n } = await countTold(desk.database, workspaceId, { ...span, deed: measure.deed, now })
      return { count: told, n }
    }
  }
}

/** By the working hours of today: what they were in the past is not known. */
async function firstAnswers(desk: Desk, workspaceId: string, minutes: number, span: Span): Promise<Counted> {
  const calendar = calendarOf(await readSettings(desk.database, workspaceId))
  const now = desk.now().epochMilliseconds
  let [count, n] = [0, 0]
  for (const { began, answered } of await listFirstAnswers(desk.database, workspaceId, span)) {
    // Working time passes no faster than the clock: most answers are told in time without the calendar.
    if (answered !== null && answered - began <= minutes * 60_000) {
      n += 1
      count += 1
      continue
    }
    const until = addWorkingTime(calendar, Temporal.Instant.fromEpochMilliseconds(Math.round(began)), minutes)
    const limit = until?.epochMilliseconds ?? Infinity
    if (answered === null && limit > now) continue
    n += 1
    if (answered !== null && answered <= limit) count += 1
  }
  return { count, n }
}
