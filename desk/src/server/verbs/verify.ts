import { type Digest, canonical, firstBreak, textDigestOf } from "../../ledger/chain.ts"
import type { SignedCheckpoint } from "../../ledger/checkpoint.ts"
import { type CustomerPromise, promiseOf } from "../../ledger/customer-promise.ts"
import { type Rules, nextLook } from "../../ledger/next-step.ts"
import { rulesOf } from "../../ledger/workspace-settings.ts"
import { readCheckpoints } from "../database/checkpoints.ts"
import { chainOf, milliseconds, rowOf } from "../database/entries.ts"
import {
  type StoredPromise,
  type StoredWorkspace,
  readAsOfNow,
  readWorkspaces,
  walkStoredPromises,
} from "../database/verify.ts"
import { type Anchored, type Seals, checkpointCheck } from "./check-checkpoints.ts"
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

type PromiseCheck = (stored: StoredPromise) => readonly string[]

function promiseCheck(workspaces: ReadonlyMap<string, StoredWorkspace>, digest: Digest): PromiseCheck {
  const rules = new Map([...workspaces.values()].map(({ workspaceId, settings }) => [workspaceId, rulesOf(settings)]))
  return (stored) => {
    const { key, entries } = stored
    const name = `Promise ${key.promiseId}`
    if (!stored.isThere) return [`${name} is gone, but there are traces of it.`]
    if (entries.length === 0) return [`${name} has no entries.`]
    const broken = firstBreak(chainOf(key, entries), digest)
    const chain = broken === null ? [] : [`${name}: entry ${broken} does not follow from the one before it.`]
    return [...chain, ...textProblems(stored, name, digest), ...rowProblems(stored, name, rules.get(key.workspaceId))]
  }
}

function textProblems({ entries, texts }: StoredPromise, name: string, digest: Digest): readonly string[] {
  const digests = new Map(entries.map(({ entry, textDigest }) => [entry.seq, textDigest]))
  return texts
    .filter(({ seq, salt, texts: words }) => textDigestOf(words, salt, digest) !== digests.get(seq))
    .map(({ seq }) => `${name}: the words of entry ${seq} are not those that were recorded.`)
}

function rowProblems(stored: StoredPromise, name: string, rules: Rules | undefined): readonly string[] {
  const { key, row, entries, given } = stored
  if (row === null) return [`${name} has no row to be listed by.`]
  const promise = asPromise(stored)
  if (promise === null || rules === undefined) return [`${name}: its entries do not tell of a promise.`]
  const last = entries.at(-1)
  const nextAt = nextLook(promise, rules, given)?.toString() ?? null
  const expected = rowOf(key, promise, { seq: last?.entry.seq ?? 0, hash: last?.hash ?? "", nextAt })
  return Object.entries(expected)
    .filter(([column, value]) => value !== row[column] && comparable(value) !== comparable(row[column]))
    .map(([column]) => `${name}: its row says another ${column} than its entries.`)
}

/** Null when somebody has made entries that the desk never writes. */
function asPromise({ entries }: StoredPromise): CustomerPromise | null {
  try {
    return promiseOf(entries.map(({ entry }) => entry))
  } catch {
    return null
  }
}

/** Instants have several spellings; everything else is compared as it is. */
function comparable(value: unknown): string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT/.test(value)) return canonical(value ?? null)
  return milliseconds(value)
}
