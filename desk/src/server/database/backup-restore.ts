import { createWriteStream } from "node:fs"
import { mkdir, open } from "node:fs/promises"
import { dirname, join } from "node:path"
import { pipeline } from "node:stream/promises"
import { checkBackup } from "./backup-check.ts"
import { entryKind, type Manifest } from "./backup-manifest.ts"
import { firstTableWithRows, insertLines, setCounter, type Table, tablesOf, withoutChecks } from "./backup-tables.ts"
import { tarContent, tarEntries, type TarEntry } from "./backup-tar.ts"
import type { Database, Queries } from "./database.ts"
import { syncFile } from "./embedded/sync-tree.ts"
import { appliedMigrations, migrate, migrateUpTo } from "./migrate.ts"

export type RestoreOptions = {
  /** Empty; best without any tables. */
  readonly database: Database
  readonly migrationsFolder: string
  readonly filesFolder: string
  /** The archive that `backup` wrote. */
  readonly source: string
}

/**
 * Restores a backup into an empty desk on either store and brings its tables up to date. The whole archive is checked
 * before anything is written; a desk that holds data is refused. All rows come in one transaction, after the files.
 */
export async function restore({ database, migrationsFolder, filesFolder, source }: RestoreOptions): Promise<Manifest> {
  const manifest = await checkBackup(source)
  await refuseDataOrNewerTables(database, manifest)
  await migrateUpTo(database, migrationsFolder, manifest.migrations.length)
  await refuseOtherTables(database, manifest)
  await restoreFiles(source, filesFolder)
  await database.transaction((queries) => restoreData(queries, source, manifest))
  await migrate(database, migrationsFolder)
  return manifest
}

async function refuseDataOrNewerTables(database: Database, manifest: Manifest): Promise<void> {
  const table = await firstTableWithRows(database)
  if (table !== undefined) {
    throw new Error(`This desk holds data already (in ${table}). A backup is restored into an empty one only.`)
  }
  const applied = await appliedMigrations(database)
  if (applied.length > manifest.migrations.length) {
    throw new Error("This desk has newer tables than the backup. Restore it into a new folder or a new database.")
  }
}

async function refuseOtherTables(database: Database, { migrations }: Manifest): Promise<void> {
  const applied = await appliedMigrations(database)
  if (JSON.stringify(applied) === JSON.stringify(migrations)) return
  throw new Error("The backup was made by a newer version of this program. Restore it with that version.")
}

async function restoreFiles(source: string, filesFolder: string): Promise<void> {
  const folders = new Set<string>()
  for await (const entry of entriesOf(source)) {
    const kind = entryKind(entry.name)
    if (kind?.kind !== "file") continue
    const path = join(filesFolder, kind.digest.slice(0, 2), kind.digest.slice(2))
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await pipeline(tarContent(source, entry), createWriteStream(path, { flush: true, mode: 0o600 }))
    folders.add(dirname(path)).add(filesFolder)
  }
  for (const folder of folders) syncFile(folder) // the names, too
}

async function restoreData(queries: Queries, source: string, manifest: Manifest): Promise<void> {
  await queries.query("set local statement_timeout = 0")
  await queries.query("set local idle_in_transaction_session_timeout = 0")
  const tables = new Map((await tablesOf(queries)).map((table) => [table.name, table]))
  await withoutChecks(queries, async () => {
    for await (const entry of entriesOf(source)) await restoreRows(queries, source, entry, tables)
  })
  for (const counter of manifest.counters) await setCounter(queries, counter)
}

async function restoreRows(
  queries: Queries,
  source: string,
  entry: TarEntry,
  tables: ReadonlyMap<string, Table>,
): Promise<void> {
  const kind = entryKind(entry.name)
  if (kind?.kind !== "table") return
  const table = tables.get(kind.table)
  if (table === undefined) throw new Error(`The backup holds the table ${kind.table}, which this desk does not know.`)
  const parts: Uint8Array[] = []
  for await (const part of tarContent(source, entry)) parts.push(part)
  await insertLines(queries, table, Buffer.concat(parts).toString("utf8").trimEnd().split("\n"))
}

async function* entriesOf(source: string): AsyncGenerator<TarEntry> {
  const file = await open(source, "r")
  try {
    yield* tarEntries(file)
  } finally {
    await file.close()
  }
}
