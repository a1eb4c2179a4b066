// Before `npm pack` of engine or cli: builds JavaScript and types into dist/, and lets package.json point at them. Inside the
// project everything runs from source, and Node does not strip types below node_modules. Undone by postpack.mjs.
import { spawnSync } from "node:child_process"
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { fileURLToPath } from "node:url"

const ROOT = fileURLToPath(new URL("..", import.meta.url))
const folder = process.cwd()
const name = basename(folder)

rmSync(join(folder, "dist"), { recursive: true, force: true })
const built = spawnSync(
  process.execPath,
  [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"],
  { cwd: folder, stdio: "inherit" },
)
if (built.status !== 0) process.exit(1)
if (name === "engine") addTemporal()
copyFileSync(join(ROOT, "LICENSE"), join(folder, "LICENSE"))
copyFileSync(join(folder, "package.json"), join(folder, "package.json.source"))
writeFileSync(join(folder, "package.json"), `${JSON.stringify(published(), null, 2)}\n`)

function published() {
  const {
    scripts: _scripts,
    private: _private,
    ...rest
  } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
  const file = name === "engine" ? "./dist/published.js" : "./dist/index.js"
  const entry = { exports: { ".": { types: "./dist/index.d.ts", default: file } } }
  const files = name === "engine" ? ["dist"] : ["dist", "bin"]
  return { ...rest, ...entry, files, engines: { node: ">=22" } }
}

/** Where the platform has no Temporal, the one dependency brings it, before anything else is read. */
function addTemporal() {
  writeFileSync(
    join(folder, "dist/temporal.js"),
    'if (!("Temporal" in globalThis)) await import("temporal-polyfill/global")\n',
  )
  writeFileSync(join(folder, "dist/published.js"), 'import "./temporal.js"\nexport * from "./index.js"\n')
}
