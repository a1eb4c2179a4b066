import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { pdf } from "./documents.ts"

// PACKED_WITH_NODE=/path/to/node runs what is packed on another Node, for instance the oldest that is promised.
const ROOT = fileURLToPath(new URL("../..", import.meta.url))
const DEPENDENCIES = ["yaml", "re2js", "unpdf", "temporal-polyfill", "temporal-spec", "temporal-utils"]
const folder = mkdtempSync(join(tmpdir(), "aboveboard-packed-"))
const copy = join(folder, "copy") // packing rewrites package.json for a moment: not in the tree that others run from
const tarballs = join(folder, "tarballs")
const empty = join(folder, "empty")
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(() => {
  for (const each of [copy, tarballs, empty]) mkdirSync(each)
  for (const part of [
    "engine/src",
    "engine/package.json",
    "engine/tsconfig.build.json",
    "cli/src",
    "cli/bin",
    "cli/package.json",
    "cli/tsconfig.build.json",
    "scripts",
    "tsconfig.base.json",
    "LICENSE",
  ])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true })
  mkdirSync(join(copy, "node_modules"))
  for (const name of ["typescript", "@typescript", "@types", "undici-types", ...DEPENDENCIES])
    symlinkSync(join(ROOT, "node_modules", name), join(copy, "node_modules", name))
  symlinkSync(join(copy, "engine"), join(copy, "node_modules/aboveboard-engine"))
  for (const part of ["engine", "cli"]) npm(["pack", "--pack-destination", tarballs], join(copy, part))
  for (const name of DEPENDENCIES)
    npm(["pack", "--ignore-scripts", "--pack-destination", tarballs, join(ROOT, "node_modules", name)], copy)
  writeFileSync(join(empty, "package.json"), '{ "name": "somebody", "private": true, "type": "module" }\n')
  npm(
    [
      "install",
      "--offline",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      ...readdirSync(tarballs).map((name) => join(tarballs, name)),
    ],
    empty,
  )
}, 240_000)

test("installed into an empty folder, the command line checks and reviews", () => {
  writeFileSync(join(empty, "script.md"), "Create a sense of urgency.\n")
  writeFileSync(join(empty, "manual.pdf"), pdf(["Never say no."]))
  expect(run(["node_modules/aboveboard/bin/aboveboard.mjs", "check", "manual.pdf"])).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("manual.pdf:1:1  confirm  protocol/never-say-no"),
  })
  expect(run(["node_modules/aboveboard/bin/aboveboard.mjs", "check", "."])).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("script.md:1:1  confirm  protocol/create-urgency"),
  })
  const reviewed = run(
    ["node_modules/aboveboard/bin/aboveboard.mjs", "review"],
    '{"id":1,"text":"I will call you tomorrow."}\n',
  )
  expect(JSON.parse(reviewed.stdout)).toMatchObject({ id: 1, promises: [{ deed: "call-back" }] })
})

test("the engine runs, also where the platform has no Temporal", () => {
  writeFileSync(
    join(empty, "use.js"),
    'import { review, standardCalendar } from "aboveboard-engine"\nconsole.log(review({ text: "I will call you on Friday.", now: "2026-03-04T10:00:00Z" }, { calendar: standardCalendar("UTC") }).promises[0].due.until)\n',
  )
  expect(run(["use.js"]).stdout.trim()).toBe("2026-03-06T17:00:00+00:00")
  writeFileSync(join(empty, "without.js"), 'delete globalThis.Temporal\nawait import("./use.js")\n')
  expect(run(["without.js"]).stdout.trim()).toBe("2026-03-06T17:00:00+00:00")
})

test("the packages hold JavaScript and types, and no sources", () => {
  const names = readdirSync(join(empty, "node_modules/aboveboard-engine"), { recursive: true }).map(String)
  expect(names).toContain(join("dist", "index.d.ts"))
  expect(names.filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))).toEqual([])
})

function npm(args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync("npm", args, { cwd, encoding: "utf8" })
  if (status !== 0) throw new Error(`npm ${args.join(" ")}: ${stderr}`)
}

function run(
  args: readonly string[],
  input = "",
): { readonly stdout: string; readonly stderr: string; readonly status: number | null } {
  return spawnSync(process.env["PACKED_WITH_NODE"] ?? process.execPath, args, { cwd: empty, encoding: "utf8", input })
}
