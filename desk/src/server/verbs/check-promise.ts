import { type Digest, canonical, firstBreak, textDigestOf } from "../../ledger/chain.ts"
import { type CustomerPromise, promiseOf } from "../../ledger/customer-promise.ts"
import { type Rules, nextLook } from "../../ledger/next-step.ts"
import { rulesOf } from "../../ledger/workspace-settings.ts"
import { ROW_COLUMNS, chainOf, milliseconds, rowOf } from "../database/entries.ts"
import type { StoredPromise, StoredWorkspace } from "../database/verify.ts"

/** What does not hold in what is stored of a promise, a sentence each. */
export type PromiseCheck = (stored: StoredPromise) => readonly string[]

/** Looks at one promise: its chain, the digests of its words, and the row that it is listed by. */
export function promiseCheck(workspaces: ReadonlyMap<string, StoredWorkspace>, digest: Digest): PromiseCheck {
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
  const digestOf = (seq: number) => entries.findLast(({ entry }) => entry.seq === seq)?.textDigest
  return texts
    .filter(({ seq, salt, texts: words }) => textDigestOf(words, salt, digest) !== digestOf(seq))
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
  return ROW_COLUMNS.filter(
    (column) => expected[column] !== row[column] && comparable(expected[column]) !== comparable(row[column]),
  ).map((column) => `${name}: its row says another ${column} than its entries.`)
}

/** Null when somebody has made entries that the desk never writes. */
function asPromise({ entries }: StoredPromise): CustomerPromise | null {
  try {
    return promiseOf(entries.map(({ entry }) => entry))
  } catch {
    return null
  }
}

const INSTANT = /^\d{4}-\d\d-\d\dT/

/** Instants have several spellings; everything else is compared as it is. */
function comparable(value: unknown): string {
  if (typeof value !== "string" || !INSTANT.test(value)) return canonical(value ?? null)
  return milliseconds(value)
}
