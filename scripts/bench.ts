// `npm run bench`: every bench of the project, one after the other; what is said after `--` goes to each of them.
//   npm run bench -- --data FOLDER [--json]
import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"

/** What is measured, by its name. Another bench is another line; with --json it prints one JSON value. */
const BENCHES = {
  engine: "engine/bench/main.ts",
  "follow-through": "e2e/bench-follow-through.ts",
  "rows-read": "e2e/bench-rows-read.ts",
  verify: "e2e/bench-verify.ts",
  import: "e2e/bench-import.ts",
  desk: "e2e/bench-desk.ts",
  report: "e2e/bench-report.ts",
}

const ROOT = fileURLToPath(new URL("..", import.meta.url))
const parameters = process.argv.slice(2)
const isJson = parameters.includes("--json")
const results: Record<string, unknown> = {}
for (const [name, file] of Object.entries(BENCHES)) {
  const { status, stdout } = spawnSync(process.execPath, [file, ...parameters], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  })
  if (status !== 0) process.exitCode = 1
  if (isJson) results[name] = status === 0 ? (JSON.parse(stdout) as unknown) : null
  else console.log(`${name}\n${stdout}`)
}
if (isJson) console.log(JSON.stringify(results, null, 2))
