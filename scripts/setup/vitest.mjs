import { readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { PINNED_NODE, ROOT } from "./root.mjs"
import { run } from "./run.mjs"
import { temporaryForTests } from "./temporary.mjs"

const VITEST = join(ROOT, "node_modules", "vitest", "vitest.mjs")
// What Node has made of our sources once; each of some sixty desks that the tests start would compile them anew.
const COMPILED = join(ROOT, "node_modules", ".cache", "aboveboard-compiled")
const WORKERS = { unit: 2, e2e: 3 } // on two cores; journeys wait half of their time, for mails that can be undone and for screens
const LINES_OF_A_FAILURE = 6

/**
 * Runs one of the projects of vitest.config.ts and counts. A file that does not load, and an error outside any test,
 * count as failed. `failures` has a line for each, since what a run of minutes said of it is far up by then.
 * @param {"unit" | "e2e"} project
 * @param {Record<string, string>} env
 * @returns {Promise<{ passed: number, failed: number, skipped: number, failures: string[] }>}
 */
export async function runVitest(project, env = {}) {
  const temporary = temporaryForTests()
  const file = join(temporary.folder, "report.json")
  const files = [`--project=${project}`, `--maxWorkers=${WORKERS[project]}`, "--passWithNoTests"]
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
  try {
    const { code } = await run(PINNED_NODE, [VITEST, "run", ...files, ...reporters], {
      env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...env, TMPDIR: temporary.folder },
    })
    return countsOf(file, code)
  } finally {
    temporary.remove()
  }
}

function countsOf(file, code) {
  const report = read(file)
  const suites = report?.testResults ?? []
  const unloaded = suites.filter((suite) => suite.status === "failed" && suite.assertionResults.length === 0)
  const failures = [...unloaded.map((suite) => failureOf(suite, "", suite.message)), ...suites.flatMap(failedTests)]
  if (failures.length === 0 && code !== 0) failures.push("an error outside any test, told above")
  return {
    passed: report?.numPassedTests ?? 0,
    failed: failures.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    failures,
  }
}

function failedTests(suite) {
  const failed = suite.assertionResults.filter((test) => test.status === "failed")
  return failed.map((test) => failureOf(suite, test.fullName, test.failureMessages.join("\n")))
}

function failureOf(suite, name, message) {
  const told = (message ?? "").split("\n").slice(0, LINES_OF_A_FAILURE)
  return [`${relative(ROOT, suite.name)}: ${name}`, ...told.map((line) => `  ${line.slice(0, 300)}`)].join("\n")
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return undefined
  }
}
