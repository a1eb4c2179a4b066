import { isBuiltin } from "node:module"
import { posix } from "node:path"
import { areaOf } from "./areas.ts"
import { type Source, type Violation, violation } from "./source.ts"

const OUR_PACKAGES: Readonly<Record<string, string>> = {
  "aboveboard-engine": "engine/src/index.ts",
  aboveboard: "cli/src/index.ts",
}
const STORES = new Set(["pg", "kysely", "@electric-sql/pglite"])

/** Imports that the table of directions does not allow. */
export function wrongImports(source: Source): readonly Violation[] {
  const area = areaOf(source.path)
  if (area === undefined) return [violation(source, 0, "lies in no folder that the architecture knows")]
  if (area.name === "tests") return []
  return source.imports.flatMap(({ from, offset }) => {
    const reason = reasonAgainst(source.path, area, from)
    return reason === undefined ? [] : [violation(source, offset, reason)]
  })
}

type Area = NonNullable<ReturnType<typeof areaOf>>

function reasonAgainst(path: string, area: Area, from: string): string | undefined {
  const target = targetOf(path, from)
  if (target === undefined) return reasonAgainstPackage(area, from)
  if (/\/main\.tsx?$/.test(target)) return `imports ${from}; nobody imports a main`
  const other = areaOf(target)
  if (other === undefined || other.name === "tests") return `imports ${from}, which is not part of the product`
  if (other.name === area.name)
    return from in OUR_PACKAGES ? `imports its own package by name; use a relative path` : undefined
  if (other.name === "engine" && from.startsWith(".") && area.name !== "engine tools")
    return `reaches into the engine; import "aboveboard-engine"`
  if (area.mayImport === "everything" || area.mayImport.includes(other.name)) return undefined
  return `imports ${from}: ${area.name} may import ${area.mayImport.join(", ") || "nothing of ours"}, not ${other.name}`
}

function reasonAgainstPackage({ name, packages }: Area, from: string): string | undefined {
  const own = nameOfPackage(from)
  if (STORES.has(own) && name !== "database") return `imports ${from}: only the database folder speaks to a store`
  if (packages === "any") return undefined
  if (isBuiltin(from)) return `imports ${from}: ${name} runs everywhere, so nothing of Node`
  return packages.includes(own) ? undefined : `imports ${from}: ${name} may use ${packages.join(", ") || "no package"}`
}

/** The file of ours that an import names, or undefined for a package of others. */
function targetOf(path: string, from: string): string | undefined {
  if (from.startsWith(".")) return posix.normalize(posix.join(posix.dirname(path), from))
  return OUR_PACKAGES[nameOfPackage(from)]
}

function nameOfPackage(from: string): string {
  return from.split("/", from.startsWith("@") ? 2 : 1).join("/")
}
