import type { Database, Queries } from "./database.ts"
import { type Migration, readMigrations } from "./migrate-files.ts"

const LOCK = 8_377_001 // any number that only migrations use: processes that start together take turns on it

type Applied = { readonly number: number; readonly name: string; readonly checksum: string }

/**
 * Brings the tables up to the newest `.sql` file of `folder`, each file in one transaction, and gives the names of the
 * files it applied. Several processes may do it at once. Refuses, with a sentence for the operator, when the data is
 * newer than the files or when a file was changed after it was applied.
 */
export function migrate(database: Database, folder: string): Promise<readonly string[]> {
  return migrateUpTo(database, folder, Infinity)
}

/** As `migrate`, but stops after the migration with this number: a backup is restored into the tables it came from. */
export async function migrateUpTo(database: Database, folder: string, number: number): Promise<readonly string[]> {
  const migrations = await readMigrations(folder)
  const wanted = migrations.filter((migration) => migration.number <= number)
  const names: string[] = []
  for (;;) {
    const name = await database.transaction((queries) => applyNext(queries, migrations, wanted))
    if (name === undefined) return names
    names.push(name)
  }
}

/** What was applied to this database, oldest first; nothing when it was never migrated. */
export async function appliedMigrations(queries: Queries): Promise<readonly Applied[]> {
  const [found] = await queries.query<{ exists: boolean }>("select to_regclass('migrations') is not null as exists")
  if (found?.exists !== true) return []
  return queries.query<Applied>("select number, name, checksum from migrations order by number")
}

/** Whether the tables are exactly those of the files of `folder`. */
export async function hasKnownTables(queries: Queries, folder: string): Promise<boolean> {
  const [known, applied] = [await readMigrations(folder), await appliedMigrations(queries)]
  return known.length === applied.length && known.every(({ checksum }, index) => applied[index]?.checksum === checksum)
}

async function applyNext(
  queries: Queries,
  known: readonly Migration[],
  wanted: readonly Migration[],
): Promise<string | undefined> {
  await queries.query("set local statement_timeout = 0")
  await queries.query("select pg_advisory_xact_lock($1)", [LOCK])
  const applied = await appliedMigrations(queries)
  for (const one of applied) assertKnown(one, known)
  const next = wanted[applied.length]
  if (next === undefined) return undefined
  await apply(queries, next)
  return next.name
}

/** Fails, with a sentence for the operator, when this version does not know what was applied, or knows it otherwise. */
export function assertKnown(applied: Applied, known: readonly Migration[]): void {
  const file = known.find(({ number }) => number === applied.number)
  if (file === undefined) {
    throw new Error(
      `The data was written by a newer version of this program (it has ${applied.name}). Start that version, or restore a backup made before it.`,
    )
  }
  if (file.checksum !== applied.checksum) {
    throw new Error(
      `${applied.name} was changed after it was applied to this data. Put the old file back and write the change as a new migration.`,
    )
  }
}

async function apply(queries: Queries, { number, name, checksum, sql }: Migration): Promise<void> {
  await queries.query(
    "create table if not exists migrations (number int primary key, name text not null, checksum text not null)",
  )
  try {
    await queries.query(sql)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The migration ${name} failed, and nothing of it was kept: ${reason}`, { cause: error })
  }
  await queries.query("insert into migrations (number, name, checksum) values ($1, $2, $3)", [number, name, checksum])
}
