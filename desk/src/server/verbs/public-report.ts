import { type Leaf, type LogLeaf, leafBytes, logLeafBytes } from "../../ledger/checkpoint.ts"
import { rangeProof } from "../../ledger/merkle-range.ts"
import { type HashBytes, leafHash } from "../../ledger/merkle.ts"
import type { PublicRecord } from "../../ledger/public-record.ts"
import type { CountedPromise } from "../../ledger/counted-promise.ts"
import { behindFigure } from "../../ledger/trust-report.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import { listLeavesOf, listLogLeavesOf, readNewestCheckpoint } from "../database/checkpoints.ts"
import { type PublicWorkspace, findPublicWorkspace, listCounted } from "../database/trust-report.ts"
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

/** Every promise that the rate counts, sealed as the newest checkpoint has it, and the proof that it stands in there. */
export async function readPublicRecord(desk: Desk, report: PublicReport, hash: HashBytes): Promise<PublicRecord> {
  const { workspace, from, until } = report
  const counted: readonly CountedPromise[] = await listCounted(desk.database, workspace.id, { from, until })
  const period = {
    from: Temporal.Instant.from(from).epochMilliseconds,
    until: Temporal.Instant.from(until).epochMilliseconds,
    now: desk.now().epochMilliseconds,
  }
  const closed = behindFigure(counted, { kind: "closed" }, period, calendarOf(workspace.settings))
  const checkpoint = await readNewestCheckpoint(desk.database)
  const leaves = checkpoint === null ? [] : await listLeavesOf(desk.database, checkpoint.number)
  const logs = checkpoint === null ? [] : await listLogLeavesOf(desk.database, checkpoint.number)
  const sealed = new Map(
    leaves.filter(({ workspaceId }) => workspaceId === workspace.id).map((leaf) => [leaf.promiseId, leaf]),
  )
  return {
    promises: closed.map(({ id, outcome, deed }) => {
      const leaf = sealed.get(id)
      return { promise: id, outcome, deed, sealed: leaf === undefined ? null : { entries: leaf.seq, hash: leaf.hash } }
    }),
    checkpoint,
    proof: proofOf(leaves, logs, workspace.id, hash),
  }
}

/** Promises of a workspace stand side by side in the tree, because it is in the order of their keys; logs stand behind them. */
function proofOf(
  leaves: readonly Leaf[],
  logs: readonly LogLeaf[],
  workspaceId: string,
  hash: HashBytes,
): PublicRecord["proof"] {
  const start = leaves.findIndex((leaf) => leaf.workspaceId === workspaceId)
  if (start < 0) return null
  const length = leaves.filter((leaf) => leaf.workspaceId === workspaceId).length
  const hashes = [...leaves.map(leafBytes), ...logs.map(logLeafBytes)].map((bytes) => leafHash(bytes, hash))
  const { size, beside } = rangeProof(hashes, { start, length }, hash)
  const hex = (bytes: readonly Uint8Array[]) => bytes.map((each) => each.toHex())
  return { workspaceId, size, start, leaves: hex(hashes.slice(start, start + length)), beside: hex(beside) }
}

function lastYear(now: Temporal.Instant, zone: string): { readonly from: string; readonly until: string } {
  const midnight = now.toZonedDateTimeISO(zone).startOfDay()
  return { from: midnight.subtract({ years: 1 }).toInstant().toString(), until: midnight.toInstant().toString() }
}
