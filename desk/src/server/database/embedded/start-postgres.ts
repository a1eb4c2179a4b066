import { existsSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { syncFile, syncTree } from "./sync-tree.ts"
import { SyncedFiles } from "./synced-files.ts"

/**
 * Starts PostgreSQL on `folder`/postgres, making it the first time. `onSync` is told of every fsync.
 *
 * Making it takes seconds and is not one step: until it is done a file says so, and a start that finds that file begins
 * again. Nothing can be lost by that, because no database was ever handed out.
 */
export async function startPostgres(folder: string, onSync?: () => void): Promise<PGlite> {
  const data = join(folder, "postgres")
  const unfinished = join(folder, "postgres.unfinished")
  if (existsSync(unfinished)) rmSync(data, { recursive: true, force: true })
  if (existsSync(data)) return start(data, onSync)

  writeFileSync(unfinished, "The database beside this file is being made. It is thrown away when this file remains.\n")
  syncFile(unfinished)
  syncFile(folder)
  const postgres = await start(data, onSync)
  syncTree(folder)
  rmSync(unfinished)
  syncFile(folder)
  return postgres
}

function start(data: string, onSync?: () => void): Promise<PGlite> {
  return PGlite.create({ fs: new SyncedFiles(data, onSync), startParams: startParameters() })
}

/** As the library starts it, but a commit is answered when it is on the disk: not `-F`, and fsync as our files do it. */
function startParameters(): string[] {
  const theirs = PGlite.defaultStartParams.filter((parameter) => parameter !== "-F")
  const ours = ["fsync=on", "wal_sync_method=fsync", "timezone=UTC", "datestyle=ISO"]
  return [...theirs, ...ours.flatMap((setting) => ["-c", setting])]
}
