import type { Database } from "../desk/src/server/database/database.ts"
import { migrate } from "../desk/src/server/database/migrate.ts"
import { openDatabase } from "../desk/src/server/database/open.ts"
import { MIGRATIONS } from "../desk/test/seeds.ts"
import { startPostgresPair, startPostgresServer } from "../desk/test/postgres-server.ts"
import { type FaultKind, type FaultOptions, faultsAndCompare, inTurn } from "./faults/faults.ts"
import { hostileAndMeasure } from "./hostile.ts"
import { killAndCompare } from "./kill.ts"
import { readAndCompare } from "./mailbox/read-and-compare.ts"
import { CONVERSATIONS, openReportYear, recountYear } from "./report-year.ts"

// The long proofs, about half an hour: `npm run prove [-- SEED]`. Ends with 1 when anything acknowledged was lost or doubled.
const seed = Number(process.argv[2] ?? Date.now() % 1_000_000)
const KINDS: readonly FaultKind[] = [
  "kill",
  "database",
  "connections",
  "kill",
  "database",
  "connections",
  "kill",
  "pause",
]
const PAUSE_MS = 30_000
const MAILS = 3_000 // e2e/bench-mailbox.ts reads 50,000

console.log(`Seed ${seed}. Thirty kills of a desk on the embedded database:`)
const { problems, ...counts } = await killAndCompare({ kills: 30, seed, awaitMail: true })
console.log(JSON.stringify(counts))
let wrong = said(problems)

for (const [processes, faults] of [
  [1, 40],
  [2, 40],
  [4, 24],
] as const) {
  wrong += await prove(`${processes} server processes on one PostgreSQL`, { processes, faults: inTurn(faults, KINDS) })
}
wrong += await prove(
  "two server processes, a primary and a synchronous standby: the primary dies, the standby takes over",
  {
    processes: 2,
    faults: ["connections", "database", "kill"],
    postgres: startPostgresPair,
  },
)
console.log("Hostile mails in full size:")
const { problems: hostile, ...measured } = await hostileAndMeasure()
console.log(JSON.stringify(measured))
wrong += said(hostile)
console.log(`A mailbox of ${MAILS} mails, its connection cut and the desk killed while it is read:`)
const { problems: mailbox, ...read } = await readAndCompare({ mails: MAILS })
console.log(JSON.stringify(read))
wrong += said(mailbox)
console.log(`Every figure of the trust report of ${CONVERSATIONS} conversations, recounted by SQL of its own:`)
wrong += said(await onPostgres(async (database) => recountYear(await openReportYear(database))))
console.log(`${wrong} lost, doubled or beyond a limit, or counted otherwise`)
process.exitCode = wrong === 0 ? 0 : 1

async function prove(what: string, options: Pick<FaultOptions, "processes" | "faults" | "postgres">): Promise<number> {
  const { problems: found, ...report } = await faultsAndCompare({
    seed,
    pauseMs: PAUSE_MS,
    awaitMail: true,
    ...options,
  })
  const { faults, acknowledged, lost, doubled, worstRecovery } = report
  console.log(`${what}:`)
  console.log(
    `faults ${faults}, acknowledged ${acknowledged}, lost ${lost}, doubled ${doubled}, worst recovery ${worstRecovery} ms`,
  )
  return said(found)
}

async function onPostgres<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const postgres = await startPostgresServer()
  const database = await openDatabase({ kind: "server", url: postgres.url })
  try {
    await migrate(database, MIGRATIONS)
    return await work(database)
  } finally {
    await database.close()
    await postgres.stop()
  }
}

function said(found: readonly string[]): number {
  for (const problem of found) console.error(problem)
  return found.length
}
