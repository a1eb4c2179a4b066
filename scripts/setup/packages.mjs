import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { withLock } from "./lock.mjs"
import { PINNED_NODE, ROOT } from "./root.mjs"
import { machineEnvironment, run } from "./run.mjs"

const LOCK_FILE = join(ROOT, "package-lock.json")
// npm writes this one last, and it says what is really there.
const INSTALLED_FILE = join(ROOT, "node_modules", ".package-lock.json")
// Ours: there while an installation is under way, so that a half-finished one is seen and done again.
const UNFINISHED_FILE = join(ROOT, ".install-unfinished")

/**
 * Installs the packages of the lock file where they are missing, older, or half installed. Two at once take turns.
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} false when npm failed; it has said why
 */
export async function ensurePackages(say) {
  if (isInstalled()) return true
  return withLock(
    join(ROOT, ".install-lock"),
    async (hold) => {
      if (isInstalled()) return true // by the one we waited for
      say("Installing packages (npm ci) …")
      return install(hold)
    },
    () => say("Waiting for another installation to finish …"),
  )
}

async function install(hold) {
  writeFileSync(UNFINISHED_FILE, "An installation began here and has not finished.\n")
  mkdirSync(join(ROOT, "node_modules"), { recursive: true })
  rmSync(INSTALLED_FILE, { force: true })
  // What a person's own npm settings may leave out is needed here: the build tools, and the pinned Node's install script.
  const parameters = ["ci", "--include=dev", "--include=optional", "--ignore-scripts=false", "--loglevel=error"]
  const npm = whichNpm()
  const { code } = await run(npm.program, [...npm.first, ...parameters], { env: machineEnvironment(), started: hold })
  if (code !== 0) return false
  rmSync(UNFINISHED_FILE, { force: true })
  return isInstalled()
}

/** The npm that called us, or else the one of the machine. */
function whichNpm() {
  const { npm_execpath: npmFile, npm_node_execpath: node } = process.env
  const isNpm = npmFile !== undefined && /npm-cli\.c?js$/.test(npmFile) && existsSync(npmFile)
  return isNpm ? { program: node ?? process.execPath, first: [npmFile] } : { program: "npm", first: [] }
}

function isInstalled() {
  if (existsSync(UNFINISHED_FILE) || !existsSync(PINNED_NODE)) return false
  const wanted = packagesOf(LOCK_FILE)
  const installed = packagesOf(INSTALLED_FILE)
  if (wanted === undefined || installed === undefined) return false
  return Object.entries(wanted).every(([path, one]) => isSatisfied(path, one, installed[path]))
}

/** Optional packages may be absent: they are those of other platforms. */
function isSatisfied(path, wanted, installed) {
  if (!path.includes("node_modules/") || wanted.link === true) return true
  if (installed === undefined) return wanted.optional === true || wanted.peer === true
  return installed.version === wanted.version && installed.integrity === wanted.integrity
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages
  } catch {
    return undefined
  }
}
