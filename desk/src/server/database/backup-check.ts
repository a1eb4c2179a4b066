import { createHash, type Hash } from "node:crypto"
import { open } from "node:fs/promises"
import { entryKind, type Manifest, manifestSchema } from "./backup-manifest.ts"
import { tarContent, tarEntries, type TarEntry } from "./backup-tar.ts"

type Seen = {
  readonly tables: Map<string, { rows: number; readonly digest: Hash }>
  readonly files: { count: number; bytes: number; readonly digest: Hash }
  manifest: Manifest | undefined
}

/** Reads a whole backup and compares it with what it says of itself. Fails with a sentence when they differ. */
export async function checkBackup(source: string): Promise<Manifest> {
  const seen: Seen = {
    tables: new Map(),
    files: { count: 0, bytes: 0, digest: createHash("sha256") },
    manifest: undefined,
  }
  const file = await open(source, "r")
  try {
    for await (const entry of tarEntries(file)) await look(source, entry, seen)
  } catch (error) {
    throw damaged(source, error instanceof Error ? error.message : String(error))
  } finally {
    await file.close()
  }
  return compare(source, seen)
}

async function look(source: string, entry: TarEntry, seen: Seen): Promise<void> {
  const kind = entryKind(entry.name)
  if (kind === undefined) throw new Error(`It holds ${entry.name}, which no backup holds.`)
  if (seen.manifest !== undefined) throw new Error("Something was added after its end.")
  const content = tarContent(source, entry)
  if (kind.kind === "manifest") seen.manifest = await readManifest(content)
  if (kind.kind === "table") await lookAtTable(content, kind.table, seen)
  if (kind.kind === "file") await lookAtFile(content, entry, kind.digest, seen)
}

type Content = ReturnType<typeof tarContent>

async function readManifest(content: Content): Promise<Manifest> {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return manifestSchema.parse(JSON.parse(Buffer.concat(parts).toString("utf8")))
}

async function lookAtTable(content: Content, name: string, seen: Seen): Promise<void> {
  const LINE_END = "\n".charCodeAt(0)
  const table = seen.tables.get(name) ?? { rows: 0, digest: createHash("sha256") }
  seen.tables.set(name, table)
  for await (const part of content) {
    table.digest.update(part)
    table.rows += part.reduce((lines, byte) => (byte === LINE_END ? lines + 1 : lines), 0)
  }
}

async function lookAtFile(content: Content, { size }: TarEntry, name: string, seen: Seen): Promise<void> {
  const own = createHash("sha256")
  for await (const part of content) own.update(part)
  if (own.digest("hex") !== name) throw new Error(`The file ${name} is not what its name says.`)
  seen.files.count += 1
  seen.files.bytes += size
  seen.files.digest.update(`${name}\n`)
}

function compare(source: string, { manifest, tables, files }: Seen): Manifest {
  if (manifest === undefined) throw damaged(source, "It has no end, so it was not completed.")
  for (const { name, rows, digest } of manifest.tables) {
    const found = tables.get(name) ?? { rows: 0, digest: createHash("sha256") }
    tables.delete(name)
    if (found.rows !== rows || found.digest.digest("hex") !== digest)
      throw damaged(source, `The table ${name} differs.`)
  }
  if (tables.size > 0) throw damaged(source, "It holds tables that it does not list.")
  const { count, bytes, digest } = manifest.files
  if (files.count !== count || files.bytes !== bytes || files.digest.digest("hex") !== digest) {
    throw damaged(source, "Its files differ.")
  }
  return manifest
}

function damaged(source: string, why: string): Error {
  return new Error(`${source} is not a whole backup, so nothing was restored. ${why}`)
}
