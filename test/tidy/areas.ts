/** A concern with a place of its own. `mayImport` names areas, and `packages` the packages of others that it may use. */
type Area = {
  readonly name: string
  /** The first area whose path fits is the file's. */
  readonly path: RegExp
  readonly mayImport: readonly string[] | "everything"
  readonly packages: readonly string[] | "any"
}

const MIDDLE = ["ledger", "engine", "database", "verbs"]

/** The table of ARCHITECTURE.md, "Direction". Every area may import itself. */
export const AREAS: readonly Area[] = [
  {
    name: "tests",
    path: /(\.test\.tsx?$)|^(desk\/(test|simulate)|e2e|test|scripts)\//,
    mayImport: "everything",
    packages: "any",
  },
  { name: "configs", path: /\.config\.ts$/, mayImport: ["engine tools"], packages: "any" },
  { name: "engine", path: /^engine\/src\//, mayImport: [], packages: ["temporal-polyfill"] },
  { name: "engine tools", path: /^engine\//, mayImport: ["engine"], packages: "any" },
  { name: "cli", path: /^cli\//, mayImport: ["engine"], packages: "any" },
  { name: "ledger", path: /^desk\/src\/ledger\//, mayImport: ["engine"], packages: [] },
  { name: "contract", path: /^desk\/src\/contract\//, mayImport: ["ledger", "engine"], packages: ["zod"] },
  { name: "database", path: /^desk\/src\/server\/database\//, mayImport: ["ledger", "engine"], packages: "any" },
  // The sample shop is played with the verbs, and one verb opens it.
  {
    name: "verbs",
    path: /^desk\/src\/server\/(verbs|sample)\//,
    mayImport: ["ledger", "engine", "database", "cli"],
    packages: "any",
  },
  { name: "http", path: /^desk\/src\/server\/http\//, mayImport: ["contract", ...MIDDLE], packages: "any" },
  { name: "follow-through", path: /^desk\/src\/server\/follow-through\//, mayImport: MIDDLE, packages: "any" },
  { name: "mail", path: /^desk\/src\/server\/mail\//, mayImport: MIDDLE, packages: "any" },
  { name: "mcp", path: /^desk\/src\/server\/mcp\//, mayImport: MIDDLE, packages: "any" },
  {
    name: "wiring",
    path: /^desk\/src\/server\/(main|config|cli\/main)\.ts$/,
    mayImport: "everything",
    packages: "any",
  },
  { name: "other doors", path: /^desk\/src\/server\/[^/]+\//, mayImport: MIDDLE, packages: "any" },
  { name: "server", path: /^desk\/src\/server\//, mayImport: [...MIDDLE, "wiring"], packages: "any" },
  { name: "web", path: /^desk\/src\/web\//, mayImport: ["contract", "ledger", "engine"], packages: "any" },
  { name: "bin", path: /^desk\/bin\//, mayImport: [], packages: "any" },
]

/** The area of a file, or undefined where no folder was agreed for it. */
export function areaOf(path: string): Area | undefined {
  return AREAS.find((area) => area.path.test(path))
}
