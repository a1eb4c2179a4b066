import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { open, readdir, rename, rm, stat } from "node:fs/promises"
import { dirname, join } from "node:path"
import { fileEntryName, MANIFEST_NAME, type Manifest, tableEntryName } from "./backup-manifest.ts"
import { countersOf, linesOf, type Table, tablesOf } from "./backup-tables.ts"
import { type TarWriter, tarWriter } from "./backup-tar.ts"
import type { Database, Queries } from "./database.ts"
import { syncFile } from "./embedded/sync-tree.ts"
import { appliedMigrations } from "./migrate.ts"

export type BackupOptions = {
  readonly database: Database
  /** Where the content of attachments is, by digest; null: they are left out, and stay where they are. */
  readonly filesFolder: string | null
  /** The archive to write. It must not be there yet. */
  readonly target: string
  readonly now: Temporal.Instant
}

/**
 * Writes the whole desk, as it is at one moment, into one tar archive that either store can be restored from, and says
 * what it holds. The embedded store serves nobody else meanwhile. The desk's key is not in it. `target` appears when
 * it is complete and on the disk.
 */
export async function backup({ database, filesFolder, target, now }: BackupOptions): Promise<Manifest> {
  if ((await sizeOf(target)) !== undefined)
    throw new Error(`${target} is there already. A backup does not replace another file.`)
  const unfinished = `${target}.unfinished`
  const file = await open(unfinished, "w", 0o600)
  try {
    const tar = tarWriter(file, now)
    const data = await database.transaction((queries) => addData(tar, queries))
    // After the data: a file is on disk before a row names it, so every file that a row above names is still found here.
    const files = await addFiles(tar, filesFolder)
    const manifest: Manifest = { format: "aboveboard-backup/1", madeAt: now.toString(), ...data, files }
    const json = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
    await tar.add(MANIFEST_NAME, json.length, [json])
    await tar.end()
    await file.sync()
    await rename(unfinished, target)
    syncFile(dirname(target)) // the name, too
    return manifest
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

async function addData(tar: TarWriter, queries: Queries): Promise<Omit<Manifest, "format" | "madeAt" | "files">> {
  await queries.query("set transaction isolation level repeatable read, read only")
  await queries.query("set local statement_timeout = 0")
  await queries.query("set local idle_in_transaction_session_timeout = 0")
  const migrations = [...(await appliedMigrations(queries))]
  if (migrations.length === 0) throw new Error("There is no desk in this database, so there is nothing to back up.")
  const tables: Manifest["tables"] = []
  for (const table of await tablesOf(queries)) tables.push(await addTable(tar, queries, table))
  return { migrations, tables, counters: [...(await countersOf(queries))] }
}

async function addTable(tar: TarWriter, queries: Queries, table: Table): Promise<Manifest["tables"][number]> {
  const digest = createHash("sha256")
  let rows = 0
  let part = 0
  for await (const lines of linesOf(queries, table)) {
    const content = Buffer.from(lines.map((line) => `${line}\n`).join(""))
    digest.update(content)
    rows += lines.length
    part += 1
    await tar.add(tableEntryName(table.name, part), content.length, [content])
  }
  return { name: table.name, rows, digest: digest.digest("hex") }
}

async function addFiles(tar: TarWriter, filesFolder: string | null): Promise<Manifest["files"]> {
  const digest = createHash("sha256")
  let count = 0
  let bytes = 0
  for await (const { path, fileDigest } of filesFolder === null ? [] : filesIn(filesFolder)) {
    const size = await sizeOf(path)
    if (size === undefined) continue // erased a moment ago, and no row names it any more
    await tar.add(fileEntryName(fileDigest), size, createReadStream(path))
    digest.update(`${fileDigest}\n`)
    count += 1
    bytes += size
  }
  return { count, bytes, digest: digest.digest("hex") }
}

/** The finished files; what is being written at the moment has no digest for a name yet. */
async function* filesIn(filesFolder: string): AsyncGenerator<{ path: string; fileDigest: string }> {
  for (const folder of await namesIn(filesFolder, /^[0-9a-f]{2}$/)) {
    for (const name of await namesIn(join(filesFolder, folder), /^[0-9a-f]{62}$/)) {
      yield { path: join(filesFolder, folder, name), fileDigest: folder + name }
    }
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  )
}

async function namesIn(folder: string, pattern: RegExp): Promise<string[]> {
  if ((await sizeOf(folder)) === undefined) return []
  return (await readdir(folder)).filter((name) => pattern.test(name)).sort()
}
