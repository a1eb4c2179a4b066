import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type ESTree, parseSync } from "vite"

const ROOT = fileURLToPath(new URL("../..", import.meta.url))
const FOLDERS = ["engine", "cli", "desk", "e2e", "scripts", "test"]
const LEFT_OUT = new Set(["node_modules", "dist", "data", "screenshots", "coverage"])

/** A file of ours, read and parsed. Paths are relative to the project, with slashes. */
export type Source = {
  readonly path: string
  readonly text: string
  readonly program: ESTree.Program
  /** What it imports or re-exports, types included. */
  readonly imports: readonly { readonly from: string; readonly offset: number }[]
}

/** One thing that is not as agreed: where, and why it matters. */
export type Violation = { readonly path: string; readonly line: number; readonly reason: string }

/** All files of ours, also those that are no code. */
export function allPaths(): readonly string[] {
  return FOLDERS.flatMap((folder) => pathsBelow(folder))
}

/** Reads and parses every file with code in it. */
export function readSources(): readonly Source[] {
  const paths = allPaths().filter((path) => /\.(ts|tsx|mjs)$/.test(path))
  return paths.map((path) => sourceOf(path, readFileSync(join(ROOT, path), "utf8")))
}

/** Parses `text` as the file at `path`. Fails when it is no TypeScript. */
export function sourceOf(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest)
  const exported = module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest))
  const known = [...imported, ...exported].flatMap((request) =>
    request ? [{ from: request.value, offset: request.start }] : [],
  )
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const words = text.slice(start, end)
    return /^["'`]/.test(words) ? [{ from: words.slice(1, -1), offset: start }] : []
  })
  return { path, text, program, imports: [...known, ...dynamic] }
}

/** Says where in the file, for people. */
export function violation(source: Source, offset: number, reason: string): Violation {
  return { path: source.path, line: source.text.slice(0, offset).split("\n").length, reason }
}

export function told({ path, line, reason }: Violation): string {
  return `${path}:${line} ${reason}`
}

function pathsBelow(folder: string): readonly string[] {
  try {
    return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (LEFT_OUT.has(entry.name)) return []
      return entry.isDirectory() ? pathsBelow(path) : [path]
    })
  } catch {
    return [] // a folder that is not there yet, or a file that another process has just removed
  }
}
