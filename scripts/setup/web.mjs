import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { withLock } from "./lock.mjs"
import { PINNED_NODE, ROOT } from "./root.mjs"
import { run } from "./run.mjs"

const VITE = join(ROOT, "node_modules", "vite", "bin", "vite.js")
const DIST = join(ROOT, "desk", "dist")
const STAMP_FILE = join(DIST, "web.stamp")
const SOURCES = [
  "desk/src/web",
  "desk/src/contract",
  "desk/src/ledger",
  "engine/src",
  "desk/public",
  "desk/index.html",
  "desk/vite.config.ts",
  "engine/bundle/without-examples.ts",
  "desk/package.json",
  "package-lock.json",
]

/**
 * Builds the web app where its sources are not those of the last build. It is built aside and then moved into place, so
 * that nobody is ever served half of it.
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} false when the build failed; it has said why
 */
export async function ensureWebApp(say) {
  if (!existsSync(join(ROOT, "desk", "vite.config.ts"))) {
    say("There is no web app to build.")
    return true
  }
  if (isBuilt(digestOfSources())) return true
  mkdirSync(DIST, { recursive: true })
  return withLock(join(DIST, ".build-lock"), async () => {
    const digest = digestOfSources()
    return isBuilt(digest) || build(digest, say)
  })
}

async function build(digest, say) {
  say("Building the web app …")
  const next = join(DIST, "web-next")
  const parameters = [VITE, "build", "desk", "--outDir", next, "--emptyOutDir", "--logLevel", "warn"]
  const { code, output } = await run(PINNED_NODE, parameters, { quiet: true })
  if (code !== 0) {
    say(output)
    return false
  }
  rmSync(STAMP_FILE, { force: true })
  rmSync(join(DIST, "web"), { recursive: true, force: true })
  renameSync(next, join(DIST, "web"))
  writeFileSync(STAMP_FILE, digest)
  return true
}

function isBuilt(digest) {
  return (
    existsSync(join(DIST, "web", "index.html")) && existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, "utf8") === digest
  )
}

function digestOfSources() {
  const hash = createHash("sha256")
  for (const path of SOURCES) addToDigest(hash, path)
  return hash.digest("hex")
}

function addToDigest(hash, path) {
  const whole = join(ROOT, path)
  try {
    for (const name of readdirSync(whole).sort()) addToDigest(hash, `${path}/${name}`)
  } catch (error) {
    if (error.code === "ENOENT") return
    if (error.code !== "ENOTDIR") throw error
    if (/\.test\.tsx?$/.test(path)) return
    hash.update(`${path}\0`).update(readFileSync(whole)).update("\0")
  }
}
