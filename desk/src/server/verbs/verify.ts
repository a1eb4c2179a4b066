import { canonical, firstBreak, textDigestOf } from "../../ledger/chain.ts"
import { promiseOf } from "../../ledger/customer-promise.ts"
import { nextLook } from "../../ledger/next-step.ts"
import { rulesOf } from "../../ledger/workspace-settings.ts"
import type { Queries } from "../database/database.ts"
import { type PromiseKey, chainOf, readEntries, rowOf } from "../database/entries.ts"
import { readGiven } from "../database/notices.ts"
import { readSettings } from "../database/settings.ts"
import { readStoredTexts, readStoredRow, walkPromises } from "../database/verify.ts"
import type { Desk } from "./desk.ts"

export type VerifyReport = {
  readonly promises: number
  readonly entries: number
  /** What does not hold, a sentence each. */
  readonly problems: readonly string[]
}

/** Recomputes every chain, every text's digest and every projection row, and says what differs from what is stored. */
export async function verify(desk: Desk): Promise<VerifyReport> {
  const problems: string[] = []
  let promises = 0
  let entries = 0
  for await (const key of walkPromises(desk.database)) {
    const stored = await readEntries(desk.database, key)
    promises += 1
    entries += stored.length
    const broken = firstBreak(chainOf(key, stored), desk.digest)
    if (broken !== null)
      problems.push(`Promise ${key.promiseId}: entry ${broken} does not follow from the one before it.`)
    problems.push(...(await textProblems(desk, key)), ...(await rowProblems(desk.database, key, stored)))
  }
  return { promises, entries, problems }
}

async function textProblems(desk: Desk, key: PromiseKey): Promise<readonly string[]> {
  const texts = await readStoredTexts(desk.database, key)
  return texts
    .filter(({ salt, texts: words, digest }) => textDigestOf(words, salt, desk.digest) !== digest)
    .map(({ seq }) => `Promise ${key.promiseId}: the words of entry ${seq} are not those that were recorded.`)
}

async function rowProblems(
  queries: Queries,
  key: PromiseKey,
  stored: Awaited<ReturnType<typeof readEntries>>,
): Promise<readonly string[]> {
  const promise = promiseOf(stored.map(({ entry }) => entry))
  const settings = await readSettings(queries, key.workspaceId)
  const last = stored.at(-1)
  const nextAt = nextLook(promise, rulesOf(settings), await readGiven(queries, key))?.toString() ?? null
  const expected = rowOf(key, promise, { seq: last?.entry.seq ?? 0, hash: last?.hash ?? "", nextAt })
  const row = await readStoredRow(queries, key)
  if (row === null) return [`Promise ${key.promiseId} has no row to be listed by.`]
  return Object.entries(expected)
    .filter(([column, value]) => comparable(value) !== comparable(row[column]))
    .map(([column]) => `Promise ${key.promiseId}: its row says another ${column} than its entries.`)
}

/** Instants have several spellings; everything else is compared as it is. */
function comparable(value: unknown): string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT/.test(value)) return canonical(value ?? null)
  return Temporal.Instant.from(value).toString()
}
