import type { Queries } from "../database.ts"

const IDLE_MS_MAX = 60_000 // as on a server, where PostgreSQL itself watches

/**
 * Ends a transaction that asks nothing of the database for a minute. It would keep everybody else from the embedded
 * store, and if it waits for one of them, for ever.
 */
export async function withIdleLimit<T>(queries: Queries, work: (queries: Queries) => Promise<T>): Promise<T> {
  const limit = Promise.withResolvers<never>()
  let asked = 0
  let timer: NodeJS.Timeout | undefined
  const rest = () => {
    timer = setTimeout(() => limit.reject(tooLong()), IDLE_MS_MAX)
  }
  const watched: Queries = {
    async query(sql, parameters) {
      clearTimeout(timer)
      asked += 1
      try {
        return await queries.query(sql, parameters)
      } finally {
        asked -= 1
        if (asked === 0) rest()
      }
    },
  }
  rest()
  try {
    return await Promise.race([work(watched), limit.promise])
  } finally {
    clearTimeout(timer)
  }
}

function tooLong(): Error {
  return new Error(
    "A transaction asked nothing of the database for a minute while others waited, so it was rolled back.",
  )
}
