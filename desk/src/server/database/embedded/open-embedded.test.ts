import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { describe, expect, it } from "vitest"
import { openTestEmbedded } from "../../../../test/database.ts"
import { ANY_PLAN } from "../kept-statements.ts"
import { openDatabase } from "../open.ts"

const OPEN = new URL("../open.ts", import.meta.url).href

describe("The embedded database", () => {
  it("is open once at a time, and says so to the second", async () => {
    const { folder, remove } = await openTestEmbedded()
    const second = openDatabase({ kind: "embedded", folder })
    await expect(second).rejects.toThrow(`The database in ${folder} is open in another process. Stop the desk`)
    await remove()
  })

  it("refuses a second process, and after kill -9 of the first has lost nothing and is free", async () => {
    const { database, folder, remove } = await openTestEmbedded()
    await database.query("create table numbers (number int8)")
    await database.close()
    const writer = writerIn(folder)
    await nextLine(writer)
    const second = openDatabase({ kind: "embedded", folder })
    await expect(second).rejects.toThrow("is open in another process")
    const acknowledged = await killAfter(writer, 40)
    const again = await openDatabase({ kind: "embedded", folder })
    const [row] = await again.query<{ count: number }>("select count(*) from numbers")
    expect(acknowledged).toBeGreaterThanOrEqual(40)
    expect(row?.count).toBeGreaterThanOrEqual(acknowledged)
    await again.close()
    await remove()
  })

  it("starts again, with everything it acknowledged, when the disk has failed it", async () => {
    const { database, folder, remove } = await openTestEmbedded()
    const log = join(folder, "postgres", "pg_wal")
    await database.query("create table numbers (number int8); insert into numbers values (1)")
    const failing = database.transaction(async (queries) => {
      await queries.query("insert into numbers values (2)")
      renameSync(log, `${log}.away`)
      await queries.query("select pg_switch_wal()")
      await queries.query("insert into numbers select n from generate_series(1, 100000) n")
    })
    await expect(failing).rejects.toBeInstanceOf(Error)
    renameSync(`${log}.away`, log)
    expect(await database.query("select number from numbers")).toEqual([{ number: 1 }])
    await remove()
  })

  it("keeps what is asked again parsed and planned, and answers it as before: after a failure, a rollback and a new column", async () => {
    const { database, remove } = await openTestEmbedded()
    const kept = () =>
      database.query<{ statement: string }>("select statement from pg_prepared_statements order by name")
    await database.query("create table numbers (number int8)")
    const [insert, above, sum] = [
      "insert into numbers values ($1)",
      `${ANY_PLAN} select number from numbers where number > $1 order by number`,
      "select sum(number)::int8 as sum from numbers where number <> $1",
    ]
    for (const number of [1, 2, 3, 4]) await database.query(insert, [number])
    for (const number of [1, 2, 3]) expect(await database.query(above, [number])).toHaveLength(4 - number)
    expect(await kept()).toEqual([{ statement: insert }, { statement: above }])
    await expect(database.query(above, ["no number"])).rejects.toThrow("invalid input syntax")
    const undone = database.transaction(async (queries) => {
      await queries.query(insert, [5])
      for (const _ of [1, 2, 3]) await queries.query(sum, [0])
      throw new Error("undone")
    })
    await expect(undone).rejects.toThrow("undone")
    await database.query("alter table numbers add column name text")
    expect(await database.query(above, [3])).toEqual([{ number: 4 }])
    expect(await database.query(sum, [4])).toEqual([{ sum: 6 }])
    for (const _ of [1, 2, 3]) await database.query("select number from numbers where number >= $1", [1]) // planned for each
    expect(await kept()).toHaveLength(3)
    await remove()
  })

  it("keeps no more than it has room for, and what was asked before stays quick", async () => {
    const { database, remove } = await openTestEmbedded()
    const ask = async (number: number) =>
      database.query<{ number: number }>(`select $1::int8 + ${number} as number`, [1])
    for (let number = 0; number < 310; number++) for (const _ of [1, 2, 3]) await ask(number)
    const [row] = await database.query<{ count: number }>("select count(*) from pg_prepared_statements")
    expect(row?.count).toBe(300)
    expect(await ask(0)).toEqual([{ number: 1 }])
    expect(await ask(309)).toEqual([{ number: 310 }])
    await remove()
  })

  it("is closed once, and then says so", async () => {
    const { database, remove } = await openTestEmbedded()
    await Promise.all([database.query("select 1"), database.close(), database.close()])
    await expect(database.query("select 1")).rejects.toThrow("The database is closed.")
    await remove()
  })
})

describe("The first start of an embedded database", () => {
  it("begins again where an earlier one was interrupted", async () => {
    const folder = mkdtempSync(join(tmpdir(), "aboveboard-test-"))
    writeFileSync(join(folder, "postgres.unfinished"), "")
    const database = await openDatabase({ kind: "embedded", folder })
    await database.query("create table numbers (number int8)")
    await expect(nextLine(writerIn(folder))).rejects.toThrow("The writer has ended.") // it is locked by now
    await database.close()
    const again = await openDatabase({ kind: "embedded", folder })
    await again.close()
    rmSync(folder, { recursive: true })
  })
})

/** A process that writes numbers for ever and prints each once it is committed. */
function writerIn(folder: string): ChildProcess {
  const script = `
    import { openDatabase } from ${JSON.stringify(OPEN)}
    const database = await openDatabase({ kind: "embedded", folder: ${JSON.stringify(folder)} })
    for (let number = 1; ; number += 1) {
      await database.query("insert into numbers values ($1)", [number])
      console.log(number)
    }`
  return spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "ignore"] })
}

async function nextLine(writer: ChildProcess): Promise<void> {
  if (writer.stdout === null) throw new Error("The writer says nothing.")
  const gone = once(writer, "exit").then(() => Promise.reject(new Error("The writer has ended.")))
  await Promise.race([once(writer.stdout, "data"), gone])
  gone.catch(() => {})
}

/** Kills the writer once it has acknowledged `count` numbers; gives how many it acknowledged in all. */
async function killAfter(writer: ChildProcess, count: number): Promise<number> {
  if (writer.stdout === null) throw new Error("The writer says nothing.")
  let acknowledged = 0
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged = Number(line)
    if (acknowledged >= count) writer.kill("SIGKILL")
  }
  return acknowledged
}
