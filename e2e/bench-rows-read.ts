import { parseArgs } from "node:util"
import { join } from "node:path"
import { migrate } from "../desk/src/server/database/migrate.ts"
import { openDatabase } from "../desk/src/server/database/open.ts"
import { startPostgresServer } from "../desk/test/postgres-server.ts"
import { rowsOfSteps } from "../desk/test/rows-of-a-step.ts"

const DUE = 100
const ROWS_MAX = 200

const { values } = parseArgs({
  strict: false,
  options: { open: { type: "string", default: "1000000" }, json: { type: "boolean" } },
})

/** How many rows a due step reads among a million open promises of which a hundred are due, as PostgreSQL's EXPLAIN counts them. */
const open = Number(values["open"])
const server = await startPostgresServer()
const database = await openDatabase({ kind: "server", url: server.url })
try {
  await migrate(database, join(import.meta.dirname, "../desk/migrations"))
  await database.query("alter role postgres set statement_timeout = 0")
  const { rows, told } = await rowsOfSteps(database, { open, due: DUE })
  const most = Math.max(...rows)
  if (values["json"] === true)
    console.log(JSON.stringify({ open, due: DUE, told, steps: rows.length, rowsReadMax: most }))
  else console.log(`${open} open promises, ${told} due, ${rows.length} steps: a step read ${most} rows at most`)
  if (most >= ROWS_MAX || told !== DUE) process.exitCode = 1
} finally {
  await database.close()
  await server.stop()
}
