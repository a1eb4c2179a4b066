import type { SignedCheckpoint } from "../../ledger/checkpoint.ts"
import { readCheckpoints } from "../database/checkpoints.ts"
import { readAsOfNow, readWorkspaces, walkStoredPromises } from "../database/verify.ts"
import { type Anchored, type Seals, checkpointCheck } from "./check-checkpoints.ts"
import { promiseCheck } from "./check-promise.ts"
import type { Desk } from "./desk.ts"

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

/**
 * Recomputes every chain, every text's digest, every projection row and the state as of the checkpoints, and says what
 * differs from what is stored.
 */
export function verify(desk: Desk, { seals, held }: VerifyOptions = {}): Promise<VerifyReport> {
  return readAsOfNow(desk.database, async (queries) => {
    const workspaces = await readWorkspaces(queries)
    const check = promiseCheck(workspaces, desk.digest)
    const checkpoints = checkpointCheck(await readCheckpoints(queries), { digest: desk.digest, seals, held })
    const problems: string[] = []
    let promises = 0
    let entries = 0
    for await (const batch of walkStoredPromises(queries)) {
      for (const stored of batch) {
        promises += 1
        entries += stored.entries.length
        problems.push(...check(stored))
        const isSample = workspaces.get(stored.key.workspaceId)?.kind === "sample"
        if (!isSample || stored.leaves.length > 0) problems.push(...checkpoints.look(stored))
      }
    }
    const { problems: wrong, anchored } = checkpoints.end()
    return { promises, entries, problems: [...problems, ...wrong], anchored }
  })
}
