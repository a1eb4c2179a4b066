import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { copyFile, link, mkdir, mkdtemp, open, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type Content, type FileStore, type Spool, type Spooled, sizeOf } from "../verbs/file-store.ts"

/**
 * Files by the SHA-256 of their content, below `folder`, which is made when it is missing. `put` returns when content
 * and name are on disk. `now`, where a server starts: what a crash left half written is removed once it is an hour old, so that
 * nothing is taken from under another process that is still writing.
 */
export async function openFileStore(folder: string, now?: Temporal.Instant): Promise<FileStore> {
  await makeFolders(folder)
  if (now !== undefined) await removeLeft(unfinished(folder), now.subtract(UNFINISHED_FOR).epochMilliseconds)
  return {
    put: (content) => put(folder, content),
    putAll: (contents) => putAll(folder, contents),
    openSpool: () => openSpool(folder),
    missing: (files) => missing(folder, files),
    digestOf,
    read: (digest) => read(pathOf(folder, digest)),
    remove: (digest) => remove(folder, digest),
  }
}

/** Two hex digits a folder: 256 folders keep each short with a million files. They are all made now, so `put` needs no lock. */
async function makeFolders(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const there = new Set(await readdir(folder))
  for (const name of [...Array(256).keys()].map((number) => number.toString(16).padStart(2, "0"))) {
    if (!there.has(name)) await mkdir(join(folder, name), { recursive: true })
  }
  await mkdir(unfinished(folder), { recursive: true })
  await syncFolder(folder)
}

const UNFINISHED_FOR = { hours: 1 } // a mail or upload that takes longer is not coming any more

async function removeLeft(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity })) // gone meanwhile: another server removed it, too
    if (mtimeMs < before) await rm(path, { recursive: true, force: true })
  }
}

async function put(folder: string, content: Content): Promise<string> {
  const digest = digestOf(content)
  const path = pathOf(folder, digest)
  if (!(await isThere(path, sizeOf(content)))) {
    const draft = await mkdtemp(join(unfinished(folder), "put-"))
    try {
      await writeSynced(join(draft, "content"), content)
      await rename(join(draft, "content"), path)
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
  }
  // also when it was there: whoever put it a moment ago may not have synced the folder yet
  await syncFolder(join(folder, digest.slice(0, 2)))
  return digest
}

/**
 * Many at once: written, synced together, named, and synced again, so that a name never stands for what is not on disk. One
 * sync of the file system costs about as much as one of a file.
 */
async function putAll(folder: string, contents: readonly Content[]): Promise<readonly string[]> {
  const wanted = new Map(contents.map((content) => [digestOf(content), content]))
  const missing = new Map<string, Content>()
  await eachOf([...wanted], async ([digest, content]) => {
    if (!(await isThere(pathOf(folder, digest), sizeOf(content)))) missing.set(digest, content)
  })
  if (missing.size > 0) {
    const draft = await mkdtemp(join(unfinished(folder), "put-"))
    try {
      await eachOf([...missing], ([digest, content]) => write(join(draft, digest), content))
      await syncAll(
        folder,
        [...missing.keys()].map((digest) => join(draft, digest)),
      )
      await eachOf([...missing.keys()], (digest) => rename(join(draft, digest), pathOf(folder, digest)))
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
  }
  const folders = new Set([...wanted.keys()].map((digest) => join(folder, digest.slice(0, 2))))
  await syncAll(folder, [...folders])
  return [...missing.keys()]
}

async function openSpool(folder: string): Promise<Spool> {
  const spool = await mkdtemp(join(unfinished(folder), "spool-"))
  return { folder: spool, remove: () => rm(spool, { recursive: true, force: true }) }
}

async function missing(
  folder: string,
  files: readonly { readonly digest: string; readonly size: number }[],
): Promise<readonly string[]> {
  const gone: string[] = []
  await eachOf(files, async ({ digest, size }) => {
    if (!(await isThere(pathOf(folder, digest), size))) gone.push(digest)
  })
  return gone
}

const AT_ONCE = 32 // each waits for the disk, so they wait together

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(items.slice(from, from + AT_ONCE).map(work))
}

/** The whole file system where this machine has a program for it (GNU sync), else one path after the other. */
async function syncAll(folder: string, paths: readonly string[]): Promise<void> {
  const isSynced = await new Promise<boolean>((resolve) => {
    const program = spawn("sync", ["-f", folder], { stdio: "ignore" })
    program.once("error", () => resolve(false))
    program.once("exit", (code) => resolve(code === 0))
  })
  if (isSynced) return
  for (const path of paths) await syncFolder(path)
}

function digestOf(content: Content): string {
  return content instanceof Uint8Array ? createHash("sha256").update(content).digest("hex") : content.digest
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function remove(folder: string, digest: string): Promise<void> {
  await rm(pathOf(folder, digest), { force: true })
  await syncFolder(join(folder, digest.slice(0, 2)))
}

const DIGEST = /^[0-9a-f]{64}$/

function pathOf(folder: string, digest: string): string {
  if (!DIGEST.test(digest)) throw new Error("not the digest of a file")
  return join(folder, digest.slice(0, 2), digest.slice(2))
}

function unfinished(folder: string): string {
  return join(folder, "unfinished")
}

async function isThere(path: string, size: number): Promise<boolean> {
  try {
    return (await stat(path)).size === size
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

async function writeSynced(path: string, content: Content): Promise<void> {
  await write(path, content)
  const file = await open(path, "r+")
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function write(path: string, content: Content): Promise<void> {
  if (content instanceof Uint8Array) await writeFile(path, content, { flag: "wx", mode: 0o600 })
  else await nameAlso(path, content)
}

/** A second name costs nothing; where a file system has none (some of networks), there are two copies for a moment. */
async function nameAlso(path: string, { path: spooled }: Spooled): Promise<void> {
  try {
    await link(spooled, path)
  } catch {
    await copyFile(spooled, path)
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r")
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT"
}
