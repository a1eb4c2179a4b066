import type { Database, Queries } from "../../src/server/database/database.ts"
import type { Timeline } from "./timeline.ts"

/** The database server of a world, which can restart: what was under way is rolled back, and for a while nothing is answered. */
export type RestartingStore = {
  readonly database: Database
  /** Restarts at the statement with this number from now on, and is away for this long. */
  restartAfter(statements: number, milliseconds: number): void
  isUp(): boolean
  /** Calls `listener` after each restart. */
  restarts(): number
}

export const AWAY = "the database system is starting up"

export function openRestartingStore(store: Database, timeline: Timeline): RestartingStore {
  let plan: { left: number; readonly milliseconds: number } | null = null
  let until = 0
  let restarts = 0

  function pass(begun: number): void {
    if (plan !== null && (plan.left -= 1) <= 0) {
      until = timeline.now() + plan.milliseconds
      plan = null
      restarts += 1
    }
    if (timeline.now() < until || begun < restarts) throw new Error(AWAY)
  }

  const watched = (queries: Queries, begun: number): Queries => ({
    async query(sql, parameters) {
      pass(begun)
      return queries.query(sql, parameters)
    },
  })

  return {
    database: {
      kind: store.kind,
      async query(sql, parameters) {
        pass(restarts)
        return store.query(sql, parameters)
      },
      async transaction(work) {
        pass(restarts)
        return store.transaction(async (queries) => {
          const begun = restarts
          pass(begun)
          const result = await work(watched(queries, begun))
          pass(begun)
          return result
        })
      },
      close: async () => {},
    },
    restartAfter: (left, milliseconds) => void (plan = { left, milliseconds }),
    isUp: () => timeline.now() >= until,
    restarts: () => restarts,
  }
}
