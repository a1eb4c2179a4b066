import type { SignedCheckpoint } from "../../ledger/checkpoint.ts"
import { listLogLeaves, readCheckpoints } from "../database/checkpoints.ts"
import { type KeyRange, readAsOfNow, readKeyRanges, readWorkspaces, walkStoredPromises } from "../database/verify.ts"
import {
  type Anchored,
  type Seals,
  type StatePart,
  checkpointCheck,
  checkpointProblems,
  comparedWith,
} from "./check-checkpoints.ts"
import { logCheck } from "./check-log.ts"
import { promiseCheck } from "./check-promise.ts"
import type { Desk } from "./desk.ts"
import { logProblems } from "./settings-log.ts"

export type VerifyReport = {
  readonly promises: number
  readonly entries: number
  /** What does not hold, a sentence each. */
  readonly problems: readonly string[]
  /** How far the record was compared with a checkpoint; null when there is none. */
  readonly anchored: Anchored | null
}

/** `seals`: without them, roots and signatures are not checked. `held`: a checkpoint that was kept elsewhere. */
export type VerifyOptions = { readonly seals?: Seals; readonly held?: SignedCheckpoint }

/** What a part of the record holds, and what does not hold in it. */
export type VerifiedPart = Pick<VerifyReport, "promises" | "entries" | "problems"> & {
  readonly states: readonly StatePart[]
}

/** Verifies parts side by side, each with `verifyPart` on a connection of its own. */
export type InParts = (extent: Extent) => Promise<readonly VerifiedPart[]>

/** Which promises are verified, and against which checkpoints. */
export type Extent = { readonly ranges: readonly KeyRange[]; readonly checkpoints: readonly SignedCheckpoint[] }

/**
 * Recomputes every chain, every text's digest, every projection row and the state as of the checkpoints, and says what
 * differs from what is stored. `inParts`: left out, one part after the other, on this desk's own database.
 */
export async function verify(desk: Desk, options: VerifyOptions = {}, inParts?: InParts): Promise<VerifyReport> {
  const extent = await readAsOfNow(desk.database, async (queries) => ({
    checkpoints: await readCheckpoints(queries),
    ranges: await readKeyRanges(queries),
  }))
  const parts = inParts === undefined ? [await verifyPart(desk, options, extent)] : await inParts(extent)
  const logs = await verifyLogs(desk, options, extent)
  const states = [...parts.map((part) => part.states), logs.states] // the logs stand behind the promises
  const { problems, anchored } = checkpointProblems(extent.checkpoints, partsOf(desk, options), states)
  return {
    promises: parts.reduce((sum, part) => sum + part.promises, 0),
    entries: parts.reduce((sum, part) => sum + part.entries, 0),
    problems: [...parts.flatMap((part) => part.problems), ...problems, ...logs.problems],
    anchored,
  }
}

/**
 * The promises of these ranges, read as of one moment. Parts may be read at different moments: what a checkpoint covers
 * does not change, and each promise is looked at as a whole.
 */
export function verifyPart(
  desk: Pick<Desk, "database" | "digest">,
  options: VerifyOptions,
  extent: Extent,
): Promise<VerifiedPart> {
  return readAsOfNow(desk.database, async (queries) => {
    const workspaces = await readWorkspaces(queries)
    const check = promiseCheck(workspaces, desk.digest)
    const checkpoints = checkpointCheck(extent.checkpoints, partsOf(desk, options))
    const problems: string[] = []
    let promises = 0
    let entries = 0
    for await (const batch of walkStoredPromises(queries, extent.ranges)) {
      for (const stored of batch) {
        promises += 1
        entries += stored.entries.length
        problems.push(...check(stored))
        const isSample = workspaces.get(stored.key.workspaceId)?.kind === "sample"
        if (!isSample || stored.leaves.length > 0) problems.push(...checkpoints.look(stored))
      }
    }
    return { promises, entries, problems, states: checkpoints.parts() }
  })
}

function verifyLogs(
  { database, digest }: Desk,
  { seals, held }: VerifyOptions,
  { checkpoints }: Extent,
): Promise<Pick<VerifiedPart, "problems" | "states">> {
  return readAsOfNow(database, async (queries) => {
    const check = logCheck(await listLogLeaves(queries), comparedWith(checkpoints, held), seals)
    const problems = await logProblems(queries, digest, check)
    return { problems, states: check.parts() }
  })
}

function partsOf({ digest }: Pick<Desk, "digest">, { seals, held }: VerifyOptions) {
  return { digest, seals, held }
}
