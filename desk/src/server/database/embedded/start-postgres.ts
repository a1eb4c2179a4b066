import { existsSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { syncFile, syncTree } from "./sync-tree.ts"
import { SyncedFiles } from "./synced-files.ts"

/** Starts PostgreSQL on the data in `folder`. `onSync` is told of every fsync. */
export function startPostgres(folder: string, onSync?: () => void): Promise<PGlite> {
  const files = new SyncedFiles(dataOf(folder), onSync)
  return PGlite.create({ fs: files, startParams: startParameters() })
}

/** Whether the folder has no whole database yet. */
export function isUnmade(folder: string): boolean {
  return !existsSync(dataOf(folder)) || existsSync(unfinishedOf(folder))
}

/**
 * Makes the database. That takes seconds and is not one step: until it is done a file says so, and a start that finds
 * the file begins again. Nothing can be lost by that, because no database was ever handed out.
 */
export async function makePostgres(folder: string): Promise<void> {
  const unfinished = unfinishedOf(folder)
  writeFileSync(unfinished, "The database beside this file is being made. It is thrown away when this file remains.\n")
  syncFile(unfinished)
  syncFile(folder)
  rmSync(dataOf(folder), { recursive: true, force: true })
  const postgres = await startPostgres(folder)
  await postgres.close()
  syncTree(folder)
  rmSync(unfinished)
  syncFile(folder)
}

function dataOf(folder: string): string {
  return join(folder, "postgres")
}

function unfinishedOf(folder: string): string {
  return join(folder, "postgres.unfinished")
}

/** As the library starts it, but a commit is answered when it is on the disk: not `-F`, and fsync as our files do it. */
function startParameters(): string[] {
  const theirs = PGlite.defaultStartParams.filter((parameter) => parameter !== "-F")
  const ours = ["fsync=on", "wal_sync_method=fsync", "timezone=UTC", "datestyle=ISO"]
  return [...theirs, ...ours.flatMap((setting) => ["-c", setting])]
}
