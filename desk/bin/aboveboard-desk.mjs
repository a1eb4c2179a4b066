#!/usr/bin/env node
// Plain JavaScript for any Node: goes on with the Node that the project pins when this one cannot run TypeScript.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const NODE_MIN = 26
const SERVER = join(dirname(fileURLToPath(import.meta.url)), "..", "src", "server")
const [command, ...rest] = process.argv.slice(2)
const starts = command === "start" && rest.length === 0
const main = starts ? join(SERVER, "main.ts") : join(SERVER, "cli", "main.ts")

if (Number(process.versions.node.split(".")[0]) >= NODE_MIN) await import(pathToFileURL(main).href)
else goOnWith(pinnedNode(SERVER))

/** node_modules/node/bin/node of this folder or the nearest one above; null when there is none. */
function pinnedNode(from) {
  const candidate = join(from, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node")
  if (existsSync(candidate)) return candidate
  const parent = dirname(from)
  return parent === from ? null : pinnedNode(parent)
}

function goOnWith(node) {
  if (node === null) {
    stop(`This needs Node ${NODE_MIN} or later, not ${process.versions.node}. Run "npm start" once: it installs one.`)
  }
  const child = spawn(node, [main, ...(starts ? [] : process.argv.slice(2))], { stdio: "inherit" })
  // A terminal signals the whole group; a service manager only us.
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  process.on("SIGINT", () => {})
  child.on("error", (error) => stop(`The desk could not be started: ${error.message}`))
  child.on("exit", (code) => process.exit(code ?? 1))
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
