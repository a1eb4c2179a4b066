import type { Database, Queries } from "../src/server/database/database.ts"

/** One of two that meet: what it does on its server, and what became of it. */
export type Racer = (database: Database) => Promise<unknown>
export type Raced = readonly [PromiseSettledResult<unknown>, PromiseSettledResult<unknown>]

/**
 * Has `first` do its work up to its first commit, then `second` until it has ended or waits for `first`, and lets both end. Each
 * has a server of its own on one PostgreSQL: what neither of them has committed the other does not see.
 */
export async function raced(servers: readonly [Database, Database], first: Racer, second: Racer): Promise<Raced> {
  const [one, other] = servers
  const written = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const held: Database = {
    ...one,
    transaction: (work) =>
      one.transaction(async (queries: Queries) => {
        const result = await work(queries)
        written.resolve()
        await mayCommit.promise
        return result
      }),
  }
  const firstEnds = settled(first(held))
  await Promise.race([written.promise, firstEnds])
  let hasEnded = false
  const secondEnds = settled(second(other)).finally(() => {
    hasEnded = true
  })
  while (!hasEnded && !(await isSomebodyWaiting(one))) continue
  mayCommit.resolve()
  return [await firstEnds, await secondEnds]
}

async function settled(work: Promise<unknown>): Promise<PromiseSettledResult<unknown>> {
  const [result] = await Promise.allSettled([work])
  return result
}

async function isSomebodyWaiting(database: Database): Promise<boolean> {
  const waiting = await database.query(
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' limit 1",
  )
  return waiting.length > 0
}
