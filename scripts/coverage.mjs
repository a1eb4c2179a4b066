// Which branches of the engine its own tests take: npm run coverage. Fails below the share that is promised.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"

const BRANCHES_MIN = 95 // per cent
const ROOT = fileURLToPath(new URL("..", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "aboveboard-coverage-"))

try {
  const { status } = spawnSync(
    "npx",
    ["vitest", "run", "--project", "unit", "engine/src", "engine/evaluate", ...options()],
    {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "inherit"],
    },
  )
  if (status !== 0) throw new Error("the engine's tests failed: npx vitest run --project unit engine")
  report(JSON.parse(readFileSync(join(folder, "coverage-summary.json"), "utf8")))
} finally {
  rmSync(folder, { recursive: true })
}

/** Tests of how long something takes are left out: counting slows it down. Those of the bundle take no branch of the source. */
function options() {
  return [
    "-t=^(?!.*(?:in time|time grows|time that grows))",
    "--testTimeout=180000", // counting slows the others down, too
    "--coverage.enabled",
    "--coverage.provider=v8",
    "--coverage.include=engine/src/**/*.ts",
    "--coverage.reporter=json-summary",
    `--coverage.reportsDirectory=${folder}`,
  ]
}

function report({ total, ...files }) {
  const open = Object.entries(files)
    .map(([path, { branches }]) => ({
      path: relative(ROOT, path),
      missing: branches.total - branches.covered,
      ...branches,
    }))
    .filter(({ missing }) => missing > 0)
    .toSorted((one, other) => other.missing - one.missing)
  for (const { path, covered, total: all } of open) console.log(`${path.padEnd(52)} ${covered} of ${all}`)
  const { covered, total: all, pct } = total.branches
  console.log(`${covered} of ${all} branches: ${pct} %, fewer than ${BRANCHES_MIN} % fail`)
  if (pct < BRANCHES_MIN) process.exitCode = 1
}
