import { findPostgres, startPostgresServer } from "../desk/test/postgres-server.ts"

/**
 * Starts a PostgreSQL server for the contract suite where `npm test` asks for one (POSTGRES_FOR_TESTS=1) and names it in
 * DATABASE_TEST_URL. A single test file on its own starts in no time without it.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env["POSTGRES_FOR_TESTS"] !== "1" || process.env["DATABASE_TEST_URL"] !== undefined) return undefined
  if (findPostgres() === undefined) return undefined // its tests are then counted as skipped
  const server = await startPostgresServer()
  process.env["DATABASE_TEST_URL"] = server.url
  return () => server.stop()
}
