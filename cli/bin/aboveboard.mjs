#!/usr/bin/env node
// Plain JavaScript for any Node: goes on with the Node that the project pins when this one cannot run TypeScript.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import * as nodeModule from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const HERE = dirname(fileURLToPath(import.meta.url))
const BUILT = join(HERE, "..", "dist", "main.js") // in the published package; inside the project it runs from source
const MAIN = join(HERE, "..", "src", "main.ts")
const major = Number(process.versions.node.split(".")[0])

if (!existsSync(MAIN)) {
  if (major < 22) {
    console.error(`aboveboard needs Node 22 or later; this is ${process.versions.node}.`)
    process.exit(2)
  }
  const { main } = await import(pathToFileURL(BUILT).href)
  await main(process.argv.slice(2))
} else if (major >= 26) {
  keepCompiled()
  const { main } = await import(pathToFileURL(MAIN).href)
  await main(process.argv.slice(2))
} else {
  runWith(pinnedNode(dirname(MAIN)))
}

/** Compiling the sources takes half of a short run: what Node made of them is kept in the project's own folder, where nobody else writes. */
function keepCompiled() {
  const packages = join(HERE, "..", "..", "node_modules")
  if (existsSync(packages)) nodeModule.enableCompileCache(join(packages, ".cache", "aboveboard-compiled"))
}

/** node_modules/node/bin/node of this folder or the nearest one above. */
function pinnedNode(from) {
  const candidate = join(from, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node")
  if (existsSync(candidate)) return candidate
  const parent = dirname(from)
  return parent === from ? null : pinnedNode(parent)
}

function runWith(node) {
  if (node === null) {
    console.error(
      `aboveboard needs Node 26 or later; this is ${process.versions.node}. Run "npm install" in the project first.`,
    )
    process.exit(2)
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" })
  child.on("error", (error) => {
    console.error(`aboveboard could not be started: ${error.message}`)
    process.exit(2)
  })
  child.on("exit", (code, signal) => (signal === null ? process.exit(code ?? 2) : process.kill(process.pid, signal)))
}
