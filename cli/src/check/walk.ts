import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join, relative, sep } from "node:path"
import { READABLE } from "../reading/read-file.ts"
import { globOf, ignoresOf } from "./gitignore.ts"
import type { Ignores } from "./gitignore.ts"

export type Wishes = { readonly include?: readonly string[]; readonly exclude?: readonly string[] }

/**
 * The files to check: those named, whatever they are, and in folders those that can be read, without what .gitignore leaves
 * out, in the order of their names. Paths are as the caller wrote them. Fails with a sentence when a path does not exist.
 */
export function filesIn(paths: readonly string[], from: string, wishes: Wishes = {}): readonly string[] {
  const found = paths.flatMap((path) => {
    if (!existsSync(absolute(from, path))) throw new Error(`${path}: no such file or folder`)
    return statSync(absolute(from, path)).isDirectory() ? below(path, from, ignoresAbove(absolute(from, path))) : [path]
  })
  const included = (wishes.include ?? []).map(globOf)
  const excluded = (wishes.exclude ?? []).map(globOf)
  return [...new Set(found)].filter((path) => {
    const name = slashed(relative(from, absolute(from, path)))
    return (
      (included.length === 0 || included.some((matches) => matches(name))) && !excluded.some((matches) => matches(name))
    )
  })
}

function absolute(from: string, path: string): string {
  return /^(?:\/|[a-z]:)/i.test(path) ? path : join(from, path)
}

type Rooted = { readonly folder: string; readonly ignores: Ignores }
const NEVER = new Set([".git", "node_modules", ".hg", ".svn"])
const OURS =
  /^aboveboard(?:\.config|-baseline|\.baseline)\.(?:json|ya?ml)$|^package(?:-lock)?\.json$|^tsconfig[\w.-]*\.json$/

function below(folder: string, from: string, above: readonly Rooted[]): readonly string[] {
  const here = absolute(from, folder)
  const rules = [...above, ...rootedIn(here)]
  const entries = readdirSync(here, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const isFolder = entry.isDirectory()
    if (NEVER.has(entry.name) || isIgnored(join(here, entry.name), isFolder, rules)) return []
    const path = folder === "." ? entry.name : join(folder, entry.name)
    if (isFolder) return below(path, from, rules)
    return entry.isFile() && READABLE.test(entry.name) && !OURS.test(entry.name) ? [path] : []
  })
}

/** The .gitignore files of the folders above, up to the one that holds the repository. */
function ignoresAbove(folder: string): readonly Rooted[] {
  if (existsSync(join(folder, ".git"))) return []
  const parent = join(folder, "..")
  return parent === folder ? [] : [...ignoresAbove(parent), ...rootedIn(parent)]
}

function rootedIn(folder: string): readonly Rooted[] {
  const path = join(folder, ".gitignore")
  return existsSync(path) ? [{ folder, ignores: ignoresOf(readFileSync(path, "utf8")) }] : []
}

function isIgnored(path: string, isFolder: boolean, rules: readonly Rooted[]): boolean {
  return rules.reduce(
    (ignored, { folder, ignores }) => ignores(slashed(relative(folder, path)), isFolder) ?? ignored,
    false,
  )
}

function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/")
}
