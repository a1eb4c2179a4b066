import { type CountedPromise, type Outcome, behindFigure } from "../../ledger/trust-report.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import { readNewestCheckpoint } from "../database/checkpoints.ts"
import { type PublicWorkspace, findPublicWorkspace, listCounted, listLastHashes } from "../database/trust-report.ts"
import type { SignedCheckpoint } from "../../ledger/checkpoint.ts"
import type { Desk } from "./desk.ts"
import { type TrustReport, readTrustReport } from "./trust-report.ts"

export type PublicReport = {
  readonly workspace: PublicWorkspace
  readonly from: string
  readonly until: string
  readonly figures: TrustReport
}

/** The last twelve months, until the last midnight of the workspace's zone. Null unless an admin has made it public. */
export async function readPublicReport(desk: Desk, slug: string): Promise<PublicReport | null> {
  const workspace = await findPublicWorkspace(desk.database, slug)
  if (workspace === null) return null
  const { from, until } = lastYear(desk.now(), workspace.settings.zone)
  return { workspace, from, until, figures: await readTrustReport(desk, workspace.id, { from, until }) }
}

/** A closed promise without words and names: its outcome, and the last hash of its chain. */
export type PublicPromise = {
  readonly promise: string
  readonly outcome: Outcome
  readonly deed: string
  readonly entries: number
  readonly hash: string
}

export type PublicRecord = {
  readonly promises: readonly PublicPromise[]
  readonly checkpoint: SignedCheckpoint | null
}

/** Every promise that the rate counts, with the hash that the daily checkpoints cover, and the newest checkpoint. */
export async function readPublicRecord(desk: Desk, report: PublicReport): Promise<PublicRecord> {
  const { workspace, from, until } = report
  const counted: readonly CountedPromise[] = await listCounted(desk.database, workspace.id, { from, until })
  const period = {
    from: Temporal.Instant.from(from).epochMilliseconds,
    until: Temporal.Instant.from(until).epochMilliseconds,
    now: desk.now().epochMilliseconds,
  }
  const closed = behindFigure(counted, { kind: "closed" }, period, calendarOf(workspace.settings))
  const last = new Map(
    (
      await listLastHashes(
        desk.database,
        workspace.id,
        closed.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  return {
    promises: closed.map(({ id, outcome, deed }) => ({
      promise: id,
      outcome,
      deed,
      entries: last.get(id)?.seq ?? 0,
      hash: last.get(id)?.hash ?? "",
    })),
    checkpoint: await readNewestCheckpoint(desk.database),
  }
}

function lastYear(now: Temporal.Instant, zone: string): { readonly from: string; readonly until: string } {
  const midnight = now.toZonedDateTimeISO(zone).startOfDay()
  return { from: midnight.subtract({ years: 1 }).toInstant().toString(), until: midnight.toInstant().toString() }
}
