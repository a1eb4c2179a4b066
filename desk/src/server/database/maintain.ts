import type { Database } from "./database.ts"

const LOOK_EVERY_MS = 60_000
const VACUUM_EVERY_MS = 3_600_000
const LOG_BYTES_MAX = 32 * 1024 * 1024 // beyond it a checkpoint: two of the log's files, replayed in about a second

/** Calls `work` every so many milliseconds until the function that it gives is called. */
export type Every = (milliseconds: number, work: () => void) => () => void

/**
 * Does for the embedded store what a PostgreSQL server's own processes do: without it the log of changes grows without
 * end, dead rows stay, and plans are made from no statistics. Does nothing for a server. `onError` hears of a failure;
 * the next round tries again. Gives the function that stops it. (`close` writes a checkpoint itself.)
 */
export function maintain(database: Database, every: Every, onError: (error: unknown) => void): () => void {
  if (database.kind === "server") return () => {}
  const look = async () => {
    await checkpointWhenDue(database)
    await analyzeGrown(database)
  }
  const stopCheckpoints = every(LOOK_EVERY_MS, () => void look().catch(onError))
  const stopVacuum = every(VACUUM_EVERY_MS, () => void vacuum(database).catch(onError))
  return () => {
    stopCheckpoints()
    stopVacuum()
  }
}

/** Writes a checkpoint when the log has grown enough since the last one; says whether it did. */
export async function checkpointWhenDue(database: Database): Promise<boolean> {
  const sql = "select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::int8 as bytes from pg_control_checkpoint()"
  const [log] = await database.query<{ bytes: number }>(sql)
  if (log === undefined || log.bytes < LOG_BYTES_MAX) return false
  await database.query("checkpoint")
  return true
}

const GROWN_PAGES_MIN = 16 // a small table is read whole whatever is known of it

/**
 * Looks at what is in the tables that have doubled since somebody did, and gives their names. A desk that takes in a full mailbox
 * in its first hour would otherwise be planned for as if it were empty, and each mail would take longer than the one before.
 */
export async function analyzeGrown(database: Database): Promise<readonly string[]> {
  const grown = await database.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
     where relkind = 'r' and relnamespace = current_schema()::regnamespace
       and pg_relation_size(oid) / current_setting('block_size')::int > 2 * relpages + ${GROWN_PAGES_MIN} order by relname`,
  )
  const names = grown.map(({ name }) => name)
  if (names.length > 0) await database.query(`analyze ${names.join(", ")}`)
  return names
}

async function vacuum(database: Database): Promise<void> {
  await database.query("vacuum (analyze)")
}
