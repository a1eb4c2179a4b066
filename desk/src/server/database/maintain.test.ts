import { describe, expect, it } from "vitest"
import { eachStore, type Store } from "../../../test/database.ts"
import { analyzeGrown, checkpointWhenDue, type Every, maintain } from "./maintain.ts"

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe("Maintenance", () => {
  eachStore((store) => (store.kind === "embedded" ? ofEmbedded(store) : ofServer(store)))
})

function ofEmbedded(store: Store): void {
  it("shortens the log of changes once it has grown, and not before", async () => {
    const database = await store.withoutTables()
    await database.query("checkpoint")
    expect(await checkpointWhenDue(database)).toBe(false)
    await database.query("create table words (word text)")
    await database.query("insert into words select repeat(md5(n::text), 30) from generate_series(1, 40000) n")
    expect(await checkpointWhenDue(database)).toBe(true)
    expect(await checkpointWhenDue(database)).toBe(false)
  })

  it("gathers statistics every hour, and stops when told", async () => {
    const database = await store.withoutTables()
    await database.query(
      "create table words (word text); insert into words select n::text from generate_series(1, 500) n",
    )
    const timers = handTimers()
    const stop = maintain(database, timers.every, (error) => expect.fail(String(error)))
    timers.ring(HOUR)
    const [row] = await database.query("select reltuples from pg_class where relname = 'words'")
    expect(row).toEqual({ reltuples: 500 })
    stop()
    expect(timers.running()).toBe(0)
  })

  it("looks at tables that have doubled since, each minute", async () => {
    const database = await store.withoutTables()
    const write = (rows: number) =>
      database.query(`insert into words select repeat(md5(n::text), 30) from generate_series(1, ${rows}) n`)
    await database.query(
      "create table words (word text); create table small (word text); insert into small values ('a')",
    )
    await write(200)
    expect(await analyzeGrown(database)).toEqual(["words"])
    await write(50)
    expect(await analyzeGrown(database)).toEqual([])
    await write(400)
    expect(await analyzeGrown(database)).toEqual(["words"])
  })

  it("passes failures on and goes on", async () => {
    const errors: unknown[] = []
    const timers = handTimers()
    const broken = { ...store.database(), query: () => Promise.reject(new Error("the disk is full")) }
    maintain(broken, timers.every, (error) => errors.push(error))
    timers.ring(MINUTE)
    timers.ring(HOUR)
    await store.database().query("select 1")
    expect(errors).toHaveLength(2)
  })
}

function ofServer(store: Store): void {
  it("is left to the server's own processes", () => {
    const timers = handTimers()
    maintain(store.database(), timers.every, () => {})
    expect(timers.running()).toBe(0)
  })
}

/** Timers that ring when the test says so. */
function handTimers() {
  const timers = new Map<number, () => void>()
  const every: Every = (milliseconds, work) => {
    timers.set(milliseconds, work)
    return () => timers.delete(milliseconds)
  }
  return { every, ring: (milliseconds: number) => timers.get(milliseconds)?.(), running: () => timers.size }
}
