import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

export type Folder = { readonly path: string; readonly remove: () => Promise<void> }

/** An empty folder for one test. Its name is short: paths of sockets may not be longer than 107 bytes. */
export async function temporaryFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), "ab-"))
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) }
}
