/** Columns come back as: timestamptz → string (RFC 3339, UTC, microseconds kept), int8 → number, jsonb → parsed, bytea → Uint8Array. */
export type Queries = {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>
}

/**
 * The store: an embedded PostgreSQL in a worker thread, or a PostgreSQL server.
 * Using the outer database inside `transaction` fails with an error at once (it would wait for itself for ever on the
 * embedded one). Transactions run at READ COMMITTED; lock rows where two may meet.
 */
export type Database = Queries & {
  readonly kind: "embedded" | "server"
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  close(): Promise<void>
}
