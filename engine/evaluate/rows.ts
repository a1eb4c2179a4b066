import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** A row as its file holds it. Reading it is the boundary where unknown text becomes typed. */
export type Row = Readonly<Record<string, unknown>>

/** The rows of a set; empty when the folder does not hold it. */
export function rowsOf(folder: string, name: string): readonly Row[] {
  const path = join(folder, `${name}.jsonl`)
  if (!existsSync(path)) return []
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): Row => JSON.parse(line))
}

export function textIn(row: Row, field: string): string {
  const value = row[field]
  return typeof value === "string" ? value : ""
}

export type Half = "a" | "b"

/** A fixed half of a set by conversation: rules were written looking at half a only. */
export function halfOf(key: string): Half {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193) >>> 0
  return (hash >>> 8) % 2 === 1 ? "b" : "a"
}
