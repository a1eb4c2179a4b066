import { spawnSync } from "node:child_process"
import { existsSync, statSync } from "node:fs"
import { fileURLToPath } from "node:url"

/** Installs the peers beside this file where they are missing or older than the lock; none of their install scripts runs. */
export function installPeers(): void {
  const folder = fileURLToPath(new URL(".", import.meta.url))
  const installed = `${folder}node_modules/.package-lock.json`
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${folder}package-lock.json`).mtimeMs) return
  console.error("Installing the tools to compare with (npm ci in engine/bench) …")
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  })
  if (status !== 0) throw new Error("The tools to compare with could not be installed; npm says why above.")
}
