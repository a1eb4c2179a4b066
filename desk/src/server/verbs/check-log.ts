import { type SignedCheckpoint, logLeafBytes } from "../../ledger/checkpoint.ts"
import { leafHash } from "../../ledger/merkle.ts"
import type { StoredLogLeaf } from "../database/checkpoints.ts"
import type { StoredLogEntry } from "../database/settings-log.ts"
import { type Seals, type StatePart, joinedBytes } from "./check-checkpoints.ts"

export type LogCheck = {
  /** Called for every entry of every log, each workspace's in their order. */
  look(entry: Pick<StoredLogEntry, "workspaceId" | "seq" | "at" | "hash">): readonly string[]
  /** Called after the last. */
  end(): readonly string[]
  /** Of each state that is compared, the leaves of the logs. */
  parts(): readonly StatePart[]
}

/** Gathers, from the logs of settings, what these checkpoints sealed of them. Those of older versions sealed nothing of them. */
export function logCheck(
  leaves: readonly StoredLogLeaf[],
  checkpoints: readonly SignedCheckpoint[],
  seals: Seals | undefined,
): LogCheck {
  const byWorkspace = Map.groupBy(leaves, ({ workspaceId }) => workspaceId)
  const lengths = new Map<string, number>()
  const states = checkpoints.map(({ number, recordedBefore }) => {
    const hashes: Uint8Array[] = []
    return { number, recordedBefore, hashes }
  })
  return {
    look({ workspaceId, seq, at, hash }) {
      lengths.set(workspaceId, seq)
      const theirs = byWorkspace.get(workspaceId) ?? []
      const said = `The log of settings of workspace ${workspaceId}: number ${seq}`
      const problems = theirs
        .filter((leaf) => leaf.seq === seq && leaf.hash !== hash)
        .map(({ number }) => `${said} is not the one that checkpoint ${number} has.`)
      for (const { number, recordedBefore, hashes } of states) {
        const last = theirs.findLast((leaf) => leaf.number <= number)?.seq
        if (last === seq && seals !== undefined)
          hashes.push(leafHash(logLeafBytes({ workspaceId, seq, hash }), seals.hashBytes))
        if (last !== undefined && seq > last && Temporal.Instant.compare(at, recordedBefore) < 0)
          problems.push(`${said} bears a time before checkpoint ${number}, which does not have it.`)
      }
      return problems
    },
    end: () =>
      leaves
        .filter(({ workspaceId, seq }) => seq > (lengths.get(workspaceId) ?? 0))
        .map(
          ({ workspaceId, seq, number }) =>
            `The log of settings of workspace ${workspaceId}: number ${seq} is gone, which checkpoint ${number} has.`,
        ),
    parts: () => states.map(({ hashes }) => ({ promises: 0, covered: 0, newer: 0, leafHashes: joinedBytes(hashes) })),
  }
}
