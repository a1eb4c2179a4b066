import { z } from "zod"

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)

/** What a backup says about itself, as its last entry: an archive without it is not whole. Digests are SHA-256, in hex. */
export const manifestSchema = z.strictObject({
  format: z.literal("aboveboard-backup/1"),
  madeAt: z.string(),
  migrations: z.array(z.strictObject({ number: count, name: z.string(), checksum: z.string() })).min(1),
  /** `digest`: of the table's lines, each with its line end, in the archive's order. */
  tables: z.array(z.strictObject({ name: z.string(), rows: count, digest })),
  counters: z.array(z.strictObject({ table: z.string(), column: z.string(), last: z.int() })),
  /** `digest`: of the files' own digests, each with a line end, in the archive's order. */
  files: z.strictObject({ count, bytes: count, digest }),
})

export type Manifest = z.infer<typeof manifestSchema>

export const MANIFEST_NAME = "manifest.json"

export function tableEntryName(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(8, "0")}.jsonl`
}

/** Files are kept, and archived, below the first two digits of their digest. */
export function fileEntryName(fileDigest: string): string {
  return `files/${fileDigest.slice(0, 2)}/${fileDigest.slice(2)}`
}

/** What an entry of the archive is, from its name; undefined when it is nothing of ours. */
export function entryKind(
  name: string,
): { kind: "table"; table: string } | { kind: "file"; digest: string } | { kind: "manifest" } | undefined {
  if (name === MANIFEST_NAME) return { kind: "manifest" }
  const table = /^tables\/([^/]+)\/\d{8}\.jsonl$/.exec(name)?.[1]
  if (table !== undefined) return { kind: "table", table }
  const [, folder, file] = /^files\/([0-9a-f]{2})\/([0-9a-f]{62})$/.exec(name) ?? []
  if (folder !== undefined && file !== undefined) return { kind: "file", digest: folder + file }
  return undefined
}
