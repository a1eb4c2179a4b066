import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"

const WAIT_MS = 500 // a process that was just killed may take a moment to be gone

/**
 * Holds the folder for this process until released, or throws a sentence for the operator when another one holds it.
 *
 * Two embedded databases on one folder destroy it without a word, so the lock must be the operating system's: gone with
 * the process however it ends, and never left behind by a stale file or a reused process number. Node has no file locks
 * of its own, but SQLite, which is part of Node, takes one (fcntl) for an exclusive transaction, on Linux and macOS
 * alike. The file stays empty; it exists only to be locked. Nothing else in this process may open it: closing it
 * anywhere would give the lock up.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = new DatabaseSync(join(folder, "lock"), { timeout: WAIT_MS })
  try {
    file.exec("begin exclusive")
  } catch (error) {
    file.close()
    throw isBusy(error) ? inUse(folder) : error
  }
  return () => file.close()
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY
}

function inUse(folder: string): Error {
  return new Error(
    `The database in ${folder} is open in another process. Stop the desk that is running on it, or give this one another folder.`,
  )
}
