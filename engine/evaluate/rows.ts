import { existsSync, readdirSync, readFileSync } from "node:fs"
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

/** The names of the sets of sentences by one hand each, "promises-a". */
export function handsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^promises-\w+\.jsonl$/.test(name))
    .map((name) => name.replace(".jsonl", ""))
    .sort()
}

export function textIn(row: Row, field: string): string {
  const value = row[field]
  return typeof value === "string" ? value : ""
}

/** A fixed half of a set, or of its half b. */
export type Half = "a" | "b" | "b1" | "b2"

export const HALVES: readonly Half[] = ["a", "b", "b1", "b2"]

/** Whether a row of that conversation belongs to the half; null is every row. */
export function isIn(half: Half | null, key: string): boolean {
  if (half === null) return true
  const own = halfOf(key)
  return half.length === 1 ? own === half : own === "b" && quarterOf(key) === half
}

/** By conversation: until 2026-11-27 rules were written looking at half a only. */
export function halfOf(key: string): "a" | "b" {
  return hashOf(key) % 2 === 1 ? "b" : "a"
}

/** Half b cut once more: since then b1's errors are read too, and b2 is for figures only. */
function quarterOf(key: string): "b1" | "b2" {
  return hashOf(`once more: ${key}`) % 2 === 1 ? "b2" : "b1"
}

/** FNV-1a, without its lowest bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193) >>> 0
  return hash >>> 8
}
