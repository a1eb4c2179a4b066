import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PINNED_NODE, ROOT } from "./root.mjs"
import { run } from "./run.mjs"

const VITEST = join(ROOT, "node_modules", "vitest", "vitest.mjs")
// What Node has made of our sources once; each of some sixty desks that the tests start would compile them anew.
const COMPILED = join(ROOT, "node_modules", ".cache", "aboveboard-compiled")
const WORKERS = { unit: 2, e2e: 3 } // on two cores; journeys wait half of their time, for mails that can be undone and for screens

/**
 * Runs one of the projects of vitest.config.ts and counts. A file that does not load, and an error outside any test,
 * count as failed.
 * @param {"unit" | "e2e"} project
 * @param {Record<string, string>} env
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runVitest(project, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "aboveboard-vitest-"))
  const file = join(folder, "report.json")
  const files = [`--project=${project}`, `--maxWorkers=${WORKERS[project]}`, "--passWithNoTests"]
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
  try {
    const { code } = await run(PINNED_NODE, [VITEST, "run", ...files, ...reporters], {
      env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...env },
    })
    return countsOf(file, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countsOf(file, code) {
  const report = read(file)
  if (report === undefined) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  const unloaded = report.testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  )
  const failed = report.numFailedTests + unloaded.length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return undefined
  }
}
