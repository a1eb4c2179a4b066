// `npm test`: everything that people and CI run. Installs what is missing, then static checks, unit tests and the
// contract suite on both databases, then the journeys. Runs on Node 20 with no packages to begin with.
//   npm test -- --only static | unit | e2e
import { ensureDebianTools } from "./setup/debian.mjs"
import { ensurePackages } from "./setup/packages.mjs"
import { runStaticCheck, staticChecks } from "./setup/static-checks.mjs"
import { runVitest } from "./setup/vitest.mjs"
import { ensureWebApp } from "./setup/web.mjs"

const PARTS = ["static", "unit", "e2e"]
const say = (line) => console.log(line)

const parts = wantedParts(process.argv.slice(2))
if (!(await ensurePackages(say))) fail("The packages could not be installed; npm says why above.")
const missing = parts.includes("unit") || parts.includes("e2e") ? await ensureDebianTools(say) : []
if (missing.length > 0) say(`Not installed, so the tests that need them are skipped: ${missing.join(", ")}`)

const counts = []
if (parts.includes("static")) counts.push(await timed("static checks", runStaticChecks))
if (parts.includes("unit")) counts.push(await timed("unit tests", () => runVitest("unit", { POSTGRES_FOR_TESTS: "1" })))
if (parts.includes("e2e")) counts.push(await timed("journeys", runJourneys))
const total = sum(counts)
process.exitCode = total.failed === 0 ? 0 : 1
for (const failure of counts.flatMap((count) => count.failures)) say(`FAILED ${failure}`)
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)

async function runStaticChecks() {
  const count = { passed: 0, failed: 0, skipped: 0, failures: [] }
  for (const check of staticChecks()) {
    if (await runStaticCheck(check, say)) count.passed += 1
    else count.failures.push(check.name)
  }
  return { ...count, failed: count.failures.length }
}

async function runJourneys() {
  if (!(await ensureWebApp(say))) return { passed: 0, failed: 1, skipped: 0, failures: ["the web app does not build"] }
  return runVitest("e2e")
}

async function timed(name, work) {
  say(`\n${name}`)
  const begun = Date.now()
  const count = await work()
  say(`${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`)
  return count
}

function sum(counts) {
  const add = (key) => counts.reduce((total, count) => total + count[key], 0)
  return { passed: add("passed"), failed: add("failed"), skipped: add("skipped") }
}

function wantedParts(parameters) {
  if (parameters.length === 0) return PARTS
  const [option, part] = parameters
  if (option === "--only" && PARTS.includes(part) && parameters.length === 2) return [part]
  return fail(`Known options: --only ${PARTS.join(" | ")}`)
}

function fail(sentence) {
  console.error(sentence)
  console.log("0 passed, 1 failed, 0 skipped")
  process.exit(1)
}
