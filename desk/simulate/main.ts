import { createHash } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { once } from "node:events"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { Worker } from "node:worker_threads"
import { startPostgresServer } from "../test/postgres-server.ts"
import type { Database } from "../src/server/database/database.ts"
import { migrate } from "../src/server/database/migrate.ts"
import { openDatabase } from "../src/server/database/open.ts"
import { type WorldOptions, type WorldReport, runWorld } from "./world/world.ts"

// `npm run simulate -- --seed N [--worlds N] [--days N] [--promises N] [--store memory|embedded|server]`: see docs/simulator.md.

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    store: { type: "string", default: "memory" },
    worlds: { type: "string" },
    days: { type: "string" },
    promises: { type: "string" },
  },
})

const MIGRATIONS = join(import.meta.dirname, "../migrations")

await main()

async function main(): Promise<void> {
  const isMemory = values.store === "memory"
  const count = Number(values.worlds ?? (isMemory ? 16 : 2))
  const days = Number(values.days ?? (isMemory ? 60 : 10))
  const promisesADay = Number(values.promises ?? (isMemory ? 100 : 15))
  const worlds = Array.from({ length: count }, (_, number) => ({
    seed: Number(values.seed) * 10_000 + number,
    days,
    promisesADay,
  }))
  const started = performance.now()
  const reports = isMemory ? await inThreads(worlds) : await beside(values.store, worlds)
  const seconds = (performance.now() - started) / 1000
  for (const line of wordsOf(reports)) console.log(line)
  // What depends on the machine comes apart: everything before it is the same for the same seed.
  const promiseDays = reports.reduce((sum, one) => sum + one.promiseDays, 0)
  console.error(
    `${seconds.toFixed(1)} s: ${Math.round((promiseDays / seconds) * 60).toLocaleString("en")} promise-days a minute`,
  )
  if (reports.some(({ problems }) => problems.length > 0)) process.exitCode = 1
}

/** Worlds know nothing of one another, so each processor runs its own. The reports come in the order of the worlds. */
async function inThreads(worlds: readonly WorldOptions[]): Promise<readonly WorldReport[]> {
  const reports: WorldReport[] = []
  let next = 0
  async function thread(): Promise<void> {
    const worker = new Worker(new URL("./world-thread.ts", import.meta.url))
    try {
      for (let number = next++; number < worlds.length; number = next++) {
        worker.postMessage(worlds[number])
        const [report] = (await once(worker, "message")) as [WorldReport] // rejects at an error of the thread
        reports[number] = report
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.min(worlds.length, availableParallelism()) }, thread))
  return reports
}

async function beside(kind: string, worlds: readonly WorldOptions[]): Promise<readonly WorldReport[]> {
  if (kind === "embedded") {
    const folder = mkdtempSync(join(tmpdir(), "aboveboard-simulate-"))
    const database = await openDatabase({ kind: "embedded", folder })
    try {
      return await onStore(database, worlds)
    } finally {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  if (kind !== "server") throw new Error("--store is memory, embedded or server.")
  const server = await startPostgresServer()
  const database = await openDatabase({ kind: "server", url: server.url })
  try {
    return await onStore(database, worlds)
  } finally {
    await database.close()
    await server.stop()
  }
}

async function onStore(database: Database, worlds: readonly WorldOptions[]): Promise<readonly WorldReport[]> {
  const reports: WorldReport[] = []
  for (const options of worlds) {
    await database.query("drop schema public cascade; create schema public")
    await migrate(database, MIGRATIONS)
    reports.push(await runWorld({ ...options, beside: database }))
  }
  return reports
}

function wordsOf(reports: readonly WorldReport[]): readonly string[] {
  const sum = (of: (report: WorldReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0).toLocaleString("en")
  const kinds = Object.keys(reports[0]?.troubles ?? {}) as (keyof WorldReport["troubles"])[]
  const digest = createHash("sha256").update(reports.map((one) => one.digest).join("\n"))
  const compared = sum((one) => one.compared)
  return [
    `${reports.length} worlds, ${sum((one) => one.promiseDays)} promise-days, ${sum((one) => one.steps)} steps, each checked`,
    `${sum((one) => one.promises)} promises, ${sum((one) => one.entries)} entries (${sum((one) => one.acknowledged)} acknowledged), ${sum((one) => one.notices)} notices, ${sum((one) => one.mails)} mails`,
    `faults: ${kinds.map((kind) => `${kind} ${sum((one) => one.troubles[kind])}`).join(", ")}; asked or sent again ${sum((one) => one.repeated)}`,
    ...(compared === "0" ? [] : [`${compared} statements, answered alike by the real store`]),
    ...reports.flatMap(({ problems }, number) => problems.map((problem) => `world ${number}: ${problem}`)),
    `${sum((one) => one.problems.length)} problems`,
    `digest ${digest.digest("hex")}`,
  ]
}
