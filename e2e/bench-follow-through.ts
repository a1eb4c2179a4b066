import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openDatabase } from "../desk/src/server/database/open.ts"
import { startPostgresServer } from "../desk/test/postgres-server.ts"
import { runDesk } from "./bench/desk-lateness.ts"
import { runPgBoss } from "./bench/pg-boss-lateness.ts"
import { type Figures, figuresOf, inWords } from "./bench/lateness.ts"

const STEPS = 2_000
const EVERY_MILLISECONDS = 10 // 100 due steps a second

/**
 * How late a due step is at 100 a second, on both stores, and beside it a job of pg-boss on the same PostgreSQL: from the
 * moment it was due to the commit of what was done (the desk), to the start of the handler (pg-boss). Milliseconds.
 */
const load = { steps: STEPS, everyMilliseconds: EVERY_MILLISECONDS }
const folder = mkdtempSync(join(tmpdir(), "aboveboard-bench-"))
const server = await startPostgresServer()
try {
  const measured = {
    "desk, embedded store": await onStore({ kind: "embedded", folder }),
    "desk, PostgreSQL": await onStore({ kind: "server", url: server.url }),
    "pg-boss 12.35, PostgreSQL": await runPgBoss(server.url, load),
  }
  const results = Object.entries(measured).map(([name, late]): readonly [string, Figures | string] => [
    name,
    typeof late === "string" ? late : figuresOf(late),
  ])
  if (process.argv.includes("--json")) console.log(JSON.stringify({ ...load, lateness: Object.fromEntries(results) }))
  else console.log([`${STEPS} due steps, one every ${EVERY_MILLISECONDS} ms`, ...results.map(inWords)].join("\n"))
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function onStore(options: Parameters<typeof openDatabase>[0]): Promise<readonly number[]> {
  const database = await openDatabase(options)
  try {
    return await runDesk(database, load)
  } finally {
    await database.close()
  }
}
