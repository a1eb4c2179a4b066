import type { Database, Queries } from "../src/server/database/database.ts"

/** The store, with whatever is said to it in transactions heard before it is done. */
export function heardIn(database: Database, hear: (sql: string, values: readonly unknown[]) => void): Database {
  const heard = (queries: Queries): Queries => ({
    query: (sql, values) => {
      hear(sql, values ?? [])
      return queries.query(sql, values)
    },
  })
  return {
    kind: database.kind,
    query: (sql, values) => database.query(sql, values),
    close: () => database.close(),
    transaction: (work) => database.transaction((queries) => work(heard(queries))),
  }
}
