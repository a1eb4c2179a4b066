const OF_THE_DATA = /^(22|23|54)/ // data exception, integrity violation, limit exceeded: PostgreSQL, appendix A
const OF_THE_CONNECTION = /connection|terminated|not queryable|timeout|starting up|shutting down|database is closed/i

/**
 * Whether the store was away, and the same would be done on another day: a connection that broke, a server that restarts.
 * Not what it has against the data.
 */
export function isStoreAway(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false
  if (failure instanceof AggregateError) return failure.errors.some(isStoreAway)
  if ("code" in failure && typeof failure.code === "string") return !OF_THE_DATA.test(failure.code)
  return OF_THE_CONNECTION.test(failure.message)
}
