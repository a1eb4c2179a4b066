import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { delimiter, join } from "node:path"
import { run } from "./run.mjs"

// Debian puts PostgreSQL's server programs outside PATH.
const POSTGRES_FOLDER = "/usr/lib/postgresql"
const POLICY_FILE = "/usr/sbin/policy-rc.d"

const TOOLS = [
  { package: "chromium", isThere: () => isProgram("chromium") },
  { package: "postgresql", isThere: () => isProgram("initdb") || hasDebianPostgres() },
  { package: "dovecot-imapd", isThere: () => isProgram("dovecot") && existsSync("/usr/lib/dovecot/imap") },
  { package: "swaks", isThere: () => isProgram("swaks") },
  { package: "nginx", isThere: () => isProgram("nginx") },
]

/**
 * Installs what the tests need of Debian where it is missing and we may. No service is started by that.
 * @param {(line: string) => void} say
 * @returns {Promise<readonly string[]>} the packages that are still missing
 */
export async function ensureDebianTools(say) {
  const missing = missingTools()
  if (missing.length === 0 || process.getuid?.() !== 0 || !isProgram("apt-get")) return missing
  say(`Installing ${missing.join(", ")} (apt-get) …`)
  await withoutStartingServices(() => install(missing, say))
  return missingTools()
}

async function install(packages, say) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  const apt = ["-qq", "-o", "DPkg::Lock::Timeout=120"]
  await run("apt-get", [...apt, "update"], { quiet: true, env }) // should it fail, the next line says what matters
  const { code, output } = await run("apt-get", [...apt, "install", "-y", "--no-install-recommends", ...packages], {
    quiet: true,
    env,
  })
  if (code !== 0) say(output)
}

/** Debian starts what it installs unless a policy says no. A policy that is already there is left alone. */
async function withoutStartingServices(work) {
  const isOurs = !existsSync(POLICY_FILE)
  if (isOurs) writeFileSync(POLICY_FILE, "#!/bin/sh\nexit 101\n", { mode: 0o755 })
  try {
    await work()
  } finally {
    if (isOurs) rmSync(POLICY_FILE, { force: true })
  }
}

function missingTools() {
  return TOOLS.filter((tool) => !tool.isThere()).map((tool) => tool.package)
}

function isProgram(name) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"]
  return folders.some((folder) => folder !== "" && existsSync(join(folder, name)))
}

function hasDebianPostgres() {
  if (!existsSync(POSTGRES_FOLDER)) return false
  return readdirSync(POSTGRES_FOLDER).some((version) => existsSync(join(POSTGRES_FOLDER, version, "bin", "initdb")))
}
