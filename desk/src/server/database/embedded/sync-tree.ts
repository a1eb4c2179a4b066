import { closeSync, fsyncSync, openSync, readdirSync } from "node:fs"
import { join } from "node:path"

/** Puts a folder and everything in it on the disk, but for the lock: opening and closing that would give it up. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else if (entry.isFile() && entry.name !== "lock") syncFile(path)
  }
  syncFile(folder)
}

/** Puts a file's content, or a folder's list of names, on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, "r")
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
