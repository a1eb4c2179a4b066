import { execFile } from "node:child_process"
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Load } from "./lateness.ts"

const VERSION = "12.35.0"
const INSTALL_MS_MAX = 120_000

const run = promisify(execFile)

/** Milliseconds late of as many jobs of pg-boss, at the shortest polling it allows; or a sentence why it did not run. */
export async function runPgBoss(url: string, load: Load): Promise<readonly number[] | string> {
  const folder = join(tmpdir(), `aboveboard-bench-pg-boss-${VERSION}`)
  try {
    await install(folder)
    const parameters = [join(import.meta.dirname, "pg-boss.mjs"), folder, url, JSON.stringify(load)]
    const { stdout } = await run(process.execPath, parameters, { maxBuffer: 64 * 1024 * 1024 })
    const lateness: unknown = JSON.parse(stdout)
    return Array.isArray(lateness) ? lateness.map(Number) : "gave no figures"
  } catch (error) {
    return `did not run: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`
  }
}

/** In a folder of its own: it is no part of this project. */
async function install(folder: string): Promise<void> {
  if (existsSync(join(folder, "node_modules/pg-boss"))) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }))
  await run("npm", ["install", `pg-boss@${VERSION}`, "--no-audit", "--no-fund"], {
    cwd: folder,
    timeout: INSTALL_MS_MAX,
  })
}
